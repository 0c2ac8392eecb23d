using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Keys;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>[material].</summary>
internal static class MaterialSection
{
    public static readonly Key<double> SaturationMagnetisation = Key.Positive("saturation_magnetisation", "A/m", "Saturation magnetisation Ms.")
        .Without("this or saturation_magnetisation_file is required");

    public static readonly Key<string> SaturationMagnetisationFile = Key.Path(
        "saturation_magnetisation_file",
        "Path of an OVF 2 file with one value a cell (valuedim 1) of the same mesh: Ms in A/m, kA/m, T or mT (µ0 Ms), as it states; cells of 0 are empty. A region with an Ms of its own keeps that.",
        "none");

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
        [SaturationMagnetisation, SaturationMagnetisationFile, ExchangeStiffness, GilbertDamping, GyromagneticRatio, InterfacialDmi, BulkDmi]);

    public static MaterialParameters Read(TomlSection section, ScalarField<double>? saturation) => new(
        saturation?.Values.Max() ?? SaturationMagnetisation.Read(section),
        ExchangeStiffness.Read(section),
        GilbertDamping.Read(section),
        GyromagneticRatio.Read(section),
        InterfacialDmi.Read(section),
        BulkDmi.Read(section));

    /// <summary>Ms cell by cell in A/m from its file, 0 in empty cells; null without a file.</summary>
    public static ScalarField<double>? ReadSaturation(TomlSection section, InputFiles files, Mesh mesh)
    {
        if (!section.Has(SaturationMagnetisationFile.Name))
            return null;
        if (section.Has(SaturationMagnetisation.Name))
            throw section.Error(SaturationMagnetisationFile.Name, $"says the same as {SaturationMagnetisation.Name}; remove one of the two");
        ScalarField<double> field = files.FindScalar(section, SaturationMagnetisationFile, mesh, Unit.OfMagnetisation);
        int wrong = Array.FindIndex(field.Values, v => !(v >= 0) || !double.IsFinite(v));
        if (wrong >= 0)
            throw section.Error(SaturationMagnetisationFile.Name, FormattableString.Invariant($"has {field[wrong]} A/m in cell {wrong}; give finite values ≥ 0"));
        return field.Values.Any(v => v > 0) ? field : throw section.Error(SaturationMagnetisationFile.Name, "is 0 in every cell; give a file with Ms > 0 somewhere");
    }
}
