using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Rules;

/// <summary>
/// w = X X⁺, w_ii = 0: the projection on the space that the patterns span, which leaves every one of them as it is
/// (Personnaz, Guyon and Dreyfus, J. Physique Lett. 46, L359 (1985)). The best that a linear rule does, computed and not learned.
/// </summary>
public static class PseudoInverseRule
{
    // A pattern shorter than this part of its length outside the space of those before it adds nothing but rounding: as block 8 − 9 − 6 + 5
    // = 0.
    private const double SmallestPart = 1e-9;

    /// <summary>The weights for a set of patterns, without unit. Linearly dependent patterns may be among them.</summary>
    public static WeightMatrix Weights(PatternSet set)
    {
        int n = set.NodeCount;
        List<double[]> basis = [];
        foreach (Pattern pattern in set.Patterns)
        {
            double[] part = [.. Enumerable.Range(0, n).Select(i => (double)pattern[i])];

            // Twice, so that rounding leaves it orthogonal.
            foreach (double[] direction in basis.Concat(basis))
            {
                double along = Enumerable.Range(0, n).Sum(i => part[i] * direction[i]);
                for (int i = 0; i < n; i++)
                    part[i] -= along * direction[i];
            }

            double length = Math.Sqrt(part.Sum(x => x * x));
            if (length > SmallestPart * Math.Sqrt(n))
                basis.Add([.. part.Select(x => x / length)]);
        }

        WeightMatrix weights = new(n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                weights[i, j] = i == j ? 0 : basis.Sum(q => q[i] * q[j]);
        }

        return weights;
    }
}
