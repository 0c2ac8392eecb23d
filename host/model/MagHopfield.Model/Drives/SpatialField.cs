namespace MagHopfield.Model.Drives;

/// <summary>A field from a file.</summary>
/// <param name="File">Full path of an OVF file of the same mesh, in A/m or T.</param>
/// <param name="Scale">Factor on it, dimensionless.</param>
/// <param name="Follows">Whether it changes with the waveform s(t); otherwise it is constant.</param>
public sealed record SpatialField(string File, double Scale, bool Follows);
