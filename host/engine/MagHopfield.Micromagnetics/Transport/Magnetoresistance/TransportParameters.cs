using MagHopfield.Micromagnetics.Io;

namespace MagHopfield.Micromagnetics.Transport.Magnetoresistance;

/// <summary>
/// Anisotropic magnetoresistance of the film: Σ_ij = σ⊥ δ_ij + σδ m_i m_j with σ⊥ = 1/ρ⊥, σδ = 1/ρ∥ − 1/ρ⊥,
/// a = 2(ρ∥ − ρ⊥)/(ρ∥ + ρ⊥), σ0 = σ⊥ + σδ/3 (Niu et al., PNAS 2024, eq. S3 and Table 1).
/// </summary>
/// <param name="IsotropicConductivity">σ0 in S/m.</param>
/// <param name="AmrRatio">a, no unit; permalloy 0.01 … 0.08.</param>
/// <param name="ContactResistance">Resistance in series with each electrode in ohms; 0 for ideal contacts.</param>
/// <param name="SolverTolerance">
/// Relative error of a potential in the energy norm at which it counts as solved; that of G is its square.
/// </param>
public sealed record TransportParameters(
    double IsotropicConductivity, double AmrRatio, double ContactResistance = 0, double SolverTolerance = 1e-9)
{
    /// <summary>
    /// σ⊥ in S/m. From the definition of a, ρ∥/ρ⊥ = (2 + a)/(2 − a), so σδ = σ⊥((2 − a)/(2 + a) − 1) = −2a σ⊥/(2 + a), and
    /// σ0 = σ⊥ (1 − 2a/(3(2 + a))).
    /// </summary>
    public double PerpendicularConductivity => IsotropicConductivity / (1 - 2 * AmrRatio / (3 * (2 + AmrRatio)));

    /// <summary>σδ in S/m, negative for a &gt; 0: current along m meets the larger resistivity.</summary>
    public double ConductivityDifference => -2 * AmrRatio / (2 + AmrRatio) * PerpendicularConductivity;
}
