using System;
using MagHopfield.Instrument.Ad7124;
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
        catch
        {
            _board.Abort();
            throw;
        }
    }

    /// <summary>Measures G by the scheme of the settings.</summary>
    /// <param name="averages">Rounds over all wirings, 1 … 1000; the noise falls with the square root.</param>
    /// <returns>The matrix with its standard errors.</returns>
    /// <exception cref="MeasurementException">Readings that cannot be right: open lead, wrong probe current, shunt or gain,
    /// saturation.</exception>
    /// <exception cref="MagHopfield.Instrument.Spi.ChipException">A chip or the bus failed.</exception>
    public ConductanceMeasurement Measure(int averages) => Measure(averages, _settings.Scheme);

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
        if (averages < 1 || averages > 1000)
        {
            throw new ArgumentOutOfRangeException("averages", "A measurement takes 1 to 1000 rounds, asked for " + averages.ToString()
                + ".");
        }

        if (scheme == MeasurementScheme.Seven && _board.NodeCount > LargestSevenNodes)
        {
            throw new ArgumentException("SEVen needs 2^(N-1) - 1 geometries, too many for N = " + _board.NodeCount.ToString()
                + " nodes: use KELVin.");
        }

        long start = _board.Clock.Microseconds;
        if (_reader.NoiseVolts == 0)
        {
            MeasureNoise();
        }

        try
        {
            _reader.Count = 0;
            CheckGains();
            ExcitationLog excitation = new ExcitationLog();
            ConductanceMeasurement result = scheme == MeasurementScheme.Seven
                ? BySeven(averages, excitation, start)
                : ByKelvin(averages, excitation, start);
            _board.OpenAll();
            return result;
        }
        catch
        {
            _board.Abort();
            throw;
        }
    }

    private ConductanceMeasurement BySeven(int averages, ExcitationLog excitation, long start)
    {
        KirchhoffInversion inversion = new GeometryScan(_reader, _settings, excitation).Run(averages);
        return new ConductanceMeasurement(MeasurementScheme.Seven, inversion.Conductance!, inversion.StandardErrors!,
            inversion.LargestGroupDeviation, 0, inversion.ReducedChiSquare, excitation.Mean, _reader.NoiseVolts,
            _board.Clock.Microseconds - start, _reader.Count);
    }

    private ConductanceMeasurement ByKelvin(int averages, ExcitationLog excitation, long start)
    {
        KelvinInversion inversion = new KelvinScan(_reader, _settings, excitation).Run(averages);
        return new ConductanceMeasurement(MeasurementScheme.Kelvin, inversion.Conductance!, inversion.StandardErrors!, 0,
            inversion.LargestReciprocityDeviation, inversion.ReducedChiSquare, excitation.Mean, _reader.NoiseVolts,
            _board.Clock.Microseconds - start, _reader.Count);
    }

    // A wrong gain of the film's voltages alone would pass every other check and scale G.
    private void CheckGains()
    {
        _board.ConnectSenseOnly();
        for (int setup = 0; setup < AnalogBoard.SetupCount; setup++)
        {
            _reader.Count++;
            bool inRange = _board.TryReadInternalSource((ProbeSetup)setup, out double volts, out Fault fault);
            if (!inRange || Math.Abs(volts / AnalogBoard.InternalSourceVolts - 1) > AnalogBoard.InternalSourceTolerance)
            {
                throw new MeasurementException("Setup " + setup.ToString() + " of the ADC, for " + AnalogBoard.NameOf((ProbeSetup)setup)
                    + ", reads the chip's own 20 mV as " + (volts * 1000).ToString() + " mV (fault: " + Ad7124Adc.Describe(fault)
                    + "): its gain is wrong.");
            }
        }
    }
}
