using System;

namespace MagHopfield.Shared;

/// <summary>
/// The learning rule of the film as a model of its conductance matrix (Niu et al., PNAS 2024, eq. 2):
/// G_ij(t) = G_ij(t − 1) + η [V_i V_j − 2 α_ij (G_ij(t − 1) − G_avg,ij)], one step a pulse. The diagonal keeps rows at zero sum.
/// </summary>
public sealed class OjaModel
{
    private readonly double _learningRate;
    private readonly double[] _alpha;
    private readonly double[] _average;

    /// <summary>A model in its middle state G = G_avg.</summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    /// <param name="learningRate">η in S/V² (paper: 0.0006).</param>
    /// <param name="alpha">α_ij in V²/S for each pair, order of <see cref="ConductanceMatrix.PairIndex"/> (paper: 111 edges, 277
    /// diagonals).</param>
    /// <param name="average">G_avg,ij in siemens for each pair.</param>
    public OjaModel(int nodeCount, double learningRate, double[] alpha, double[] average)
    {
        if (alpha.Length != average.Length)
        {
            throw new ArgumentException("alpha and average need one value a pair each.");
        }

        _learningRate = learningRate;
        _alpha = alpha;
        _average = average;
        Conductance = ConductanceMatrix.FromPairs(nodeCount, average);
    }

    /// <summary>G in siemens.</summary>
    public ConductanceMatrix Conductance { get; private set; }

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
                pairs[p] += _learningRate * (voltages[i] * voltages[j] - 2 * _alpha[p] * (pairs[p] - _average[p]));
            }
        }

        Conductance = ConductanceMatrix.FromPairs(n, pairs);
    }
}
