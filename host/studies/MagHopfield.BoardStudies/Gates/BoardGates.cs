using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardStudies.Gates;

/// <summary>
/// AND, OR, NAND and NOR through the whole chain (Niu et al., PNAS 2024, "Boolean logics operation"; control node 1, inputs 2 and 3, output
/// 4): the instrument's own code trains each gate's pattern by pulses into a simulated film behind the virtual board, measures G, and gives
/// the truth table from the weights it measured.
/// </summary>
/// <param name="film">The film, of 4 nodes.</param>
/// <param name="board">The board.</param>
/// <param name="averages">Measurements averaged into one G; also into each of the reference.</param>
public sealed class BoardGates(FilmParameters film, BoardParameters board, int averages)
{
    private const double Volts = 5;
    private const int Microseconds = 200;
    private const int ShuntRounds = 16;

    // What repeats scatter by in 16 rounds, three times over; what they share drops out of w = G − G_avg.
    private const double AccuracyOfOneRound = 2.5e-4;

    /// <summary>Trains and measures all four.</summary>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ArgumentException">Another film than one of 4 nodes.</exception>
    public IReadOnlyList<MeasuredGate> Run(CancellationToken cancellation)
    {
        if (film.NodeCount != 4)
            throw new ArgumentException($"a gate has 4 nodes, film '{film.Name}' has {film.NodeCount}; choose a film of 4 nodes.");

        using BoardModel virtualBoard = new(MicromagneticFilm.Prepare(film, cancellation), board, null, cancellation);
        using HopfieldInstrument instrument = new(
            virtualBoard.Hardware, new InstrumentSettings
            {
                Averages = averages,
                RelativeAccuracy = AccuracyOfOneRound / Math.Sqrt(averages),
            })
        {
            Monitor = new CancellationMonitor(cancellation),
        };
        instrument.Initialise();
        instrument.CalibrateShunts(ShuntRounds, "at the start of this run");
        instrument.CalibrateReference(Volts, Microseconds);
        List<MeasuredGate> gates = [];
        foreach (LogicGate gate in Enum.GetValues<LogicGate>())
        {
            cancellation.ThrowIfCancellationRequested();
            Pattern pattern = BooleanGate.Training(gate);
            instrument.Train(pattern, Volts, Microseconds, 1);
            instrument.MeasureConductance(averages);
            gates.Add(Measured(instrument, gate, pattern));
        }

        instrument.OpenAll();
        return virtualBoard.Hazards.Count == 0
            ? gates
            : throw new InvalidOperationException($"a real board would have come to harm: {virtualBoard.Hazards[0]}");
    }

    private static MeasuredGate Measured(HopfieldInstrument instrument, LogicGate gate, Pattern pattern)
    {
        bool control = instrument.GateControl(gate);
        double[] fields = [.. Enumerable.Range(0, 4).Select(row => Field(instrument.Weights, control, row))];
        bool clear = fields.All(f => Math.Abs(f) > instrument.FieldResolution);
        return new MeasuredGate(gate, pattern, control, fields, instrument.FieldResolution, clear ? instrument.TruthTable(control) : null);
    }

    private static double Field(WeightMatrix weights, bool control, int row) =>
        (control ? weights[0, 3] : -weights[0, 3]) + ((row & 2) != 0 ? weights[1, 3] : -weights[1, 3])
        + ((row & 1) != 0 ? weights[2, 3] : -weights[2, 3]);
}
