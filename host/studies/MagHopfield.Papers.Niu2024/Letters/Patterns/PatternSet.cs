using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Patterns;

/// <summary>Patterns that a network is taught, on nodes in rows and columns.</summary>
/// <param name="Name">Name of the set, as in "ECP".</param>
/// <param name="Rows">Rows of nodes.</param>
/// <param name="Columns">Columns of nodes; nodes are numbered row by row from the top left.</param>
/// <param name="Labels">A short name of each pattern, as in "E".</param>
/// <param name="Patterns">The patterns, in the order in which they are taught, each of Rows × Columns signs.</param>
public sealed record PatternSet(string Name, int Rows, int Columns, IReadOnlyList<string> Labels, IReadOnlyList<Pattern> Patterns)
{
    /// <summary>Number of patterns P.</summary>
    public int Count => Patterns.Count;

    /// <summary>Number of nodes N.</summary>
    public int NodeCount => Rows * Columns;

    /// <summary>The inner product S = x·y of two patterns, from −N to N (Niu et al., PNAS 2024, "Scaling up").</summary>
    public static int Similarity(Pattern x, Pattern y) => x.Length - 2 * x.DistanceTo(y);

    /// <summary>
    /// Index of the pattern with the largest similarity to an image, or −1 where two or more share it: then nothing is recognised.
    /// </summary>
    /// <param name="image">N signs.</param>
    public int MostSimilar(Pattern image)
    {
        int best = -1;
        int largest = int.MinValue;
        for (int k = 0; k < Patterns.Count; k++)
        {
            int s = Similarity(image, Patterns[k]);
            if (s >= largest)
            {
                best = s == largest ? -1 : k;
                largest = s;
            }
        }

        return best;
    }

    /// <summary>Largest normalised overlap |x_i·x_j|/N between two of the patterns, 0 … 1; 0 for one pattern.</summary>
    public double LargestOverlap
    {
        get
        {
            double largest = 0;
            for (int i = 0; i < Count; i++)
            {
                for (int j = 0; j < i; j++)
                    largest = Math.Max(largest, Math.Abs(Similarity(Patterns[i], Patterns[j])) / (double)NodeCount);
            }

            return largest;
        }
    }
}
