using System;
using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Measure;

/// <summary>
/// <see cref="MeasurementScheme.Kelvin"/>: current from each electrode in turn to electrode 1 and back. The current is read on R_REF and
/// checked against the shunts of source and sink, every electrode's voltage against electrode 1.
/// </summary>
internal sealed class KelvinScan
{
    private const double ShuntTolerance = 0.005;

    private readonly ProbeReader _reader;
    private readonly InstrumentSettings _settings;
    private readonly ExcitationLog _excitation;

    public KelvinScan(ProbeReader reader, InstrumentSettings settings, ExcitationLog excitation)
    {
        _reader = reader;
        _settings = settings;
        _excitation = excitation;
    }

    public KelvinInversion Run(int averages)
    {
        int n = _reader.Board.NodeCount;
        double[] currents = new double[n];
        double[][] voltages = new double[n][];
        int[] ranges = new int[n];
        for (int source = 0; source < n; source++)
        {
            voltages[source] = new double[n];
            ranges[source] = ProbeReader.NoRange;
        }

        // Divisor: ConductanceMeter takes at least one round.
        double factor = 0.5 / averages;
        for (int round = 0; round < averages; round++)
        {
            for (int source = 1; source < n; source++)
            {
                currents[source] += factor * Read(Wiring.Pair(source, 0), source, factor, voltages[source], ref ranges[source]);
                currents[source] += factor * Read(Wiring.Pair(0, source), source, -factor, voltages[source], ref ranges[source]);
                _reader.Board.Monitor?.Progress(round * (n - 1) + source, averages * (n - 1));
            }
        }

        return Solve(currents, voltages, ranges, averages);
    }

    // One wiring: adds factor × V and gives the current. No voltage is above that of the source itself, so its range serves all.
    private double Read(Wiring wiring, int electrode, double factor, double[] voltages, ref int range)
    {
        wiring.Connect(_reader.Board);
        double excitation = _reader.Excitation(wiring);
        _excitation.Add(excitation);
        double sign = factor > 0 ? 1 : -1;
        CheckShunt(wiring, electrode, sign * _reader.ShuntCurrent(wiring, electrode), excitation);
        CheckShunt(wiring, 0, -sign * _reader.ShuntCurrent(wiring, 0), excitation);
        voltages[electrode] += factor * _reader.Voltage(wiring, electrode, ref range);
        for (int k = 1; k < voltages.Length; k++)
        {
            if (k != electrode)
                voltages[k] += factor * _reader.Voltage(wiring, k, ref range);
        }

        return excitation;
    }

    private static void CheckShunt(Wiring wiring, int node, double current, double excitation)
    {
        // Divisor: ProbeReader has refused currents that are not within 5 % of 500 µA.
        if (Math.Abs(current / excitation - 1) > ShuntTolerance)
        {
            throw new MeasurementException("The shunt of node " + (node + 1).ToString() + " shows " + ProbeReader.MicroAmperes(current)
                + " in " + wiring.ToString() + ", R_REF " + ProbeReader.MicroAmperes(excitation)
                + ": the shunt is wrong, a switch leaks or is stuck.");
        }
    }

    private KelvinInversion Solve(double[] currents, double[][] voltages, int[] ranges, int averages)
    {
        int n = _reader.Board.NodeCount;

        // Divisor: as in Run.
        double share = 0.5 / averages;
        double relativeVariance = _excitation.RelativeVariance(_reader.ReferenceNoise);
        double currentVariance = _reader.ReferenceNoise * _reader.ReferenceNoise;
        KelvinInversion inversion = new KelvinInversion(n);
        for (int source = 1; source < n; source++)
        {
            double sigmaCurrent = Math.Sqrt((currentVariance + relativeVariance * currents[source] * currents[source]) * share);
            double sigmaVoltage = _reader.FilmNoise(ranges[source]) * Math.Sqrt(share);
            inversion.Add(source, currents[source], voltages[source], sigmaCurrent, sigmaVoltage);

            // Not needed twice: with many nodes this is what the memory of an ESP32 lacks.
            voltages[source] = voltages[0];
        }

        if (!inversion.Solve())
        {
            throw new MeasurementException("The injections do not determine the conductance matrix: an electrode's voltage does not "
                + "follow its own current; check the sense leads and their switches SW3 and SW4.");
        }

        if (!(inversion.LargestReciprocityDeviation <= _settings.MaximumGroupDeviation))
        {
            throw new MeasurementException("Reciprocity fails by " + MessageNumber.Of(inversion.LargestReciprocityDeviation * 100)
                + " %, limit " + MessageNumber.Of(_settings.MaximumGroupDeviation * 100)
                + " %: check the sense leads and their switches SW3 and SW4.");
        }

        return inversion;
    }
}
