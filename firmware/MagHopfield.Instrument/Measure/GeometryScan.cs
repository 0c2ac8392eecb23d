using System;
using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Measure;

/// <summary>
/// <see cref="MeasurementScheme.Seven"/>. Every electrode's current is read on its shunt, every electrode's voltage against electrode 1.
/// </summary>
internal sealed class GeometryScan
{
    private const double SumTolerance = 0.005;
    private const double OpenShare = 0.01;

    // More than the thermal EMF of the switches.
    private const double SomeVolts = 100e-6;

    private readonly ProbeReader _reader;
    private readonly InstrumentSettings _settings;
    private readonly ExcitationLog _excitation;

    public GeometryScan(ProbeReader reader, InstrumentSettings settings, ExcitationLog excitation)
    {
        _reader = reader;
        _settings = settings;
        _excitation = excitation;
    }

    public KirchhoffInversion Run(int averages)
    {
        int n = _reader.Board.NodeCount;
        int geometries = WiringGeometry.Count(n);
        double[][] currents = Zeros(geometries, n);
        double[][] voltages = Zeros(geometries, n);
        int[][] ranges = NoRanges(geometries, n);

        // Divisor: ConductanceMeter takes at least one round.
        double factor = 0.5 / averages;
        for (int round = 0; round < averages; round++)
        {
            for (int g = 0; g < geometries; g++)
            {
                Pattern geometry = WiringGeometry.Of(g, n);
                Read(geometry, factor, currents[g], voltages[g], ranges[g]);
                Read(geometry.Negate(), -factor, currents[g], voltages[g], ranges[g]);
                _reader.Board.Monitor?.Progress(round * geometries + g + 1, averages * geometries);
            }
        }

        return Solve(currents, voltages, ranges, averages);
    }

    // One wiring: adds factor × I and factor × V.
    private void Read(Pattern geometry, double factor, double[] currents, double[] voltages, int[] ranges)
    {
        Wiring wiring = Wiring.Of(geometry);
        wiring.Connect(_reader.Board);
        double excitation = _reader.Excitation(wiring);
        _excitation.Add(excitation);
        double[] read = new double[geometry.Length];
        for (int k = 0; k < geometry.Length; k++)
        {
            read[k] = _reader.ShuntCurrent(wiring, k);
            currents[k] += factor * read[k];
        }

        CheckCurrents(geometry, read, excitation);
        for (int k = 1; k < geometry.Length; k++)
        {
            double volts = _reader.Voltage(wiring, k, ref ranges[k]);
            CheckVoltage(geometry, k, volts);
            voltages[k] += factor * volts;
        }
    }

    private KirchhoffInversion Solve(double[][] currents, double[][] voltages, int[][] ranges, int averages)
    {
        int n = _reader.Board.NodeCount;
        double relativeVariance = _excitation.RelativeVariance(_reader.ReferenceNoise);
        // Divisor: as in Run.
        double share = 0.5 / averages;
        KirchhoffInversion inversion = new KirchhoffInversion(n, currents.Length);
        for (int g = 0; g < currents.Length; g++)
        {
            double[] sigmaCurrents = new double[n];
            double[] sigmaVoltages = new double[n];
            for (int k = 0; k < n; k++)
            {
                // Divisor: ProbeReader has refused shunts of 0 ohm.
                double shunt = _reader.NoiseVolts / _reader.ShuntOhms(k);
                double current = shunt * shunt + relativeVariance * currents[g][k] * currents[g][k];
                sigmaCurrents[k] = Math.Sqrt(current * share);

                // Voltages are against electrode 1, whose own is 0 by definition and not read.
                double noise = k == 0 ? 0 : _reader.FilmNoise(ranges[g][k]);
                double voltage = noise * noise + relativeVariance * voltages[g][k] * voltages[g][k];
                sigmaVoltages[k] = Math.Sqrt(voltage * share);
            }

            inversion.Add(currents[g], voltages[g], sigmaCurrents, sigmaVoltages);
        }

        if (!inversion.Solve())
        {
            throw new MeasurementException(
                "The geometries do not determine the conductance matrix: all voltages of the film are near zero; check the sense leads.");
        }

        if (!(inversion.LargestGroupDeviation <= _settings.MaximumGroupDeviation))
        {
            throw new MeasurementException("The " + currents.Length.ToString() + " geometries disagree by "
                + MessageNumber.Of(inversion.LargestGroupDeviation * 100) + " %, limit "
                    + MessageNumber.Of(_settings.MaximumGroupDeviation * 100)
                + " %: check the sense leads and their switches SW3 and SW4.");
        }

        return inversion;
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
                throw new MeasurementException("Electrode " + (k + 1).ToString() + " carries " + ProbeReader.MicroAmperes(currents[k])
                    + " in geometry " + geometry.ToString() + " where about " + ProbeReader.MicroAmperes(share * geometry[k])
                    + " belong: check its force lead, its shunt, SW" + (geometry[k] > 0 ? "1" : "2") + " and SW5, SW6.");
            }
        }

        CheckSum(geometry, "+", plus, excitation);
        CheckSum(geometry, "-", minus, excitation);
    }

    // Every electrode of the + group is above every one of the - group; a lead that is open lies wherever leakage puts it.
    private static void CheckVoltage(Pattern geometry, int electrode, double volts)
    {
        if (geometry[electrode] != geometry[0] && volts * geometry[electrode] < -SomeVolts)
        {
            throw new MeasurementException("Electrode " + (electrode + 1).ToString() + " reads " + MessageNumber.Of(volts * 1000)
                + " mV against electrode 1 in geometry " + geometry.ToString()
                    + ", the wrong way round: check the sense leads of electrode "
                + (electrode + 1).ToString() + " and electrode 1 and their switches SW3 and SW4.");
        }
    }

    private static void CheckSum(Pattern geometry, string group, double sum, double excitation)
    {
        // Divisor: ProbeReader has refused currents that are not within 5 % of 500 µA.
        if (Math.Abs(sum / excitation - 1) > SumTolerance)
        {
            throw new MeasurementException("The shunts of the " + group + " group in geometry " + geometry.ToString() + " add up to "
                + ProbeReader.MicroAmperes(sum) + ", R_REF shows " + ProbeReader.MicroAmperes(excitation)
                + ": a shunt is wrong or a switch leaks.");
        }
    }

    private static double[][] Zeros(int rows, int columns)
    {
        double[][] zeros = new double[rows][];
        for (int i = 0; i < rows; i++)
            zeros[i] = new double[columns];

        return zeros;
    }

    private static int[][] NoRanges(int rows, int columns)
    {
        int[][] ranges = new int[rows][];
        for (int i = 0; i < rows; i++)
        {
            ranges[i] = new int[columns];
            for (int k = 0; k < columns; k++)
                ranges[i][k] = ProbeReader.NoRange;
        }

        return ranges;
    }
}
