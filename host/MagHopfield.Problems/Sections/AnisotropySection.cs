using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Keys;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>[[anisotropy]].</summary>
internal static class AnisotropySection
{
    public static readonly Key<AnisotropyKind> Kind = Key.Choice(
        "kind", "Symmetry.", [("uniaxial", AnisotropyKind.Uniaxial), ("cubic", AnisotropyKind.Cubic)], "uniaxial");

    public static readonly Key<Vector3D> Axis = Key.Direction("axis", "Axis u of a uniaxial one, first axis c₁ of a cubic one.");

    public static readonly Key<Vector3D> SecondAxis = Key.Direction("second_axis", "Second axis c₂ of a cubic one, at right angles to the first.")
        .Without("required for a cubic one");

    public static readonly Key<double> Ku1 = Key.Number(
        "ku1", "J/m³", "Uniaxial constant of first order, e = −Ku1 (m·u)²: positive for an easy axis, negative for a hard one.")
        .Without("required for a uniaxial one");

    public static readonly Key<double> Ku2 = Key.Number("ku2", "J/m³", "Uniaxial constant of second order, e = −Ku2 (m·u)⁴.", fallback: 0);

    public static readonly Key<double> Kc1 = Key.Number("kc1", "J/m³", "Cubic constant of first order: positive for easy axes along c₁, c₂, c₃.")
        .Without("required for a cubic one");

    public static readonly Key<double> Kc2 = Key.Number("kc2", "J/m³", "Cubic constant of second order.", fallback: 0);

    public static readonly Key<string?> Region = Key.OptionalText("region", "Name of the only region that has this anisotropy.", "the whole body");

    public static readonly SectionDeclaration Declaration = new(
        "anisotropy",
        true,
        "A magnetocrystalline anisotropy; several add up.",
        [Kind, Axis, SecondAxis, Ku1, Ku2, Kc1, Kc2, Region]);

    public static AnisotropyParameters Read(TomlSection section, IReadOnlyList<RegionParameters> regions)
    {
        string? region = Region.Read(section);
        if (region is not null && regions.All(r => r.Name != region))
        {
            string hint = NearestName.To(region, regions.Select(r => r.Name)) is string near ? $"did you mean \"{near}\"? " : "";
            throw section.Error(Region.Name, $"is \"{region}\", but no [[region]] has this name; {hint}write the name of one, or remove the key");
        }

        if (Kind.Read(section) == AnisotropyKind.Uniaxial)
        {
            return new(AnisotropyKind.Uniaxial, Axis.Read(section), default, Ku1.Read(section), Ku2.Read(section), region, section.Line);
        }

        Vector3D first = Axis.Read(section), second = SecondAxis.Read(section);
        return Math.Abs(Vector3D.Dot(first, second)) < 1e-6
            ? new(AnisotropyKind.Cubic, first, second, Kc1.Read(section), Kc2.Read(section), region, section.Line)
            : throw section.Error(SecondAxis.Name, "is not at right angles to the first axis; write one that is");
    }
}
