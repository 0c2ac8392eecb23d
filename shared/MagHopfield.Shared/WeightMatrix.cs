using System;

namespace MagHopfield.Shared;

/// <summary>
/// The weights of a Hopfield network, w_ij = G_ij − G_avg,ij, w_ii = 0, in siemens (Niu et al., PNAS 2024, below eq. 4).
/// </summary>
public sealed class WeightMatrix : ILocalField
{
    private readonly double[] _elements;

    /// <summary>Weights of zero.</summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    public WeightMatrix(int nodeCount)
    {
        NodeCount = nodeCount;
        _elements = new double[nodeCount * nodeCount];
    }

    /// <summary>Number of nodes N.</summary>
    public int NodeCount { get; }

    /// <summary>w_ij in siemens, zero-based indices.</summary>
    public double this[int row, int column]
    {
        get => _elements[row * NodeCount + column];
        set => _elements[row * NodeCount + column] = value;
    }

    /// <summary>The matrix whose off-diagonal elements are given once for each pair.</summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    /// <param name="pairs">w_ij in siemens in the order 12, 13, …, 1N, 23, …: N(N − 1)/2 values.</param>
    public static WeightMatrix FromPairs(int nodeCount, double[] pairs)
    {
        WeightMatrix weights = new WeightMatrix(nodeCount);
        for (int i = 0; i < nodeCount; i++)
        {
            for (int j = 0; j < nodeCount; j++)
                weights[i, j] = i == j ? 0 : pairs[ConductanceMatrix.PairIndex(i, j, nodeCount)];
        }

        return weights;
    }

    /// <summary>Forms the weights from a conductance matrix and its reference.</summary>
    /// <param name="conductance">G in siemens.</param>
    /// <param name="reference">G_avg in siemens, of the same size.</param>
    public static WeightMatrix FromConductance(ConductanceMatrix conductance, ConductanceMatrix reference)
    {
        int n = conductance.NodeCount;
        if (reference.NodeCount != n)
            throw new ArgumentException("G has " + n.ToString() + " nodes, its reference " + reference.NodeCount.ToString() + ".");

        WeightMatrix weights = new WeightMatrix(n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                weights[i, j] = i == j ? 0 : conductance[i, j] - reference[i, j];
        }

        return weights;
    }

    /// <summary>w_ij of each pair once, in siemens, in the order 12, 13, …, 1N, 23, …: N(N − 1)/2 values.</summary>
    public double[] ToPairs()
    {
        double[] pairs = new double[NodeCount * (NodeCount - 1) / 2];
        for (int i = 0; i < NodeCount; i++)
        {
            for (int j = i + 1; j < NodeCount; j++)
                pairs[ConductanceMatrix.PairIndex(i, j, NodeCount)] = this[i, j];
        }

        return pairs;
    }

    /// <summary>Local field of a node, h_i = Σ_{j≠i} w_ij V_j, in siemens times the unit of V.</summary>
    /// <param name="state">N signs.</param>
    /// <param name="node">Zero-based node.</param>
    public double LocalField(Pattern state, int node)
    {
        double sum = 0;
        int row = node * NodeCount;
        for (int j = 0; j < NodeCount; j++)
        {
            if (j != node)
                sum += _elements[row + j] * state[j];
        }

        return sum;
    }

    /// <summary>Hopfield energy E = −Σ_{i≠j} w_ij V_i V_j for V = ±1 V (Niu 2024, eq. 4), in watts (siemens × V²).</summary>
    public double Energy(Pattern state)
    {
        double sum = 0;
        for (int i = 0; i < NodeCount; i++)
            sum -= state[i] * LocalField(state, i);

        return sum;
    }
}
