using MagHopfield.Micromagnetics.Energy;

namespace MagHopfield.Problems.Parameters;

/// <summary>Parameters of a material.</summary>
/// <param name="SaturationMagnetisation">Ms in A/m; the largest where a file gives it cell by cell.</param>
/// <param name="ExchangeStiffness">A in J/m.</param>
/// <param name="GilbertDamping">α, dimensionless.</param>
/// <param name="GyromagneticRatio">γ in m/(A·s).</param>
/// <param name="InterfacialDmi">D of interfacial Dzyaloshinskii-Moriya interaction in J/m².</param>
/// <param name="BulkDmi">D of bulk Dzyaloshinskii-Moriya interaction in J/m².</param>
/// <param name="DmiBoundary">What the interaction has at the edges of the body.</param>
/// <param name="DmiMean">The mean of D at a face between regions.</param>
public sealed record MaterialParameters(
    double SaturationMagnetisation,
    double ExchangeStiffness,
    double GilbertDamping,
    double GyromagneticRatio,
    double InterfacialDmi,
    double BulkDmi,
    DmiBoundary DmiBoundary,
    FaceMean DmiMean);
