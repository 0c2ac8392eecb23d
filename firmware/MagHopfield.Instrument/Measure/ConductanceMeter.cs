using System;
using MagHopfield.Instrument.Ad7124;
using MagHopfield.Instrument.Board;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Measure;

/// <summary>
/// Measures the conductance matrix by the paper's wiring geometries (Niu et al., PNAS 2024, "Determining the conductance matrix",
/// SI Fig. S12). Each geometry is read at +I and at −I by swapping its groups; half the difference is free of thermal EMF and ADC
/// offset, and stays exact where the two wirings split the current differently. Every electrode's current is read on its shunt,
/// every electrode's voltage against electrode 1.
/// </summary>
/// <remarks>
/// Time for N = 4: 7 geometries × 2 polarities × (4 shunts + 3 voltages + 1 R_REF) = 112 readings. Sinc3 at FS = 32 settles in
/// 3 × 32 × 32/614 400 Hz = 5.0 ms: 0.56 s, with switching and SPI about 0.6 s, below the 1 s of the specification.
/// Noise: 23 nV rms at 9.38 SPS and gain 128 (data sheet), √(600/9.38) = 8 times that at 600 SPS, so about 0.18 µV a reading,
/// 0.13 µV after halving ±I, on 2 mV to 3 mV between the groups: 6e-5 of a voltage. A shunt's 6 mV to 25 mV are known ten times
/// better. Seven geometries with three voltages each determine six elements, so an edge is known to about
/// 0.006 % and a diagonal to about 0.01 % (both seen in the tests), below the budget of 0.05 %.
/// Mains pickup is not suppressed by a filter of 5 ms; averages over several rounds reduce it.
/// </remarks>
public sealed class ConductanceMeter
{
    private const int NoiseReadings = 128;

    // Quantisation of a reading is uniform over one code of 2 × 39 mV/2^24.
    private const double CodesOfHalfScale = 8388608.0;
    private const double ExcitationTolerance = 0.05;
    private const double SumTolerance = 0.005;
    private const double OpenShare = 0.01;

    private readonly AnalogBoard _board;
    private readonly InstrumentSettings _settings;
    private readonly double _shuntOhms;
    private readonly double _referenceOhms;
    private double _noiseVolts;
    private int _readings;

    /// <summary>A meter on a board.</summary>
    /// <param name="board">Board, initialised before the first measurement.</param>
    /// <param name="settings">Resistances and limits.</param>
    public ConductanceMeter(AnalogBoard board, InstrumentSettings settings)
    {
        if (!(settings.ShuntOhms > 0) || !(settings.ReferenceOhms > 0))
        {
            throw new ArgumentException("R_SHUNT and R_REF must be above 0 ohm.");
        }

        _board = board;
        _settings = settings;
        _shuntOhms = settings.ShuntOhms;
        _referenceOhms = settings.ReferenceOhms;
    }

    /// <summary>Standard deviation of one reading in volts, or 0 before <see cref="MeasureNoise"/>.</summary>
    public double NoiseVolts => _noiseVolts;

    /// <summary>
    /// Measures the noise of one reading on the sense lead of electrode 1 shorted to itself, without current: 128 readings, so the
    /// standard deviation is known to 6 %. Takes about 0.65 s.
    /// </summary>
    /// <exception cref="MeasurementException">The shorted input reads out of range.</exception>
    public void MeasureNoise()
    {
        try
        {
            _board.ConnectSenseOnly();
            _board.SelectSense(0, 0);
            double mean = 0;
            double squares = 0;
            for (int i = 1; i <= NoiseReadings; i++)
            {
                if (!_board.TryReadSense(out double volts, out Fault fault))
                {
                    throw new MeasurementException("The input shorted at the sense lead of electrode 1 reads out of range (" + Ad7124Adc.Describe(fault) + "): check SENSE_P, SENSE_N and switches SW3, SW4 of node 1.");
                }

                double step = volts - mean;
                mean += step / i;
                squares += step * (volts - mean);
            }

            _noiseVolts = Math.Sqrt(squares / (NoiseReadings - 1) + QuantisationVariance());
            _board.OpenAll();
        }
        catch
        {
            _board.Abort();
            throw;
        }
    }

    /// <summary>Measures G.</summary>
    /// <param name="averages">Rounds over all geometries, 1 … 1000; the noise falls with the square root.</param>
    /// <returns>The matrix with its standard errors.</returns>
    /// <exception cref="MeasurementException">Readings that cannot be right: open lead, wrong probe current or shunt, saturation.</exception>
    /// <exception cref="MagHopfield.Instrument.Spi.ChipException">A chip or the bus failed.</exception>
    public ConductanceMeasurement Measure(int averages)
    {
        if (averages < 1 || averages > 1000)
        {
            throw new ArgumentOutOfRangeException("averages", "A measurement takes 1 to 1000 rounds, asked for " + averages.ToString() + ".");
        }

        long start = _board.Clock.Microseconds;
        _readings = 0;
        if (_noiseVolts == 0)
        {
            MeasureNoise();
        }

        int n = _board.NodeCount;
        Pattern[] geometries = WiringGeometry.All(n);
        double[][] currents = Zeros(geometries.Length, n);
        double[][] voltages = Zeros(geometries.Length, n);
        double[] excitation = new double[2 * averages * geometries.Length];
        try
        {
            int reading = 0;
            for (int round = 0; round < averages; round++)
            {
                for (int g = 0; g < geometries.Length; g++)
                {
                    double factor = 0.5 / averages;
                    excitation[reading++] = Read(geometries[g], factor, currents[g], voltages[g]);
                    excitation[reading++] = Read(geometries[g].Negate(), -factor, currents[g], voltages[g]);
                }
            }

            _board.OpenAll();
        }
        catch
        {
            _board.Abort();
            throw;
        }

        return Solve(currents, voltages, excitation, averages, start);
    }

    // One wiring: adds factor × I and factor × V and gives the probe current.
    private double Read(Pattern geometry, double factor, double[] currents, double[] voltages)
    {
        _board.ConnectProbe(geometry);
        double excitation = ReadExcitation(geometry);
        double[] wiring = new double[geometry.Length];
        for (int k = 0; k < geometry.Length; k++)
        {
            _board.SelectShunt(k);
            wiring[k] = ReadSense(geometry, "the shunt of node ", k) / _shuntOhms;
            currents[k] += factor * wiring[k];
        }

        CheckCurrents(geometry, wiring, excitation);

        for (int k = 1; k < geometry.Length; k++)
        {
            _board.SelectSense(k, 0);
            voltages[k] += factor * ReadSense(geometry, "the voltage between electrode 1 and electrode ", k);
        }

        return excitation;
    }

    private double ReadExcitation(Pattern geometry)
    {
        _readings++;
        bool inRange = _board.TryReadReference(out double volts, out Fault fault);
        if (!inRange && (fault & ~(Fault.OutOfRange | Fault.Saturated)) != 0)
        {
            throw new MeasurementException("The ADC reports " + Ad7124Adc.Describe(fault) + " while it reads R_REF in geometry " + geometry.ToString() + ".");
        }

        double amperes = volts / _referenceOhms;
        double error = amperes / AnalogBoard.ExcitationAmperes - 1;
        if (!inRange || error > ExcitationTolerance || error < -ExcitationTolerance)
        {
            throw new MeasurementException("The probe current in geometry " + geometry.ToString() + " is " + MicroAmperes(amperes) + " through R_REF, 500 uA +- 5 % expected: " + Suspect(geometry) + ".");
        }

        return amperes;
    }

    // A group of one electrode names the open lead.
    private static string Suspect(Pattern geometry)
    {
        int plus = 0;
        int plusNode = 0;
        int minusNode = 0;
        for (int i = 0; i < geometry.Length; i++)
        {
            if (geometry[i] > 0)
            {
                plus++;
                plusNode = i;
            }
            else
            {
                minusNode = i;
            }
        }

        if (plus == 1)
        {
            return "check the force lead, shunt and SW1 of node " + (plusNode + 1).ToString() + ", the only one of the + group";
        }

        return plus == geometry.Length - 1
            ? "check the force lead, shunt and SW2 of node " + (minusNode + 1).ToString() + ", the only one of the - group"
            : "check AIN4, R_REF and the force leads";
    }

    private double ReadSense(Pattern geometry, string what, int node)
    {
        _readings++;
        if (!_board.TryReadSense(out double volts, out Fault fault))
        {
            throw new MeasurementException("Reading " + what + (node + 1).ToString() + " in geometry " + geometry.ToString() + " is out of +-" + (_board.FullScaleVolts * 1000).ToString() + " mV (" + Ad7124Adc.Describe(fault) + "): an open or shorted lead, or a switch that does not close.");
        }

        return volts;
    }

    private ConductanceMeasurement Solve(double[][] currents, double[][] voltages, double[] excitation, int averages, long start)
    {
        int n = _board.NodeCount;
        double mean = Mean(excitation);
        // R_REF carries the same current in every wiring: what its readings scatter beyond the noise of a reading is the scatter of
        // the probe current, and that enters each reading in proportion.
        double readingVariance = _noiseVolts * _noiseVolts;
        double excess = Variance(excitation, mean) - readingVariance / (_referenceOhms * _referenceOhms);

        // Divisor: ReadExcitation has refused currents that are not within 5 % of 500 µA.
        double relativeVariance = excess > 0 ? excess / (mean * mean) : 0;

        KirchhoffInversion inversion = new KirchhoffInversion(n, currents.Length);
        double samples = 2.0 * averages;
        for (int g = 0; g < currents.Length; g++)
        {
            double[] sigmaCurrents = new double[n];
            double[] sigmaVoltages = new double[n];
            double shuntVariance = readingVariance / (_shuntOhms * _shuntOhms);
            for (int k = 0; k < n; k++)
            {
                // Divisor: Measure takes at least one round, so there are at least 2 samples.
                sigmaCurrents[k] = Math.Sqrt((shuntVariance + relativeVariance * currents[g][k] * currents[g][k]) / samples);

                // Voltages are against electrode 1, whose own is 0 by definition and not read.
                // Divisor: as above.
                sigmaVoltages[k] = k == 0 ? 0 : Math.Sqrt((readingVariance + relativeVariance * voltages[g][k] * voltages[g][k]) / samples);
            }

            inversion.Add(currents[g], voltages[g], sigmaCurrents, sigmaVoltages);
        }

        if (!inversion.Solve())
        {
            throw new MeasurementException("The geometries do not determine the conductance matrix: all voltages of the film are near zero; check the sense leads.");
        }

        if (!(inversion.LargestGroupDeviation <= _settings.MaximumGroupDeviation))
        {
            throw new MeasurementException("The " + currents.Length.ToString() + " geometries disagree by " + (inversion.LargestGroupDeviation * 100).ToString() + " %, limit " + (_settings.MaximumGroupDeviation * 100).ToString() + " %: check the sense leads and their switches SW3 and SW4.");
        }

        return new ConductanceMeasurement(inversion.Conductance!, inversion.StandardErrors!, inversion.LargestGroupDeviation, inversion.ReducedChiSquare, mean, _noiseVolts, _board.Clock.Microseconds - start, _readings);
    }

    private static void CheckCurrents(Pattern geometry, double[] currents, double excitation)
    {
        double plus = 0;
        double minus = 0;
        int plusCount = 0;
        for (int k = 0; k < currents.Length; k++)
        {
            if (geometry[k] > 0)
            {
                plus += currents[k];
                plusCount++;
            }
            else
            {
                minus -= currents[k];
            }
        }

        for (int k = 0; k < currents.Length; k++)
        {
            // Equal shunts, far larger than the film, share the current almost evenly within a group.
            // Divisor: the group has electrode k at least.
            double share = excitation / (geometry[k] > 0 ? plusCount : currents.Length - plusCount);
            if (currents[k] * geometry[k] < OpenShare * share)
            {
                throw new MeasurementException("Electrode " + (k + 1).ToString() + " carries " + MicroAmperes(currents[k]) + " in geometry " + geometry.ToString() + " where about " + MicroAmperes(share * geometry[k]) + " belong: check its force lead, its shunt, SW" + (geometry[k] > 0 ? "1" : "2") + " and SW5, SW6.");
            }
        }

        CheckSum(geometry, "+", plus, excitation);
        CheckSum(geometry, "-", minus, excitation);
    }

    private static void CheckSum(Pattern geometry, string group, double sum, double excitation)
    {
        // Divisor: ReadExcitation has refused currents that are not within 5 % of 500 µA.
        if (Math.Abs(sum / excitation - 1) > SumTolerance)
        {
            throw new MeasurementException("The shunts of the " + group + " group in geometry " + geometry.ToString() + " add up to " + MicroAmperes(sum) + ", R_REF shows " + MicroAmperes(excitation) + ": a shunt is wrong or a switch leaks.");
        }
    }

    private double QuantisationVariance()
    {
        double code = _board.FullScaleVolts / CodesOfHalfScale;
        return code * code / 12.0;
    }

    private static string MicroAmperes(double amperes) => (Math.Round(amperes * 1e8) / 100.0).ToString() + " uA";

    private static double[][] Zeros(int rows, int columns)
    {
        double[][] zeros = new double[rows][];
        for (int i = 0; i < rows; i++)
        {
            zeros[i] = new double[columns];
        }

        return zeros;
    }

    private static double Mean(double[] values)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[i];
        }

        // Divisor: two readings of the probe current a geometry.
        return sum / values.Length;
    }

    private static double Variance(double[] values, double mean)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += (values[i] - mean) * (values[i] - mean);
        }

        // Divisor: as in Mean, two readings at least.
        return sum / (values.Length - 1);
    }
}
