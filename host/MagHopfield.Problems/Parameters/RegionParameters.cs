using MagHopfield.Micromagnetics;

namespace MagHopfield.Problems.Parameters;

/// <summary>A part of the body with parameters of its own; what is null is that of the material.</summary>
/// <param name="Name">Name.</param>
/// <param name="Shape">Where it is, in metres from the centre of the mesh; only what lies in the body counts.</param>
/// <param name="SaturationMagnetisation">Ms in A/m.</param>
/// <param name="ExchangeStiffness">A in J/m.</param>
/// <param name="InterfacialDmi">Interfacial D in J/m².</param>
/// <param name="BulkDmi">Bulk D in J/m².</param>
/// <param name="GilbertDamping">α, dimensionless.</param>
/// <param name="Line">Line in the file.</param>
public sealed record RegionParameters(
    string Name,
    Shape Shape,
    double? SaturationMagnetisation,
    double? ExchangeStiffness,
    double? InterfacialDmi,
    double? BulkDmi,
    double? GilbertDamping,
    int Line);
