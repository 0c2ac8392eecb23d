using MagHopfield.Micromagnetics;

namespace MagHopfield.Problems.Parameters;

/// <summary>A current through the film, with Slonczewski's spin-transfer torque (Zheng 2020, eq. 1).</summary>
/// <param name="CurrentDensity">Current density j in A/m²; with a positive one the torque turns m towards the fixed layer.</param>
/// <param name="FixedLayer">Unit vector m_p of the fixed layer.</param>
/// <param name="Polarisation">Spin polarisation P, 0 to 1.</param>
/// <param name="Lambda">Λ, dimensionless.</param>
/// <param name="EpsilonPrime">Coefficient ε′ of the field-like torque, dimensionless.</param>
/// <param name="Thickness">Thickness t of the free layer in metres, or null for that of the body at each place.</param>
public sealed record SlonczewskiParameters(
    double CurrentDensity, Vector3D FixedLayer, double Polarisation, double Lambda, double EpsilonPrime, double? Thickness);
