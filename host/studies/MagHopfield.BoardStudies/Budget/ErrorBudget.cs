using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.VirtualBoard.Chips.Ad7124;
using MagHopfield.VirtualBoard.Circuit;
using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.BoardStudies.Budget;

/// <summary>
/// Every contribution to the error of G_ij of the dummy film (the published G within 2 %), relative, one standard deviation, from figures
/// of the parts and the sensitivity of the inversion to its readings.
/// </summary>
public sealed class ErrorBudget
{
    /// <summary>Standard deviation of the ADC's nonlinearity relative to full scale: a third of ±15 ppm (gain above 1, from memory, to be
    /// confirmed).</summary>
    public const double Nonlinearity = 5e-6;

    // x³ − x has its extrema ±2/(3√3) at ±1/√3.
    private const double BendOfUnitPeak = 2.598076211353316;
    private const double Gain = 64;
    private const int GainCode = 6;

    private readonly BoardParameters _board;
    private readonly MeasurementModel _model;

    private ErrorBudget(BudgetCase plan)
    {
        Case = plan;
        _board = Board;
        AdcFrontEnd adc = new(_board.Adc, new SeededNoise(1, "budget"));
        NoiseVolts = adc.NoiseRms(GainCode, 614400.0 / (32 * plan.FilterDivider));
        StepVolts = FullScaleVolts / 8388608;
        _model = new MeasurementModel(plan, _board, NoiseVolts);
        Contributions = [.. Enum.GetValues<ErrorSource>().Select(Predict)];
    }

    /// <summary>Figures of the board: those of the virtual board, with the ADC's nonlinearity.</summary>
    public static BoardParameters Board { get; } = new() { Adc = new Ad7124Parameters { IntegralNonlinearity = Nonlinearity } };

    /// <summary>How is measured.</summary>
    public BudgetCase Case { get; }

    /// <summary>Standard deviation of a reading in volts.</summary>
    public double NoiseVolts { get; }

    /// <summary>One step of the ADC's code in volts.</summary>
    public double StepVolts { get; }

    /// <summary>Full scale at gain 64 in volts.</summary>
    public double FullScaleVolts => _board.Adc.Reference / Gain;

    /// <summary>Contributions, in the order of <see cref="ErrorSource"/>.</summary>
    public IReadOnlyList<Contribution> Contributions { get; }

    /// <summary>All together in quadrature; bounds of systematic errors count as a standard deviation.</summary>
    public (double Edge, double Diagonal) Total => (
        Math.Sqrt(Contributions.Sum(c => c.Edge * c.Edge)),
        Math.Sqrt(Contributions.Sum(c => c.Diagonal * c.Diagonal)));

    /// <summary>The contribution of a source.</summary>
    /// <param name="source">Source.</param>
    public Contribution Of(ErrorSource source) => Contributions[(int)source];

    /// <summary>The budget of a way to measure.</summary>
    /// <param name="plan">How is measured.</param>
    public static ErrorBudget Of(BudgetCase plan) => new(plan);

    /// <summary>rms over edges and over diagonals of figures of the six pairs.</summary>
    /// <param name="pairs">Figures in the order 12, 13, 14, 23, 24, 34.</param>
    internal static (double Edge, double Diagonal) Groups(IReadOnlyList<double> pairs) => (
        Math.Sqrt(new[] { 0, 1, 4, 5 }.Average(p => pairs[p] * pairs[p])),
        Math.Sqrt(new[] { 2, 3 }.Average(p => pairs[p] * pairs[p])));

    private bool OnShunts => Case.Scheme == MeasurementScheme.Seven;

    private Contribution Predict(ErrorSource source)
    {
        double[] pairs = source switch
        {
            ErrorSource.ReferenceTolerance => Common(OnShunts && !Case.Calibrated ? 0 : Even(Case.ReferenceTolerance)),
            ErrorSource.ShuntTolerance => EachShunt(OnShunts && !Case.Calibrated ? Even(Case.ShuntTolerance) : 0),
            ErrorSource.Calibration => Calibration(),
            ErrorSource.Temperature => OnShunts
                ? EachShunt(Even(Case.ShuntDrift) * Math.Abs(Case.TemperatureChange))
                : Common(Even(Case.ReferenceDrift) * Math.Abs(Case.TemperatureChange)),
            ErrorSource.Noise => _model.Scatter(NoiseVolts),
            ErrorSource.Quantisation => _model.Scatter(StepVolts / Math.Sqrt(12)),
            ErrorSource.Nonlinearity =>
                _model.Response((i, _) => Bend(i * _model.CurrentResistor) / _model.CurrentResistor, (v, _) => Bend(v)),
            ErrorSource.OffsetDrift => OffsetDrift(),
            ErrorSource.ProbeCurrent => ProbeDrift(),
            ErrorSource.Leakage => Common(Leakage()),
            ErrorSource.Settling => Common(Settling()),

            // One gain for all readings drops out of I/V; EMF and offset out of half differences; the switches' resistance out of four
            // wires.
            _ => Common(0),
        };
        (double edge, double diagonal) = Groups(pairs);
        return new Contribution(source, edge, diagonal, source is ErrorSource.Leakage or ErrorSource.Settling);
    }

    private double[] Common(double relative) => [.. Enumerable.Repeat(relative, _model.Pairs.Length)];

    private double[] EachShunt(double relative)
    {
        double[] sum = new double[_model.Pairs.Length];
        for (int node = 0; relative > 0 && node < _model.Film.NodeCount; node++)
        {
            double[] one = _model.Response((i, k) => k == node ? relative * i : 0, (_, _) => 0);
            for (int p = 0; p < sum.Length; p++)
                sum[p] = Math.Sqrt((sum[p] * sum[p]) + (one[p] * one[p]));
        }

        return sum;
    }

    // A ratio is the mean of 2n readings of the shunt over that of R_REF less its zero; the zero is one for all shunts.
    private double[] Calibration()
    {
        if (!Case.Calibrated)
            return Common(0);

        double reading = NoiseVolts / (
            AnalogBoard.ExcitationAmperes * _board.Analog.ReferenceResistance * Math.Sqrt(2 * Case.CalibrationRounds));
        double[] own = EachShunt(Math.Sqrt(2) * reading);
        return [.. own.Select(o => Math.Sqrt((o * o) + (reading * reading)))];
    }

    private double Bend(double volts)
    {
        double x = volts / FullScaleVolts;
        return BendOfUnitPeak * Nonlinearity * ((x * x * x) - x) * FullScaleVolts;
    }

    // The second polarity is read one wiring later; half of what the offset has moved stays in every half difference.
    private double[] OffsetDrift()
    {
        double volts = 0.5 * _board.Adc.OffsetDrift * WiringSeconds;
        return _model.Response((_, _) => volts / _model.CurrentResistor, (_, _) => volts);
    }

    // Within a wiring R_REF is read first, then the shunts, then the voltages: they see a later current.
    private double[] ProbeDrift()
    {
        double perReading = _board.Adc.ExcitationDrift * ReadingSeconds;
        int n = _model.Film.NodeCount;
        return OnShunts
            ? _model.Response((i, k) => (k + 1) * perReading * i, (v, k) => (n + k) * perReading * v)
            : _model.Response((_, _) => 0, (v, k) => (2 + k) * perReading * v);
    }

    // The bus of SENSE_N takes its input current behind the shunt that is read; the oxide and open switches take less.
    private double Leakage() =>
        _model.CommonVolts / _model.SmallestCurrent
        * ((1 / _board.Analog.InputResistance) + (4 / _board.NodeSwitch.OffResistance) + (1 / _board.Analog.InsulationResistance));

    // Differential filter of 2 × 1 kΩ and 10 nF ∥ 1 nF/2; sinc3 weighs the first moments of a conversion of length T with 13.5 t²/T³.
    private double Settling()
    {
        const double TimeConstant = 2e3 * (10e-9 + 0.5e-9);
        const double Wait = 100e-6;
        double ratio = TimeConstant / ReadingSeconds;
        return Math.Exp(-Wait / TimeConstant) * 27 * ratio * ratio * ratio;
    }

    private double ReadingSeconds => 3 * 32.0 * Case.FilterDivider / 614400;

    private double WiringSeconds => ReadingSeconds * (OnShunts ? 2 * _model.Film.NodeCount : _model.Film.NodeCount + 2);

    private static double Even(double tolerance) => tolerance / Math.Sqrt(3);
}
