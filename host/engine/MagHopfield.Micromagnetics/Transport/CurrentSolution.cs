using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Shared;

namespace MagHopfield.Micromagnetics.Transport;

/// <summary>The current in one magnetic state, solved for: what each source makes of 1 V or 1 A.</summary>
internal sealed class CurrentSolution(int sources, int electrodes, int cells)
{
    /// <summary>Time of the state in seconds.</summary>
    public double Time { get; set; }

    /// <summary>Conductance matrix, contacts included, in siemens.</summary>
    public ConductanceMatrix Conductance { get; set; } = new(electrodes);

    /// <summary>What turns voltages outside of the contacts into those of the electrodes.</summary>
    public double[,] Division { get; set; } = new double[electrodes, electrodes];

    /// <summary>Voltages of the electrodes outside of their contacts, by source.</summary>
    public double[][] Voltages { get; } = new double[sources][];

    /// <summary>Current density in A/m², by source.</summary>
    public (double[] X, double[] Y)[] Densities { get; } =
        [.. Enumerable.Range(0, sources).Select(_ => (new double[cells], new double[cells]))];

    /// <summary>Oersted field in A/m, by source, where it is computed.</summary>
    public OerstedField?[] Fields { get; } = new OerstedField?[sources];

    /// <summary>
    /// Largest difference of the densities of any source from a weighted sum of those of other solutions, relative to its largest one.
    /// </summary>
    /// <param name="others">The other solutions; those beyond the weights do not count.</param>
    /// <param name="weights">Their weights, no unit.</param>
    public double Miss(ReadOnlySpan<CurrentSolution> others, ReadOnlySpan<double> weights)
    {
        double worst = 0;
        for (int s = 0; s < Densities.Length; s++)
        {
            (double miss, double largest) = (0, 0);
            (double[] x, double[] y) = Densities[s];
            for (int c = 0; c < x.Length; c++)
            {
                (double dx, double dy) = (x[c], y[c]);
                for (int k = 0; k < weights.Length; k++)
                {
                    dx -= weights[k] * others[k].Densities[s].X[c];
                    dy -= weights[k] * others[k].Densities[s].Y[c];
                }

                miss = Math.Max(miss, (dx * dx) + (dy * dy));
                largest = Math.Max(largest, (x[c] * x[c]) + (y[c] * y[c]));
            }

            worst = Math.Max(worst, largest > 0 ? Math.Sqrt(miss / largest) : 0);
        }

        return worst;
    }
}
