using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Rules;

/// <summary>
/// Symmetric weights between near nodes, computed so that every pattern is a fixed point wherever such weights exist: a perceptron at every
/// node (Gardner, Europhys. Lett. 4, 481 (1987)), with w_ij = w_ji and w = 0 between nodes further apart. Tells what a local network could
/// keep at best, and so whether its locality or the film's own rule is what a film lacks.
/// </summary>
public static class LocalPerceptronRule
{
    // Letters need some tens of sweeps; what is not learned in these many is not to be learned.
    private const int MostSweeps = 2000;

    /// <summary>The weights for a set of patterns, without unit.</summary>
    /// <param name="set">Patterns.</param>
    /// <param name="reach">Largest distance of coupled nodes in pitches.</param>
    /// <param name="margin">κ: the smallest x_i Σ_j w_ij x_j, as a share of the root of the sum of w_ij² over j.</param>
    public static WeightMatrix Weights(PatternSet set, double reach, double margin)
    {
        int n = set.NodeCount;
        WeightMatrix weights = new(n);
        int[][] near =
        [
            .. Enumerable.Range(0, n).Select(
                i => Enumerable.Range(0, n).Where(j => j != i && NodeDistance.Of(i, j, set.Columns) <= reach + 1e-9).ToArray()),
        ];
        bool learned = false;
        for (int sweep = 0; sweep < MostSweeps && !learned; sweep++)
        {
            learned = true;
            foreach (Pattern x in set.Patterns)
            {
                for (int i = 0; i < n; i++)
                {
                    double field = near[i].Sum(j => weights[i, j] * x[j]);
                    double norm = Math.Sqrt(near[i].Sum(j => weights[i, j] * weights[i, j]));
                    if (!(x[i] * field > margin * norm))
                    {
                        learned = false;
                        foreach (int j in near[i])
                            weights[i, j] = weights[j, i] = weights[i, j] + x[i] * x[j] / (double)n;
                    }
                }
            }
        }

        return weights;
    }
}
