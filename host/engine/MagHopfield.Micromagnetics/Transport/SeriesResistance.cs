using MagHopfield.Shared;
using MathNet.Numerics.LinearAlgebra;

namespace MagHopfield.Micromagnetics.Transport;

/// <summary>
/// Resistances in series with the electrodes of a conductor, as contacts or leads. With V the voltages outside and V' = V − R I those
/// of the electrodes, I = G V' gives I = (1 + G R)⁻¹ G V and V' = (1 + R G)⁻¹ V.
/// </summary>
public static class SeriesResistance
{
    /// <summary>Conductance matrix seen from outside, (1 + G R)⁻¹ G, in siemens.</summary>
    /// <param name="conductance">G in siemens.</param>
    /// <param name="resistance">R of each electrode in ohms.</param>
    public static ConductanceMatrix Conductance(ConductanceMatrix conductance, double resistance)
    {
        int n = conductance.NodeCount;
        Matrix<double> g = ToMatrix(conductance);
        Matrix<double> outside = (Matrix<double>.Build.DenseIdentity(n) + g * resistance).Solve(g);
        ConductanceMatrix result = new(n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                result[i, j] = outside[i, j];
        }

        return result;
    }

    /// <summary>The N × N matrix (1 + R G)⁻¹ that turns outside voltages into voltages of the electrodes, no unit.</summary>
    /// <param name="conductance">G in siemens.</param>
    /// <param name="resistance">R of each electrode in ohms.</param>
    public static double[,] VoltageDivision(ConductanceMatrix conductance, double resistance)
    {
        int n = conductance.NodeCount;
        return (Matrix<double>.Build.DenseIdentity(n) + ToMatrix(conductance) * resistance).Inverse().ToArray();
    }

    private static Matrix<double> ToMatrix(ConductanceMatrix g) =>
        Matrix<double>.Build.Dense(g.NodeCount, g.NodeCount, (i, j) => g[i, j]);
}
