using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Keys;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>[material].</summary>
internal static class MaterialSection
{
    public static readonly Key<double> SaturationMagnetisation = Key.Positive("saturation_magnetisation", "A/m", "Saturation magnetisation Ms.");

    public static readonly Key<double> ExchangeStiffness = Key.Number("exchange_stiffness", "J/m", "Exchange stiffness A.", minimum: 0);

    public static readonly Key<double> GilbertDamping = Key.Number("gilbert_damping", "", "Gilbert damping α.", minimum: 0);

    public static readonly Key<double> GyromagneticRatio = Key.Positive(
        "gyromagnetic_ratio", "m/(A·s)", "Gyromagnetic ratio γ.", PhysicalConstants.GyromagneticRatio);

    public static readonly Key<double> InterfacialDmi = Key.Number(
        "interfacial_dmi", "J/m²", "Constant D of interfacial Dzyaloshinskii-Moriya interaction (film normal z).", fallback: 0);

    public static readonly Key<double> BulkDmi = Key.Number(
        "bulk_dmi", "J/m²", "Constant D of bulk Dzyaloshinskii-Moriya interaction.", fallback: 0);

    public static readonly SectionDeclaration Declaration = new(
        "material",
        false,
        "The material of the body.",
        [SaturationMagnetisation, ExchangeStiffness, GilbertDamping, GyromagneticRatio, InterfacialDmi, BulkDmi]);

    public static MaterialParameters Read(TomlSection section) => new(
        SaturationMagnetisation.Read(section),
        ExchangeStiffness.Read(section),
        GilbertDamping.Read(section),
        GyromagneticRatio.Read(section),
        InterfacialDmi.Read(section),
        BulkDmi.Read(section));
}
