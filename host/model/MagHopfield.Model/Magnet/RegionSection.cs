using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Shapes;

namespace MagHopfield.Model.Magnet;

/// <summary>[[region]].</summary>
internal static class RegionSection
{
    public static readonly Key<string> RegionName = Key.Text("name", "Name, for other sections to refer to.");

    public static readonly Key<double?> SaturationMagnetisation = Key.OptionalPositive(
        "saturation_magnetisation", "A/m", "Saturation magnetisation Ms here.", RegionalKey.Inherited);

    public static readonly Key<double?> GilbertDamping = Key.OptionalNumber(
        "gilbert_damping", "", "Gilbert damping α here.", RegionalKey.Inherited, minimum: 0);

    public static readonly SectionDeclaration Declaration = new(
        "region",
        true,
        "A part of the body with parameters of its own. Where regions overlap, the later one holds.",
        [
            RegionName, SaturationMagnetisation, GilbertDamping,
            .. TermDeclaration.All.SelectMany(term => term.RegionKeys), .. ShapeKeys.All,
        ]);

    public static RegionParameters Read(TomlSection section, InputFiles files, Mesh mesh) => new(
        RegionName.Read(section),
        ShapeKeys.Read(section, files, mesh),
        SaturationMagnetisation.Read(section),
        GilbertDamping.Read(section),
        section.Line);

    public static void Write(DocumentWriter text, RegionParameters region)
    {
        text.Section("[[region]]");
        text.Add(RegionName, region.Name);
        ShapeKeys.Write(text, region.Form);
        text.Add(SaturationMagnetisation, region.SaturationMagnetisation);
        text.Add(GilbertDamping, region.GilbertDamping);
    }
}
