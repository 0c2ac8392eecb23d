using System;

namespace MagHopfield.Shared;

/// <summary>
/// The conductance matrix G of a conductor with N electrodes, in siemens: I_i = Σ_j G_ij V_j, I_i the current into electrode i
/// (Niu et al., PNAS 2024, "Determining the conductance matrix"). Off-diagonal elements are negative, rows sum to zero, G is
/// symmetric; the class checks none of this, because a measured matrix shows its errors there.
/// </summary>
public sealed class ConductanceMatrix
{
    private readonly double[] _elements;

    /// <summary>A matrix of zeros.</summary>
    /// <param name="nodeCount">Number of electrodes N, at least 2.</param>
    public ConductanceMatrix(int nodeCount)
    {
        if (nodeCount < 2)
            throw new ArgumentOutOfRangeException("nodeCount");

        NodeCount = nodeCount;
        _elements = new double[nodeCount * nodeCount];
    }

    /// <summary>Number of electrodes N.</summary>
    public int NodeCount { get; }

    /// <summary>Number of pairs of electrodes, N(N − 1)/2: the independent elements.</summary>
    public int PairCount => NodeCount * (NodeCount - 1) / 2;

    /// <summary>G_ij in siemens, zero-based indices.</summary>
    public double this[int row, int column]
    {
        get => _elements[row * NodeCount + column];
        set => _elements[row * NodeCount + column] = value;
    }

    /// <summary>
    /// Builds G from its off-diagonal elements; the diagonal is G_ii = −Σ_{j≠i} G_ij (current conservation).
    /// </summary>
    /// <param name="nodeCount">N.</param>
    /// <param name="pairs">N(N − 1)/2 values in siemens in the order 12, 13, …, 1N, 23, …</param>
    public static ConductanceMatrix FromPairs(int nodeCount, double[] pairs)
    {
        ConductanceMatrix g = new ConductanceMatrix(nodeCount);
        if (pairs.Length != g.PairCount)
        {
            throw new ArgumentException(g.PairCount.ToString() + " pairs expected for " + nodeCount.ToString() + " nodes, got "
                + pairs.Length.ToString() + ".");
        }

        for (int i = 0; i < nodeCount; i++)
        {
            for (int j = i + 1; j < nodeCount; j++)
            {
                double value = pairs[PairIndex(i, j, nodeCount)];
                g[i, j] = value;
                g[j, i] = value;
                g[i, i] -= value;
                g[j, j] -= value;
            }
        }

        return g;
    }

    /// <summary>Position of the pair (i, j), i ≠ j, in the order 12, 13, …, 1N, 23, … (zero-based indices).</summary>
    public static int PairIndex(int i, int j, int nodeCount)
    {
        int a = i < j ? i : j;
        int b = i < j ? j : i;
        return a * (2 * nodeCount - a - 1) / 2 + b - a - 1;
    }

    /// <summary>The off-diagonal elements G_ij, i &lt; j, in siemens, in the order of <see cref="PairIndex"/>.</summary>
    public double[] ToPairs()
    {
        double[] pairs = new double[PairCount];
        for (int i = 0; i < NodeCount; i++)
        {
            for (int j = i + 1; j < NodeCount; j++)
                pairs[PairIndex(i, j, NodeCount)] = this[i, j];
        }

        return pairs;
    }

    /// <summary>Currents into the electrodes in amperes, I = G V.</summary>
    /// <param name="voltages">N voltages in volts.</param>
    public double[] Currents(double[] voltages)
    {
        double[] currents = new double[NodeCount];
        for (int i = 0; i < NodeCount; i++)
        {
            double sum = 0;
            for (int j = 0; j < NodeCount; j++)
                sum += this[i, j] * voltages[j];

            currents[i] = sum;
        }

        return currents;
    }
}
