using MagHopfield.Papers.Niu2024.Letters.Rules;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Scaling;

/// <summary>How the weights of a film fall off with the distance of the nodes.</summary>
public static class Locality
{
    /// <summary>Mean |w_ij| of all pairs at each distance, over some networks.</summary>
    /// <param name="weights">Weights in siemens.</param>
    /// <param name="columns">Columns of the array.</param>
    /// <returns>Distance in pitches and mean |w| in siemens, by distance.</returns>
    public static IReadOnlyList<LocalityPoint> Of(IReadOnlyList<WeightMatrix> weights, int columns)
    {
        int n = weights[0].NodeCount;
        var pairs = from i in Enumerable.Range(0, n)
                    from j in Enumerable.Range(0, i)
                    select (Distance: Math.Round(NodeDistance.Of(i, j, columns), 9), Weight: weights.Average(w => Math.Abs(w[i, j])));
        return [.. pairs.GroupBy(p => p.Distance).OrderBy(g => g.Key).Select(g => new LocalityPoint(g.Key, g.Average(p => p.Weight)))];
    }

    /// <summary>The length λ in pitches of |w| ∝ exp(−d/λ), by least squares of ln |w| up to a distance.</summary>
    /// <param name="locality">Distances and weights.</param>
    /// <param name="reach">Largest distance in pitches.</param>
    /// <returns>λ, or NaN with fewer than three distances.</returns>
    public static double DecayLength(IReadOnlyList<LocalityPoint> locality, double reach)
    {
        (double D, double L)[] points =
        [
            .. locality.Where(p => p.Distance <= reach && p.Weight > 0).Select(p => (p.Distance, Math.Log(p.Weight))),
        ];
        if (points.Length < 3)
            return double.NaN;

        double d = points.Average(p => p.D), l = points.Average(p => p.L);
        return -points.Sum(p => (p.D - d) * (p.D - d)) / points.Sum(p => (p.D - d) * (p.L - l));
    }
}
