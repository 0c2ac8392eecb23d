using MagHopfield.Micromagnetics;

namespace MagHopfield.Problems.Parameters;

/// <summary>A uniform current in the plane, with Zhang and Li's spin-transfer torque.</summary>
/// <param name="Density">Electrical current density J in A/m².</param>
/// <param name="Polarisation">Spin polarisation P, 0 to 1.</param>
/// <param name="Nonadiabaticity">ξ, dimensionless.</param>
public sealed record CurrentParameters(Vector3D Density, double Polarisation, double Nonadiabaticity);
