using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Dynamics;

namespace MagHopfield.Problems.Parameters;

/// <summary>A current in the plane, with Zhang and Li's spin-transfer torque.</summary>
/// <param name="Density">Electrical current density J in A/m²; what a file adds to it varies in space.</param>
/// <param name="DensityFile">Full path of an OVF file with a current density in A/m² that is added, or null.</param>
/// <param name="Polarisation">Spin polarisation P, 0 to 1.</param>
/// <param name="Nonadiabaticity">ξ, dimensionless.</param>
/// <param name="PaperDrift">Whether the drift velocity has the factor 1/(1 + ξ²) of Zhang and Li's paper.</param>
/// <param name="EdgeSlope">The derivative of m in cells at free faces.</param>
public sealed record CurrentParameters(
    Vector3D Density, string? DensityFile, double Polarisation, double Nonadiabaticity, bool PaperDrift, EdgeSlope EdgeSlope);
