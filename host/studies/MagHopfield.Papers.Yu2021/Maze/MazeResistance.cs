using MagHopfield.Shared;
using MathNet.Numerics.LinearAlgebra;

namespace MagHopfield.Papers.Yu2021.Maze;

/// <summary>
/// The other way round: currents in, voltages out, so that resistances are the weights. The paper's remedy for a film whose conductance
/// falls where a current flows.
/// </summary>
public static class MazeResistance
{
    /// <summary>E = −Iᵀ(R − R_ref)I in V·A at currents of ±1 A less their mean, with R the pseudo-inverse of G.</summary>
    /// <param name="g">G in siemens.</param>
    /// <param name="reference">G_ref in siemens.</param>
    /// <param name="state">Signs of the currents.</param>
    public static double Energy(ConductanceMatrix g, ConductanceMatrix reference, Pattern state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Vector<double> i = Vector<double>.Build.Dense(state.Length, k => state[k]);
        i -= i.Sum() / state.Length;
        return -(i * ((Inverse(g) - Inverse(reference)) * i));
    }

    // On currents that sum to zero.
    private static Matrix<double> Inverse(ConductanceMatrix g)
    {
        ArgumentNullException.ThrowIfNull(g);
        int n = g.NodeCount;
        Matrix<double> uniform = Matrix<double>.Build.Dense(n, n, 1.0 / n);
        return (Matrix<double>.Build.Dense(n, n, (i, j) => g[i, j]) + uniform).Inverse() - uniform;
    }
}
