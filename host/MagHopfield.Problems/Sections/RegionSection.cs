using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Keys;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>[[region]].</summary>
internal static class RegionSection
{
    public static readonly Key<string> RegionName = Key.Text("name", "Name, for [[anisotropy]] to refer to.");

    public static readonly Key<double?> SaturationMagnetisation = Key.OptionalPositive(
        "saturation_magnetisation", "A/m", "Saturation magnetisation Ms here.", "that of [material]");

    public static readonly Key<double?> ExchangeStiffness = Key.OptionalPositive(
        "exchange_stiffness", "J/m", "Exchange stiffness A here; a face between regions has the harmonic mean.", "that of [material]");

    public static readonly Key<double?> InterfacialDmi = Key.OptionalNumber(
        "interfacial_dmi", "J/m²", "Interfacial D here.", "that of [material]");

    public static readonly Key<double?> BulkDmi = Key.OptionalNumber("bulk_dmi", "J/m²", "Bulk D here.", "that of [material]");

    public static readonly Key<double?> GilbertDamping = Key.OptionalNumber(
        "gilbert_damping", "", "Gilbert damping α here.", "that of [material]", minimum: 0);

    public static readonly SectionDeclaration Declaration = new(
        "region",
        true,
        "A part of the body with parameters of its own. Where regions overlap, the later one holds.",
        [RegionName, SaturationMagnetisation, ExchangeStiffness, InterfacialDmi, BulkDmi, GilbertDamping, .. ShapeKeys.All]);

    public static RegionParameters Read(TomlSection section, InputFiles files, Mesh mesh) => new(
        RegionName.Read(section),
        ShapeKeys.Read(section, files, mesh),
        SaturationMagnetisation.Read(section),
        ExchangeStiffness.Read(section),
        InterfacialDmi.Read(section),
        BulkDmi.Read(section),
        GilbertDamping.Read(section),
        section.Line);
}
