using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Figure3;

/// <summary>
/// C = Σ_{i≠j} (V_i − V_j)² G_ij/2 + Σ_{i≠j} α_ij (G_ij − G_max,ij)² in watts (Niu et al., PNAS 2024, eq. 3), with
/// α_ij = ΔV²/(4 (G_max,ij − G_min,ij)), ΔV = 2 V.
/// </summary>
public sealed class CostFunction
{
    private readonly ConductanceMatrix _maximum;
    private readonly ConductanceMatrix _average;
    private readonly ConductanceMatrix _alpha;

    /// <summary>The cost function of a film.</summary>
    /// <param name="range">Range of each element in siemens.</param>
    /// <param name="amplitude">Amplitude of the pulses in volts.</param>
    public CostFunction(ReferenceConductance range, double amplitude)
    {
        _maximum = range.Maximum;
        _average = range.Average();
        int n = _maximum.NodeCount;
        _alpha = new ConductanceMatrix(n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                _alpha[i, j] = i == j ? 0 : amplitude * amplitude / (range.Maximum[i, j] - range.Minimum[i, j]);
        }
    }

    /// <summary>C as eq. 3 has it.</summary>
    public double Of(ConductanceMatrix g, double[] v) => OhmicByDifferences(g, v) + Constraint(g);

    /// <summary>C as the last line of eq. S5 has it: by weights, with the diagonal.</summary>
    public double ByWeights(ConductanceMatrix g, double[] v)
    {
        double sum = Constraint(g);
        for (int i = 0; i < g.NodeCount; i++)
        {
            for (int j = 0; j < g.NodeCount; j++)
                sum -= (g[i, j] - _average[i, j]) * v[i] * v[j] + _average[i, j] * v[i] * v[j];
        }

        return sum;
    }

    /// <summary>Left side of eq. S6: Σ_{i≠j} (V_i − V_j)² G_ij/2.</summary>
    public static double OhmicByDifferences(ConductanceMatrix g, double[] v)
    {
        double sum = 0;
        for (int i = 0; i < g.NodeCount; i++)
        {
            for (int j = 0; j < g.NodeCount; j++)
                sum += i == j ? 0 : (v[i] - v[j]) * (v[i] - v[j]) * g[i, j] / 2;
        }

        return sum;
    }

    /// <summary>Right side of eq. S6: −Σ_ij G_ij V_i V_j.</summary>
    public static double OhmicByProducts(ConductanceMatrix g, double[] v)
    {
        double[] currents = g.Currents(v);
        return -Enumerable.Range(0, v.Length).Sum(i => currents[i] * v[i]);
    }

    private double Constraint(ConductanceMatrix g)
    {
        double sum = 0;
        for (int i = 0; i < g.NodeCount; i++)
        {
            for (int j = 0; j < g.NodeCount; j++)
            {
                double gap = g[i, j] - _maximum[i, j];
                sum += i == j ? 0 : _alpha[i, j] * gap * gap;
            }
        }

        return sum;
    }
}
