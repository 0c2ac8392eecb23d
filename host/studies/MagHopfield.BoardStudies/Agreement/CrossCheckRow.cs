using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.Agreement;

/// <summary>
/// One off-diagonal element of G, measured by the instrument and known from the simulator. An error is judged against the largest
/// off-diagonal element of the two rows of G that the element stands in: noise enters G_ij as σ_R |g_i||g_j|, g_i row i of G, whatever
/// G_ij itself is, and the field Σ w_ij V_j of a recall adds siemens. A pair that is coupled by next to nothing is so held to the same
/// siemens as its neighbours.
/// </summary>
/// <param name="Pair">Name of the pair of nodes, as in "12".</param>
/// <param name="Measured">G_ij as the instrument measured it, in siemens.</param>
/// <param name="Simulated">G_ij of the film behind the board, in siemens.</param>
/// <param name="LargestOfRows">Largest |G_ik|, |G_jk| of the film off the diagonal, in siemens.</param>
/// <param name="StandardError">Standard error that the instrument states, in siemens; 0 where it states none.</param>
/// <param name="Budget">Largest error that passes, as a share of <paramref name="LargestOfRows"/>.</param>
public sealed record CrossCheckRow(
    string Pair, double Measured, double Simulated, double LargestOfRows, double StandardError, double Budget)
{
    /// <summary>Measured minus simulated, in siemens.</summary>
    public double AbsoluteError => Measured - Simulated;

    /// <summary>Error relative to the size of the simulated element itself; reported, not judged.</summary>
    public double RelativeError => AbsoluteError / Math.Abs(Simulated);

    /// <summary>Error relative to the largest element of the two rows: what the budget judges.</summary>
    public double ErrorOfRows => AbsoluteError / LargestOfRows;

    /// <summary>Largest error in siemens that passes.</summary>
    public double Tolerance => Budget * LargestOfRows;

    /// <summary>Whether the element is within the budget.</summary>
    public bool Passes => Math.Abs(AbsoluteError) <= Tolerance;

    /// <summary>One row a pair of nodes, in the order of <see cref="ConductanceMatrix.PairIndex"/>.</summary>
    /// <param name="measured">G in siemens as measured.</param>
    /// <param name="simulated">G in siemens of the film.</param>
    /// <param name="standardErrors">Standard errors in siemens of the pairs.</param>
    /// <param name="budget">Largest error that passes, as a share of the largest element of the two rows.</param>
    public static IReadOnlyList<CrossCheckRow> All(
        ConductanceMatrix measured, ConductanceMatrix simulated, IReadOnlyList<double> standardErrors, double budget)
    {
        string[] names = PairName.All(simulated.NodeCount);
        double[] m = measured.ToPairs();
        double[] s = simulated.ToPairs();
        double[] largest = LargestOfTheRows(simulated);
        return [.. names.Select((name, p) => new CrossCheckRow(name, m[p], s[p], largest[p], standardErrors[p], budget))];
    }

    /// <summary>The largest off-diagonal element of the two rows of each pair, in siemens.</summary>
    /// <param name="conductance">G in siemens.</param>
    public static double[] LargestOfTheRows(ConductanceMatrix conductance)
    {
        int n = conductance.NodeCount;
        double[] rows =
        [
            .. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Where(j => j != i).Max(j => Math.Abs(conductance[i, j]))),
        ];
        return [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(i + 1, n - i - 1) select Math.Max(rows[i], rows[j])];
    }
}
