namespace MagHopfield.FilmStudies.Pictures;

/// <summary>Names of pairs of nodes as in the papers: "12" for nodes 1 and 2, "1,12" where a node has two digits.</summary>
public static class PairName
{
    /// <summary>The name of the pair of zero-based indices i and j among N nodes.</summary>
    public static string Of(int i, int j, int nodeCount) => nodeCount < 10 ? $"{i + 1}{j + 1}" : $"{i + 1},{j + 1}";

    /// <summary>All names in the order of <see cref="Shared.ConductanceMatrix.PairIndex"/>.</summary>
    public static string[] All(int nodeCount) =>
        [.. from i in Enumerable.Range(0, nodeCount) from j in Enumerable.Range(i + 1, nodeCount - i - 1) select Of(i, j, nodeCount)];
}
