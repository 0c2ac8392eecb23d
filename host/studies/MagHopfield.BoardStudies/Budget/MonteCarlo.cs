using MagHopfield.Hardware.Dummy;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Chips.Ad7124;
using MagHopfield.VirtualBoard.Chips.Adgs1414;
using MagHopfield.VirtualBoard.Circuit;
using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.BoardStudies.Budget;

/// <summary>
/// Virtual boards with parts drawn within their tolerances, measured by the instrument's own code: all errors together, or one at a time
/// with all others switched off.
/// </summary>
public static class MonteCarlo
{
    /// <summary>Errors of G over many boards.</summary>
    /// <param name="plan">How is measured.</param>
    /// <param name="source">The only source, or null for all of them.</param>
    /// <param name="boards">Number of boards, 2 or more.</param>
    /// <param name="firstSeed">Seed of the first board.</param>
    /// <param name="cancellation">Ends it early, between two readings.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public static ObservedError Run(
        BudgetCase plan, ErrorSource? source, int boards, int firstSeed = 1, CancellationToken cancellation = default)
    {
        if (boards < 2)
            throw new ArgumentOutOfRangeException(nameof(boards), boards, "A scatter needs 2 boards or more.");

        double[] truth = DummyFilm.Nominal.Conductance.ToPairs();
        double[] squares = new double[truth.Length];
        double[] stated = new double[truth.Length];
        for (int i = 0; i < boards; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            ConductanceMeasurement measured = Measure(plan, source, firstSeed + i, cancellation);
            double[] pairs = measured.Conductance.ToPairs();
            for (int p = 0; p < truth.Length; p++)
            {
                double error = (pairs[p] / truth[p]) - 1;
                squares[p] += error * error / boards;
                double sigma = measured.Uncertainties[p] / truth[p];
                stated[p] += sigma * sigma / boards;
            }
        }

        (double edge, double diagonal) = ErrorBudget.Groups([.. squares.Select(Math.Sqrt)]);
        (double statedEdge, double statedDiagonal) = ErrorBudget.Groups([.. stated.Select(Math.Sqrt)]);
        return new ObservedError(source, boards, edge, diagonal, statedEdge, statedDiagonal);
    }

    private static ConductanceMeasurement Measure(BudgetCase plan, ErrorSource? source, int seed, CancellationToken cancellation)
    {
        bool Has(ErrorSource s) => source is null || source == s;
        int nodes = DummyFilm.Nominal.NodeCount;
        SeededNoise draw = new(seed, "budget");
        double reference = Draw(Has(ErrorSource.ReferenceTolerance), plan.ReferenceTolerance);
        double[] shunts = [.. Enumerable.Range(0, nodes).Select(_ => Draw(Has(ErrorSource.ShuntTolerance), plan.ShuntTolerance))];
        double referenceDrift = Draw(Has(ErrorSource.Temperature), plan.ReferenceDrift) * plan.TemperatureChange;
        double[] shuntDrift =
        [
            .. Enumerable.Range(0, nodes).Select(_ => Draw(Has(ErrorSource.Temperature), plan.ShuntDrift) * plan.TemperatureChange),
        ];
        InstrumentSettings settings = new() { FilterDivider = plan.FilterDivider, Scheme = plan.Scheme };
        ShuntCalibration? calibration = null;
        if (plan.Calibrated)
        {
            // The calibration has noise of its own even where the measurement has none.
            bool noisy = Has(ErrorSource.Noise) && source is null || source == ErrorSource.Calibration;
            using BoardModel before = new(DummyFilm.Nominal, Parameters(source, seed + 1_000_000, noisy, reference, shunts));
            using HopfieldInstrument calibrator = new(before.Hardware, settings) { Monitor = new CancellationMonitor(cancellation) };
            calibrator.Initialise();
            calibration = calibrator.CalibrateShunts(plan.CalibrationRounds, "budget");
        }

        BoardParameters parameters = Parameters(
            source, seed, Has(ErrorSource.Noise), (1 + reference) * (1 + referenceDrift) - 1,
            [
                .. shunts.Zip(shuntDrift, (s, d) => ((1 + s) * (1 + d)) - 1),
            ]);
        using BoardModel board = new(DummyFilm.Nominal, parameters);
        using HopfieldInstrument instrument = new(board.Hardware, settings) { Monitor = new CancellationMonitor(cancellation) };
        instrument.Initialise();
        instrument.ShuntCalibration = calibration;
        return instrument.MeasureConductance(plan.Averages, plan.Scheme);

        double Draw(bool on, double within) => within * draw.Uniform() * (on ? 1 : 0);
    }

    private static BoardParameters Parameters(ErrorSource? source, int seed, bool noise, double reference, double[] shunts)
    {
        BoardParameters full = ErrorBudget.Board;
        double If(ErrorSource s, double value) => source is null || source == s ? value : 0;
        double drift = If(ErrorSource.ProbeCurrent, 1);
        Ad7124Parameters adc = full.Adc with
        {
            NoiseAtHighGain = noise ? full.Adc.NoiseAtHighGain : 0,
            NoiseAtOutput = noise ? full.Adc.NoiseAtOutput : 0,
            IntegralNonlinearity = If(ErrorSource.Nonlinearity, full.Adc.IntegralNonlinearity),
            ReferenceError = If(ErrorSource.Gain, full.Adc.ReferenceError),
            ModulatorGainError = If(ErrorSource.Gain, full.Adc.ModulatorGainError),
            GainErrorBeforeCalibration = If(ErrorSource.Gain, full.Adc.GainErrorBeforeCalibration),
            GainErrorAfterCalibration = If(ErrorSource.Gain, full.Adc.GainErrorAfterCalibration),
            OffsetAtInput = If(ErrorSource.ThermalEmf, full.Adc.OffsetAtInput),
            OffsetAtOutput = If(ErrorSource.ThermalEmf, full.Adc.OffsetAtOutput),
            OffsetDrift = If(ErrorSource.OffsetDrift, full.Adc.OffsetDrift),
            ExcitationError = drift * full.Adc.ExcitationError,
            ExcitationDrift = drift * full.Adc.ExcitationDrift,
        };
        bool leaks = source is null or ErrorSource.Leakage;
        AnalogParameters analog = full.Analog with
        {
            ReferenceResistance = full.Analog.ReferenceResistance * (1 + reference),
            ResistorTolerance = 0,
            ThermalEmf = If(ErrorSource.ThermalEmf, full.Analog.ThermalEmf),
            LeadSpread = If(ErrorSource.OnResistance, full.Analog.LeadSpread),
            InputResistance = leaks ? full.Analog.InputResistance : NoLeak,
            InsulationResistance = leaks ? full.Analog.InsulationResistance : NoLeak,
        };
        AdgsParameters nodeSwitch = full.NodeSwitch with
        {
            OnResistanceSpread = If(ErrorSource.OnResistance, full.NodeSwitch.OnResistanceSpread),
            OffResistance = leaks ? full.NodeSwitch.OffResistance : NoLeak,
        };
        return full with
        {
            Seed = seed,
            Adc = adc,
            Analog = analog,
            NodeSwitch = nodeSwitch,
            Defects = new ChipDefects
            {
                WrongShunts = [.. shunts.Select((s, k) => new WrongShunt(k, full.Analog.ShuntResistance * (1 + s)))],
            },
        };
    }

    // Large, yet the circuit still has a solution while all switches are open.
    private const double NoLeak = 1e13;
}
