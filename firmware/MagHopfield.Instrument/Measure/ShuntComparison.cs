using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Ad7124;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Measure;

/// <summary>
/// Compares each shunt with R_REF while one current flows through both, from the node to the next and back. Half the difference of both
/// directions is free of thermal EMF; on R_REF, where the current always has one direction, the reading without current is taken off.
/// </summary>
/// <remarks>
/// Time: rounds × (5 N + 1) readings with 5 ms each, 1.7 s for 4 nodes and 16 rounds. A ratio is then known to the noise of a reading,
/// 0.18 µV, over 25 mV and √(2 × rounds): 2e-6, fifty times better than the tolerance of the parts.
/// </remarks>
internal sealed class ShuntComparison
{
    // A shunt this far from its value is another part, or a leak: the self-test names it.
    private const double LargestDeviation = 0.005;

    private readonly ProbeReader _reader;

    public ShuntComparison(ProbeReader reader) => _reader = reader;

    public ShuntCalibration Run(int rounds, string date)
    {
        AnalogBoard board = _reader.Board;
        int n = board.NodeCount;
        double zero = Zero(rounds);
        double[] ratios = new double[n];
        double smallest = double.MaxValue;
        for (int k = 0; k < n; k++)
        {
            double shunt = 0;
            double reference = 0;
            for (int round = 0; round < rounds; round++)
            {
                Read(Wiring.Pair(k, (k + 1) % n), k, 1, ref shunt, ref reference);
                Read(Wiring.Pair((k + 1) % n, k), k, -1, ref shunt, ref reference);
            }

            // Divisor: ConductanceMeter takes at least one round.
            double share = 0.5 / rounds;
            reference = share * reference - zero;
            if (!(0 < reference))
                throw new MeasurementException("R_REF reads as much without current as with it: check AIN2, AIN3 and R_REF.");

            ratios[k] = share * shunt / reference;
            smallest = Math.Min(smallest, reference);
            Check(k, ratios[k]);
            board.Monitor?.Progress(k + 1, n);
        }

        // Divisor: as above. Two readings of each kind a round, and the zero of R_REF from as many.
        double error = _reader.NoiseVolts * Math.Sqrt(1.5 / rounds) / smallest;
        return new ShuntCalibration(ratios, error, date);
    }

    private double Zero(int rounds)
    {
        _reader.Board.ConnectSenseOnly();
        double sum = 0;
        for (int i = 0; i < 2 * rounds; i++)
        {
            if (!_reader.Board.TryReadReference(out double volts, out Fault fault))
                throw new MeasurementException("R_REF without current reads out of range (" + Ad7124Adc.Describe(fault) + ").");

            sum += volts;
        }

        // Divisor: as in Run.
        return sum / (2 * rounds);
    }

    private void Read(Wiring wiring, int node, int sign, ref double shunt, ref double reference)
    {
        wiring.Connect(_reader.Board);
        reference += _reader.Excitation(wiring) * _reader.ReferenceOhms;
        shunt += sign * _reader.ShuntVolts(wiring, node);
    }

    private void Check(int node, double ratio)
    {
        double ohms = ratio * _reader.ReferenceOhms;

        // Divisor: Begin has refused shunts of 0 ohm.
        if (Math.Abs(ohms / _reader.NominalShuntOhms - 1) > LargestDeviation)
        {
            throw new MeasurementException("The shunt of node " + (node + 1).ToString() + " compares with R_REF as " + ohms.ToString()
                + " ohm, " + MessageNumber.Of(_reader.NominalShuntOhms) + " ohm +- 0.5 % expected: run the self-test.");
        }
    }
}
