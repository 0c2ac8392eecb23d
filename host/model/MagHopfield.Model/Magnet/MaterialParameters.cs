namespace MagHopfield.Model.Magnet;

/// <summary>Parameters of a material that belong to no term.</summary>
/// <param name="SaturationMagnetisation">Ms in A/m; the largest where a file gives it cell by cell.</param>
/// <param name="SaturationFile">Full path of that file, or null.</param>
/// <param name="GilbertDamping">α, dimensionless.</param>
/// <param name="GyromagneticRatio">γ in m/(A·s).</param>
public sealed record MaterialParameters(
    double SaturationMagnetisation, string? SaturationFile, double GilbertDamping, double GyromagneticRatio);
