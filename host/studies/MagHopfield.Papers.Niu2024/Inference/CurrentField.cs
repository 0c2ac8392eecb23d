using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Inference;

/// <summary>
/// The local field of the paper's inference protocol: half of I_i − ξ I_i^1T at V = ±1 V, where I_i = I_i1 + I_i2 is the current into
/// electrode i at both its polarities (Niu et al., PNAS 2024, "Inference process", steps 2 to 7).
/// </summary>
/// <param name="film">G of the film in siemens.</param>
/// <param name="saturated">G in the 1 T field out of the plane, in siemens.</param>
/// <param name="factor">ξ.</param>
public sealed class CurrentField(ConductanceMatrix film, ConductanceMatrix saturated, double factor) : ILocalField
{
    /// <inheritdoc/>
    public double LocalField(Pattern state, int node) => 0.5 * Niu2024Inference.Field(film, saturated, factor, state, node);
}
