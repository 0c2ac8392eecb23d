using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;

namespace MagHopfield.VirtualBoard.WireErrors;

/// <summary>An operation whose frames are hurt, and what is looked at to see whether it did harm.</summary>
/// <param name="Name">Name.</param>
/// <param name="Run">Runs it on the disturbed wire; throws where the instrument notices.</param>
/// <param name="Result">
/// Values to compare with the undisturbed ones, taken on a sound wire; throws where the instrument notices then.
/// </param>
/// <param name="Budget">Largest relative difference of a value that does no harm.</param>
public sealed record WireOperation(
    string Name, Action<BoardModel, HopfieldInstrument> Run, Func<BoardModel, HopfieldInstrument, double[]> Result, double Budget)
{
    // Relative, of an element of G: the budget of a measurement.
    private const double ConductanceBudget = 0.0005;

    // Of the voltage at the terminals.
    private const double PulseBudget = 0.001;

    private const double Volts = 3;

    /// <summary>One measurement of G; the result is G.</summary>
    /// <param name="scheme">Scheme.</param>
    public static WireOperation Measurement(MeasurementScheme scheme) => new(
        scheme == MeasurementScheme.Seven ? "measurement SEVen" : "measurement KELVin",
        (_, instrument) => instrument.MeasureConductance(1, scheme),
        (_, instrument) => instrument.LastMeasurement!.Conductance.ToPairs(),
        ConductanceBudget);

    /// <summary>Reset, identification, configuration and calibration of all chips; the result is G measured afterwards.</summary>
    public static WireOperation Initialise { get; } = new(
        "Initialise",
        (_, instrument) => instrument.Initialise(),
        (_, instrument) => instrument.MeasureConductance(1, MeasurementScheme.Kelvin).Conductance.ToPairs(),
        ConductanceBudget);

    /// <summary>
    /// Two pulses; the result is what the gold layer saw of them. A pulse that was wrong counts as unnoticed, whatever is noticed later.
    /// </summary>
    public static WireOperation Training { get; } = new("training of two pulses", Train, (board, _) => Pulses(board), PulseBudget);

    private static void Train(BoardModel board, HopfieldInstrument instrument)
    {
        long before = board.PulseCount;
        try
        {
            instrument.Train(Pattern.FromState(5, 4), Volts, 50, 2);
        }
        catch (Exception e) when (board.Pulses.TakeLast((int)(board.PulseCount - before)).Any(p => !IsRight(p)))
        {
            throw new WrongPulseException(e);
        }
    }

    private static bool IsRight(FiredPulse pulse) =>
        pulse.TerminalVoltages.Select((v, k) => Math.Abs(v - (k % 2 == 0 ? Volts : -Volts))).All(difference => difference < 0.2);

    private static double[] Pulses(BoardModel board) =>
        [.. board.Pulses.TakeLast(2).SelectMany(p => p.TerminalVoltages.Append(p.Width))];
}

/// <summary>A pulse of a wrong voltage reached the film before anything was noticed.</summary>
internal sealed class WrongPulseException(Exception inner) : Exception("A wrong pulse reached the film.", inner);
