using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Measure;

/// <summary>
/// Measures the conductance matrix of the film, by the paper's wiring geometries (Niu et al., PNAS 2024, "Determining the conductance
/// matrix", SI Fig. S12) or by Kelvin injections. Each wiring is read at +I and at −I by swapping source and sink; half the difference is
/// free of thermal EMF and ADC offset, and stays exact where the two wirings split the current differently.
/// </summary>
/// <remarks>
/// Time for N = 4, <see cref="MeasurementScheme.Seven"/>: 7 geometries × 2 polarities × (4 shunts + 3 voltages + 1 R_REF) = 112 readings
/// and 3 of the ADC's own 20 mV. Sinc3 at FS = 32 settles in 3 × 32 × 32/614 400 Hz = 5.0 ms: 0.58 s, with switching and SPI about
/// 0.6 s, below the 1 s of the specification. <see cref="MeasurementScheme.Kelvin"/>: (N − 1) × 2 × (N + 2) readings, 36 for N = 4 and
/// 8316 for N = 64.
/// Noise: 23 nV rms at 9.38 SPS and gain 128 (data sheet), √(600/9.38) = 8 times that at 600 SPS, so about 0.18 µV a reading,
/// 0.13 µV after halving ±I, on 2 mV to 3 mV between the groups: 6e-5 of a voltage. A shunt's 6 mV to 25 mV are known ten times
/// better. Seven geometries with three voltages each determine six elements, so an edge is known to about
/// 0.006 % and a diagonal to about 0.01 % (both seen in the tests), below the budget of 0.05 %.
/// Mains pickup is not suppressed by a filter of 5 ms; averages over several rounds reduce it.
/// </remarks>
public sealed class ConductanceMeter
{
    private const int LargestSevenNodes = 16;

    private readonly AnalogBoard _board;
    private readonly InstrumentSettings _settings;
    private readonly ProbeReader _reader;

    /// <summary>A meter on a board.</summary>
    /// <param name="board">Board, initialised before the first measurement.</param>
    /// <param name="settings">Resistances and limits.</param>
    public ConductanceMeter(AnalogBoard board, InstrumentSettings settings)
    {
        _board = board;
        _settings = settings;
        _reader = new ProbeReader(board, settings);
    }

    /// <summary>Single readings, with the calibration of the shunts.</summary>
    internal ProbeReader Reader => _reader;

    /// <summary>Shunts as compared with R_REF, or null where they have their nominal value.</summary>
    /// <exception cref="ArgumentException">A calibration of another number of nodes.</exception>
    public ShuntCalibration? Calibration
    {
        get => _reader.Calibration;
        set
        {
            if (value != null && value.Ratios.Length != _board.NodeCount)
            {
                throw new ArgumentException("A board of " + _board.NodeCount.ToString() + " nodes cannot use a calibration of "
                    + value.Ratios.Length.ToString() + " shunts.");
            }

            _reader.Calibration = value;
        }
    }

    /// <summary>Standard deviation of one reading in volts, or 0 before <see cref="MeasureNoise"/>.</summary>
    public double NoiseVolts => _reader.NoiseVolts;

    /// <summary>
    /// Measures the noise of one reading on the sense lead of electrode 1 shorted to itself, without current: 128 readings, so the
    /// standard deviation is known to 6 %. Takes about 0.65 s.
    /// </summary>
    /// <exception cref="MeasurementException">The shorted input reads out of range.</exception>
    public void MeasureNoise()
    {
        try
        {
            _reader.MeasureNoise();
            _board.OpenAll();
        }
        catch (Exception e)
        {
            _board.Abort();
            throw e;
        }
    }

    /// <summary>Measures G by the scheme of the settings.</summary>
    /// <param name="averages">Rounds over all wirings, 1 … 1000; the noise falls with the square root.</param>
    /// <returns>The matrix with its standard errors.</returns>
    /// <exception cref="MeasurementException">Readings that cannot be right: open lead, wrong probe current, shunt or gain,
    /// saturation.</exception>
    /// <exception cref="MagHopfield.Instrument.Spi.ChipException">A chip or the bus failed.</exception>
    public ConductanceMeasurement Measure(int averages) => Measure(averages, _settings.SchemeOf(_board.NodeCount));

    /// <summary>Measures G.</summary>
    /// <param name="averages">Rounds over all wirings, 1 … 1000; the noise falls with the square root.</param>
    /// <param name="scheme">Which wirings.</param>
    /// <returns>The matrix with its standard errors.</returns>
    /// <exception cref="ArgumentException">Another number of rounds, or more nodes than the scheme can take.</exception>
    /// <exception cref="MeasurementException">Readings that cannot be right: open lead, wrong probe current, shunt or gain,
    /// saturation.</exception>
    /// <exception cref="MagHopfield.Instrument.Spi.ChipException">A chip or the bus failed.</exception>
    public ConductanceMeasurement Measure(int averages, MeasurementScheme scheme)
    {
        CheckRounds(averages);
        if (scheme == MeasurementScheme.Seven && _board.NodeCount > LargestSevenNodes)
        {
            throw new ArgumentException("SEVen needs 2^(N-1) - 1 geometries, too many for N = " + _board.NodeCount.ToString()
                + " nodes: use KELVin.");
        }

        long start = _board.Clock.Microseconds;
        if (_reader.NoiseVolts == 0)
            MeasureNoise();

        try
        {
            _reader.Begin();
            ExcitationLog excitation = new ExcitationLog();
            ConductanceMeasurement result = scheme == MeasurementScheme.Seven
                ? BySeven(averages, excitation, start)
                : ByKelvin(averages, excitation, start);
            _board.OpenAll();
            return result;
        }
        catch (Exception e)
        {
            _board.Abort();
            throw e;
        }
    }

    /// <summary>Compares the shunts with R_REF; the measurements that follow use the result.</summary>
    /// <param name="rounds">Rounds over both directions of the current, 1 … 1000.</param>
    /// <param name="date">When it is made, in the caller's words.</param>
    /// <returns>The calibration. An error on the way leaves the old one.</returns>
    /// <exception cref="ArgumentException">Another number of rounds.</exception>
    /// <exception cref="MeasurementException">Readings that cannot be right, or a shunt of another value.</exception>
    /// <exception cref="MagHopfield.Instrument.Spi.ChipException">A chip or the bus failed.</exception>
    public ShuntCalibration CalibrateShunts(int rounds, string date)
    {
        CheckRounds(rounds);
        if (_reader.NoiseVolts == 0)
            MeasureNoise();

        try
        {
            _reader.Begin();
            ShuntCalibration calibration = new ShuntComparison(_reader).Run(rounds, date);
            _board.OpenAll();
            _reader.Calibration = calibration;
            return calibration;
        }
        catch (Exception e)
        {
            _board.Abort();
            throw e;
        }
    }

    private static void CheckRounds(int rounds)
    {
        if (rounds < 1 || rounds > 1000)
            throw new ArgumentOutOfRangeException("rounds", "A measurement takes 1 to 1000 rounds, asked for " + rounds.ToString() + ".");
    }

    private ConductanceMeasurement BySeven(int averages, ExcitationLog excitation, long start)
    {
        KirchhoffInversion inversion = new GeometryScan(_reader, _settings, excitation).Run(averages);
        return new ConductanceMeasurement(MeasurementScheme.Seven, inversion.Conductance!, inversion.StandardErrors!,
            Uncertainties(
                inversion.Conductance!, inversion.StandardErrors!, inversion.CurrentSensitivities), inversion.LargestGroupDeviation, 0,
                inversion.ReducedChiSquare, excitation.Mean, _reader.NoiseVolts,
            _board.Clock.Microseconds - start, _reader.Count);
    }

    private ConductanceMeasurement ByKelvin(int averages, ExcitationLog excitation, long start)
    {
        KelvinInversion inversion = new KelvinScan(_reader, _settings, excitation).Run(averages);
        return new ConductanceMeasurement(MeasurementScheme.Kelvin, inversion.Conductance!, inversion.StandardErrors!,
            Uncertainties(inversion.Conductance!, inversion.StandardErrors!, null), 0, inversion.LargestReciprocityDeviation,
                inversion.ReducedChiSquare, excitation.Mean, _reader.NoiseVolts,
            _board.Clock.Microseconds - start, _reader.Count);
    }

    // Noise and, in quadrature, what all repeats share. A current read on R_REF (Kelvin, or shunts compared with it) scales G by its
    // tolerance, and so does the scale of the coarser ranges. A shunt is wrong on its own: its current enters G_ij by the inversion's own
    // sensitivity, for the paper's film and seven geometries 1.04 (edges) and 1.37 (diagonals) of the tolerance for all four together.
    private double[] Uncertainties(ConductanceMatrix conductance, double[] standardErrors, double[][]? shuntSensitivities)
    {
        // A part is anywhere within its tolerance: the standard deviation is that of an even distribution.
        double part = _settings.ResistorTolerance / Math.Sqrt(3.0);
        ShuntCalibration? calibration = _reader.Calibration;
        bool onReference = shuntSensitivities == null || calibration != null;
        double common = _reader.LargestScaleError * _reader.LargestScaleError + (onReference ? part * part : 0);
        double shunt = calibration == null ? part : calibration.RelativeError;
        double[] pairs = conductance.ToPairs();
        double[] uncertainties = new double[pairs.Length];
        for (int p = 0; p < pairs.Length; p++)
        {
            double variance = standardErrors[p] * standardErrors[p] + common * pairs[p] * pairs[p];
            for (int k = 0; shuntSensitivities != null && k < shuntSensitivities.Length; k++)
            {
                double share = shunt * shuntSensitivities[k][p];
                variance += share * share;
            }

            uncertainties[p] = Math.Sqrt(variance);
        }

        return uncertainties;
    }
}
