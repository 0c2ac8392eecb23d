namespace MagHopfield.Papers.Niu2024.Scaling;

/// <summary>Mean weight of all pairs of nodes at one distance.</summary>
/// <param name="Distance">Distance of the nodes in pitches.</param>
/// <param name="Weight">Mean |w_ij| in siemens.</param>
public readonly record struct LocalityPoint(double Distance, double Weight);
