using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Rules;

/// <summary>
/// The outer-product rule on pairs side by side only: what a network of local wires learns by Hebb's rule without any film. The control
/// that tells whether locality or the film's own rule is what beats the outer product.
/// </summary>
public static class NearestNeighbourRule
{
    /// <summary>The weights for a set of patterns, without unit.</summary>
    public static WeightMatrix Weights(PatternSet set) => Weights(set, 1);

    /// <summary>The rule on pairs up to a distance.</summary>
    /// <param name="set">Patterns.</param>
    /// <param name="reach">Largest distance between the nodes of a pair, in pitches; 1 for neighbours in a row or column.</param>
    public static WeightMatrix Weights(PatternSet set, double reach) =>
        OuterProductRule.Weights(set, (i, j) => NodeDistance.Of(i, j, set.Columns) <= reach + 1e-9);
}
