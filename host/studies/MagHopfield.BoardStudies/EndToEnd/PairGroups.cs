namespace MagHopfield.BoardStudies.EndToEnd;

/// <summary>
/// Splits the pairs of nodes into groups of like conductance, so that each gets an axis on which its changes can be seen: on a 2×2
/// film the edges are half as large again as the diagonals, while learning changes either by some percent.
/// </summary>
internal static class PairGroups
{
    // A gap between two neighbours in size splits them where it is this much wider than the widest change of any pair.
    private const double GapRatio = 2;

    /// <summary>Groups of pair indices, largest |G| first.</summary>
    /// <param name="samples">G_ij in siemens of each sample and pair; at least one sample.</param>
    public static IReadOnlyList<int[]> BySize(IReadOnlyList<double[]> samples)
    {
        int count = samples[0].Length;
        double[] mean = [.. Enumerable.Range(0, count).Select(p => samples.Average(s => s[p]))];
        double widest = Enumerable.Range(0, count).Max(p => samples.Max(s => s[p]) - samples.Min(s => s[p]));
        int[] order = [.. Enumerable.Range(0, count).OrderBy(p => mean[p])];
        List<List<int>> groups = [[order[0]]];
        for (int k = 1; k < count; k++)
        {
            if (mean[order[k]] - mean[order[k - 1]] > GapRatio * widest)
                groups.Add([]);

            groups[^1].Add(order[k]);
        }

        return [.. groups.Select(g => g.Order().ToArray())];
    }
}
