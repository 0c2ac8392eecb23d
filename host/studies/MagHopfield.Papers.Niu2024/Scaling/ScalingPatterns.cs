using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Rules;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Scaling;

/// <summary>Patterns for measuring the capacity of a network, drawn from a seed.</summary>
public static class ScalingPatterns
{
    // A pattern that is like one before it, or all of one sign (which drives no current), is drawn again; small arrays run out of others.
    private const int MostDraws = 10_000;

    /// <summary>Draws patterns, all different up to sign and none of one sign only.</summary>
    /// <param name="kind">How they are drawn.</param>
    /// <param name="rows">Rows of nodes.</param>
    /// <param name="columns">Columns of nodes.</param>
    /// <param name="count">Number of patterns M. Fewer of the same seed are the first of these.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>The set, or null where an array of so few nodes has not as many.</returns>
    public static PatternSet? Draw(PatternKind kind, int rows, int columns, int count, int seed)
    {
        int n = rows * columns;
        Random random = new(unchecked((seed * 31 + (int)kind) * 7919 + n));
        sbyte[] template = Signs(random, n);
        List<Pattern> patterns = [];
        for (int draw = 0; draw < MostDraws && patterns.Count < count; draw++)
        {
            Pattern pattern = new(kind switch
            {
                PatternKind.Random => Signs(random, n),
                PatternKind.Correlated => Distorted(template, random),
                _ => Areas(random, rows, columns),
            });
            if (Enumerable.Range(1, n - 1).Any(i => pattern[i] != pattern[0]) && !patterns.Any(p => p.SameUpToSign(pattern)))
                patterns.Add(pattern);
        }

        return patterns.Count < count
            ? null
            : new PatternSet(
                FormattableString.Invariant($"{kind} {rows}x{columns} M{count} seed {seed}"), rows, columns,
                [
                    .. Enumerable.Range(1, count).Select(k => $"{k}"),
                ], patterns);
    }

    /// <summary>Nodes in which a correlated pattern differs from its template: a fifth of them, at least one.</summary>
    /// <param name="nodes">Number of nodes N.</param>
    public static int Distortion(int nodes) => Math.Max(1, (int)Math.Round(0.2 * nodes));

    /// <summary>
    /// Overlap (1 − 2k/N)² that two correlated patterns have on average, k the <see cref="Distortion"/>; 0.36 for large N.
    /// </summary>
    /// <param name="nodes">Number of nodes N.</param>
    public static double ExpectedOverlap(int nodes) => Math.Pow(1 - 2.0 * Distortion(nodes) / nodes, 2);

    private static sbyte[] Signs(Random random, int n) => [.. Enumerable.Range(0, n).Select(_ => (sbyte)(random.Next(2) == 0 ? 1 : -1))];

    private static sbyte[] Areas(Random random, int rows, int columns)
    {
        double[] noise = [.. Enumerable.Range(0, rows * columns).Select(_ => random.NextDouble() - 0.5)];
        return
        [
            .. Enumerable.Range(0, rows * columns).Select(
                i => (sbyte)(Enumerable.Range(0, noise.Length).Sum(j => noise[j] * Share(i, j)) > 0 ? 1 : -1)),
        ];

        // A node counts twice as much as each of its four neighbours, and they twice as much as each diagonal one.
        double Share(int i, int j) => NodeDistance.Of(i, j, columns) switch
        {
            < 0.5 => 4,
            < 1.2 => 2,
            < 1.5 => 1,
            _ => 0,
        };
    }

    private static sbyte[] Distorted(sbyte[] template, Random random)
    {
        sbyte[] signs = [.. template];
        int[] order = [.. Enumerable.Range(0, signs.Length)];
        random.Shuffle(order);
        foreach (int node in order.Take(Distortion(signs.Length)))
            signs[node] = (sbyte)-signs[node];

        return signs;
    }
}

/// <summary>How patterns are drawn.</summary>
public enum PatternKind
{
    /// <summary>Every node + or − with equal chance.</summary>
    Random,

    /// <summary>A random template, in every pattern with another fifth of its nodes turned over: patterns that look alike.</summary>
    Correlated,

    /// <summary>Connected areas, as letters have them: the sign of white noise averaged over a node and its neighbours.</summary>
    Areas,
}
