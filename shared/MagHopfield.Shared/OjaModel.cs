using System;

namespace MagHopfield.Shared;

/// <summary>
/// The learning rule of the film as a model of its conductance matrix (Niu et al., PNAS 2024, eq. 2):
/// G_ij(t) = G_ij(t − 1) + η [V_i V_j − 2 α_ij (G_ij(t − 1) − G_avg,ij)], one step a pulse. The diagonal keeps rows at zero sum.
/// </summary>
public sealed class OjaModel
{
    private readonly double[] _learningRates;
    private readonly double[] _alpha;
    private readonly double[] _average;

    /// <summary>A model in its middle state G = G_avg, with one η.</summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    /// <param name="learningRate">η in S/V² (paper: 0.0006).</param>
    /// <param name="alpha">α_ij in V²/S for each pair, order of <see cref="ConductanceMatrix.PairIndex"/> (paper: 111 edges, 277
    /// diagonals).</param>
    /// <param name="average">G_avg,ij in siemens for each pair.</param>
    public OjaModel(int nodeCount, double learningRate, double[] alpha, double[] average)
        : this(nodeCount, Same(learningRate, alpha.Length), alpha, average)
    {
    }

    /// <summary>A model in its middle state G = G_avg, with an η of its own for each pair, as a fit to a film gives them.</summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    /// <param name="learningRates">η_ij in S/V² for each pair.</param>
    /// <param name="alpha">α_ij in V²/S for each pair.</param>
    /// <param name="average">G_avg,ij in siemens for each pair.</param>
    public OjaModel(int nodeCount, double[] learningRates, double[] alpha, double[] average)
    {
        if (alpha.Length != average.Length || alpha.Length != learningRates.Length)
            throw new ArgumentException("learning rates, alpha and average need one value a pair each.");

        _learningRates = learningRates;
        _alpha = alpha;
        _average = average;
        Conductance = ConductanceMatrix.FromPairs(nodeCount, average);
    }

    /// <summary>G in siemens; set to begin from a measured or saved state.</summary>
    public ConductanceMatrix Conductance { get; set; }

    /// <summary>One pulse.</summary>
    /// <param name="voltages">N voltages of the gold electrodes in volts.</param>
    public void Apply(double[] voltages)
    {
        int n = Conductance.NodeCount;
        double[] pairs = Conductance.ToPairs();
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                int p = ConductanceMatrix.PairIndex(i, j, n);
                pairs[p] += _learningRates[p] * (voltages[i] * voltages[j] - 2 * _alpha[p] * (pairs[p] - _average[p]));
            }
        }

        Conductance = ConductanceMatrix.FromPairs(n, pairs);
    }

    /// <summary>
    /// Many like pulses at once: after n of them G − G_end has shrunk by (1 − 2 η α)ⁿ, G_end = G_avg + V_i V_j/(2 α). Where 2 η α is not
    /// between 0 and 1, or α is 0, the pulses are taken one by one.
    /// </summary>
    /// <param name="voltages">N voltages of the gold electrodes in volts.</param>
    /// <param name="pulses">Number of pulses, not negative; a pulse may count as a part of one.</param>
    public void Apply(double[] voltages, double pulses)
    {
        int n = Conductance.NodeCount;
        double[] pairs = Conductance.ToPairs();
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                int p = ConductanceMatrix.PairIndex(i, j, n);
                double shrink = 1 - 2 * _learningRates[p] * _alpha[p];
                if (_alpha[p] == 0 || !(0 < shrink) || !(shrink < 1))
                {
                    for (int k = 0; k < pulses; k++)
                        pairs[p] += _learningRates[p] * (voltages[i] * voltages[j] - 2 * _alpha[p] * (pairs[p] - _average[p]));

                    continue;
                }

                // Divisor: α is not 0 here.
                double end = _average[p] + voltages[i] * voltages[j] / (2 * _alpha[p]);
                pairs[p] = end + (pairs[p] - end) * Math.Pow(shrink, pulses);
            }
        }

        Conductance = ConductanceMatrix.FromPairs(n, pairs);
    }

    private static double[] Same(double value, int count)
    {
        double[] values = new double[count];
        for (int k = 0; k < count; k++)
            values[k] = value;

        return values;
    }
}
