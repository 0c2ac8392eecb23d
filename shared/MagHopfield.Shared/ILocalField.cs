namespace MagHopfield.Shared;

/// <summary>Where a recall takes the local field of a node from: stored weights, or currents measured on the film.</summary>
public interface ILocalField
{
    /// <summary>Local field of a node, h_i = Σ_{j≠i} w_ij V_j for V = ±1, in siemens.</summary>
    /// <param name="state">N signs.</param>
    /// <param name="node">Zero-based node.</param>
    double LocalField(Pattern state, int node);
}
