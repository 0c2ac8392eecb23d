using System;
using MagHopfield.Shared;

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
        for (int source = 0; source < n; source++)
        {
            voltages[source] = new double[n];
        }

        // Divisor: ConductanceMeter takes at least one round.
        double factor = 0.5 / averages;
        for (int round = 0; round < averages; round++)
        {
            for (int source = 1; source < n; source++)
            {
                currents[source] += factor * Read(Wiring.Pair(source, 0), source, 0, factor, voltages[source]);
                currents[source] += factor * Read(Wiring.Pair(0, source), 0, source, -factor, voltages[source]);
                _reader.Board.Monitor?.Progress(round * (n - 1) + source, averages * (n - 1));
            }
        }

        return Solve(currents, voltages, averages);
    }

    // One wiring: adds factor × V and gives the current.
    private double Read(Wiring wiring, int source, int sink, double factor, double[] voltages)
    {
        wiring.Connect(_reader.Board);
        double excitation = _reader.Excitation(wiring);
        _excitation.Add(excitation);
        CheckShunt(wiring, source, _reader.ShuntCurrent(wiring, source), excitation);
        CheckShunt(wiring, sink, -_reader.ShuntCurrent(wiring, sink), excitation);
        for (int k = 1; k < voltages.Length; k++)
        {
            voltages[k] += factor * _reader.Voltage(wiring, k);
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

    private KelvinInversion Solve(double[] currents, double[][] voltages, int averages)
    {
        int n = _reader.Board.NodeCount;
        // Divisor: as in Run.
        double share = 0.5 / averages;
        double relativeVariance = _excitation.RelativeVariance(_reader.ReferenceNoise);
        double currentVariance = _reader.ReferenceNoise * _reader.ReferenceNoise;
        double sigmaVoltage = _reader.NoiseVolts * Math.Sqrt(share);
        KelvinInversion inversion = new KelvinInversion(n);
        for (int source = 1; source < n; source++)
        {
            double sigmaCurrent = Math.Sqrt((currentVariance + relativeVariance * currents[source] * currents[source]) * share);
            inversion.Add(source, currents[source], voltages[source], sigmaCurrent, sigmaVoltage);
        }

        if (!inversion.Solve())
        {
            throw new MeasurementException("The injections do not determine the conductance matrix: an electrode's voltage does not follow its own current; check the sense leads and their switches SW3 and SW4.");
        }

        if (!(inversion.LargestReciprocityDeviation <= _settings.MaximumGroupDeviation))
        {
            throw new MeasurementException("Reciprocity fails by " + (inversion.LargestReciprocityDeviation * 100).ToString()
                + " %, limit " + (_settings.MaximumGroupDeviation * 100).ToString()
                + " %: check the sense leads and their switches SW3 and SW4.");
        }

        return inversion;
    }
}
