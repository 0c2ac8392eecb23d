using MagHopfield.Micromagnetics;

namespace MagHopfield.Problems.Parameters;

/// <summary>A magnetocrystalline anisotropy.</summary>
/// <param name="Kind">Uniaxial or cubic.</param>
/// <param name="Axis">Unit vector of the (first) axis.</param>
/// <param name="SecondAxis">Unit vector of the second axis of a cubic one.</param>
/// <param name="First">First-order constant Ku1 or Kc1 in J/m³.</param>
/// <param name="Second">Second-order constant Ku2 or Kc2 in J/m³.</param>
/// <param name="Region">Name of the only region that has it; null: the whole body.</param>
/// <param name="Line">Line in the file.</param>
public sealed record AnisotropyParameters(
    AnisotropyKind Kind, Vector3D Axis, Vector3D SecondAxis, double First, double Second, string? Region, int Line);

/// <summary>Symmetry of an anisotropy.</summary>
public enum AnisotropyKind
{
    /// <summary>e = −Ku1 (m·u)² − Ku2 (m·u)⁴.</summary>
    Uniaxial,

    /// <summary>e = Kc1 (a₁²a₂² + a₂²a₃² + a₃²a₁²) + Kc2 a₁²a₂²a₃².</summary>
    Cubic,
}
