using System;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Recall;

/// <summary>
/// The local field from currents measured on the film (Niu et al., PNAS 2024, "Inference process for associative memory", steps 2 to 7):
/// the electrodes are wired by their signs, the current into electrode i is measured with i in both polarities, I_i = I_i1 + I_i2, and
/// the field is (I_i − ξ I_i^ref)/2 for amplitudes of 1 V.
/// </summary>
/// <remarks>
/// The paper measures I_i^ref at the film saturated by 1 T. Here it is what the reference matrix gives at the very voltages that were
/// measured, I_i^ref = Σ_j G^ref_ij V_j: then shunts, which hold the electrodes of a group at voltages somewhat apart, drop out of
/// I_i − I_i^ref = Σ_j (G − G^ref)_ij V_j. Each wiring is divided by its own amplitude, half the voltage between the means of its groups,
/// because the source gives a current and not a voltage. A wiring of all electrodes alike carries no current: its share is 0.
/// </remarks>
internal sealed class FilmField : ILocalField
{
    private readonly ProbeReader _reader;
    private readonly ConductanceMatrix _reference;
    private readonly double _xi;

    public FilmField(ProbeReader reader, ConductanceMatrix reference, double xi)
    {
        if (reference.NodeCount != reader.Board.NodeCount)
        {
            throw new ArgumentException("A film of " + reader.Board.NodeCount.ToString()
                + " nodes cannot be compared with a reference of " + reference.NodeCount.ToString() + ".");
        }

        if (!(0 < xi) || !(xi <= 2))
            throw new ArgumentOutOfRangeException("xi", "xi is above 0 and at most 2 (paper: 0.98), got " + xi.ToString() + ".");

        _reader = reader;
        _reference = reference;
        _xi = xi;
    }

    public double LocalField(Pattern state, int node) => 0.5 * (Share(state, node) + Share(state.Flip(node), node));

    // (I − ξ I_ref)/amplitude of one wiring, read at +I and −I.
    private double Share(Pattern state, int node)
    {
        int n = state.Length;
        int plus = 0;
        for (int k = 0; k < n; k++)
            plus += state[k] > 0 ? 1 : 0;

        int minus = n - plus;
        if (plus == 0 || minus == 0)
            return 0;

        double[] volts = new double[n];
        int[] ranges = new int[n];
        for (int k = 0; k < n; k++)
            ranges[k] = ProbeReader.NoRange;

        double current = Read(state, node, 0.5, volts, ranges) + Read(state.Negate(), node, -0.5, volts, ranges);
        double amplitude = 0;
        double reference = 0;
        for (int k = 0; k < n; k++)
        {
            amplitude += 0.5 * (state[k] > 0 ? volts[k] / plus : -volts[k] / minus);

            // Against the node itself, so that the diagonal does not enter: the middle of each element's range has rows that do not sum to
            // 0.
            reference += _reference[node, k] * (volts[k] - volts[node]);
        }

        if (!(0 < amplitude))
        {
            throw new MeasurementException("The voltage between the groups of \"" + state.ToString() + "\" is "
                + MessageNumber.Of(2000 * amplitude) + " mV: check the sense leads and their switches SW3 and SW4.");
        }

        return (current - _xi * reference) / amplitude;
    }

    private double Read(Pattern state, int node, double factor, double[] volts, int[] ranges)
    {
        Wiring wiring = Wiring.Of(state);
        wiring.Connect(_reader.Board);
        _reader.Excitation(wiring);
        double current = factor * _reader.ShuntCurrent(wiring, node);
        for (int k = 1; k < volts.Length; k++)
            volts[k] += factor * _reader.Voltage(wiring, k, ref ranges[k]);

        return current;
    }
}
