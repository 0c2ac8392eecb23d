using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Rules;

/// <summary>w_ij = (1/N) Σ_p x_i^p x_j^p, w_ii = 0 (Hopfield, PNAS 79, 2554 (1982); Niu et al., PNAS 2024, "Scaling up").</summary>
public static class OuterProductRule
{
    /// <summary>The weights for a set of patterns, without unit.</summary>
    public static WeightMatrix Weights(PatternSet set) => Weights(set, (_, _) => true);

    /// <summary>The rule on some pairs of nodes only, as where only neighbours are wired.</summary>
    /// <param name="set">Patterns.</param>
    /// <param name="isWired">Whether two nodes (zero-based) are wired; symmetric.</param>
    public static WeightMatrix Weights(PatternSet set, Func<int, int, bool> isWired)
    {
        int n = set.NodeCount;
        WeightMatrix weights = new(n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                weights[i, j] = i != j && isWired(i, j) ? set.Patterns.Sum(p => p[i] * p[j]) / (double)n : 0;
        }

        return weights;
    }
}
