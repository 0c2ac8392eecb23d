using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Terms;

/// <summary>A magnetocrystalline anisotropy.</summary>
/// <param name="Kind">Uniaxial or cubic.</param>
/// <param name="Axis">The (first) axis, of any length but zero.</param>
/// <param name="SecondAxis">Second axis of a cubic one, of any length but zero.</param>
/// <param name="First">First-order constant Ku1 or Kc1 in J/m³.</param>
/// <param name="Second">Second-order constant Ku2 or Kc2 in J/m³.</param>
/// <param name="Region">Name of the only region that has it; null: the whole body.</param>
public sealed record AnisotropyTerm(
    AnisotropyKind Kind, Vector3D Axis, Vector3D SecondAxis, double First, double Second, string? Region) : Term
{
    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope)
    {
        ByRegion first = scope.In(Region, First), second = scope.In(Region, Second);
        return new()
        {
            Energy = Kind == AnisotropyKind.Uniaxial
                ? new UniaxialAnisotropy<T>(scope.Body, Axis.Normalised(), first, second)
                : new CubicAnisotropy<T>(scope.Body, Axis.Normalised(), SecondAxis.Normalised(), first, second),
        };
    }

    /// <inheritdoc/>
    public override Func<TermRegion, TermSizes> Sizes(TermMagnet magnet) => region => !region.Has(Region) ? default : new()
    {
        WallConstant = Kind == AnisotropyKind.Uniaxial ? Math.Abs(First) : 0,
        Stiffness = Kind == AnisotropyKind.Uniaxial
            ? (2 * Math.Abs(First)) + (4 * Math.Abs(Second))
            : 2 * (Math.Abs(First) + Math.Abs(Second)),
        EnergyDensity = Math.Abs(First) + Math.Abs(Second),
    };

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        text.Section("[[anisotropy]]");
        text.Add(AnisotropyDeclaration.Kind, Kind);
        text.Add(AnisotropyDeclaration.Axis, Axis);
        if (Kind == AnisotropyKind.Uniaxial)
        {
            text.Add(AnisotropyDeclaration.Ku1, First);
            text.Add(AnisotropyDeclaration.Ku2, Second);
        }
        else
        {
            text.Add(AnisotropyDeclaration.SecondAxis, SecondAxis);
            text.Add(AnisotropyDeclaration.Kc1, First);
            text.Add(AnisotropyDeclaration.Kc2, Second);
        }

        text.Add(AnisotropyDeclaration.Region, Region);
    }
}

/// <summary>Symmetry of an anisotropy.</summary>
public enum AnisotropyKind
{
    /// <summary>e = −Ku1 (m·u)² − Ku2 (m·u)⁴.</summary>
    Uniaxial,

    /// <summary>e = Kc1 (a₁²a₂² + a₂²a₃² + a₃²a₁²) + Kc2 a₁²a₂²a₃².</summary>
    Cubic,
}

/// <summary>Declares <see cref="AnisotropyTerm"/>.</summary>
internal sealed class AnisotropyDeclaration : TermDeclaration
{
    public static readonly Key<AnisotropyKind> Kind = Key.Choice(
        "kind", "Symmetry.", [("uniaxial", AnisotropyKind.Uniaxial), ("cubic", AnisotropyKind.Cubic)], "uniaxial");

    public static readonly Key<Vector3D> Axis = Key.Direction("axis", "Axis u of a uniaxial one, first axis c₁ of a cubic one.");

    public static readonly Key<Vector3D> SecondAxis = Key.Direction(
        "second_axis", "Second axis c₂ of a cubic one, at right angles to the first.")
        .Without("required for a cubic one");

    public static readonly Key<double> Ku1 = Key.Number(
        "ku1", "J/m³", "Uniaxial constant of first order, e = −Ku1 (m·u)²: positive for an easy axis, negative for a hard one.")
        .Without("required for a uniaxial one");

    public static readonly Key<double> Ku2 = Key.Number("ku2", "J/m³", "Uniaxial constant of second order, e = −Ku2 (m·u)⁴.", fallback: 0);

    public static readonly Key<double> Kc1 = Key.Number(
        "kc1", "J/m³", "Cubic constant of first order: positive for easy axes along c₁, c₂, c₃.")
        .Without("required for a cubic one");

    public static readonly Key<double> Kc2 = Key.Number("kc2", "J/m³", "Cubic constant of second order.", fallback: 0);

    public static readonly Key<string?> Region = Key.OptionalText(
        "region", "Name of the only region that has this anisotropy.", "the whole body");

    public override int Order => 400;

    public override IReadOnlyList<SectionDeclaration> Sections { get; } =
    [
        new("anisotropy", true, "A magnetocrystalline anisotropy; several add up.", [Kind, Axis, SecondAxis, Ku1, Ku2, Kc1, Kc2, Region]),
    ];

    public override IReadOnlyList<TermEnergy> Energies =>
    [
        new("anisotropy", "anisotropy", "energy of uniaxial anisotropies", 60),
        new("cubic_anisotropy", "cubic", "energy of cubic anisotropies", 60),
    ];

    public override IEnumerable<Term> Read(TermReading file) =>
        file.Root.Sections("anisotropy").Select(section => Read(file, section)).ToArray();

    private static AnisotropyTerm Read(TermReading file, TomlSection section)
    {
        string? region = Region.Read(section) is string name
            ? file.Region(section, Region.Name, name, "write the name of one, or remove the key") : null;
        AnisotropyKind kind = Kind.Read(section);
        if (kind == AnisotropyKind.Uniaxial)
            return new(kind, Axis.Read(section), default, Ku1.Read(section), Ku2.Read(section), region) { Line = section.Line };
        Vector3D first = Axis.Read(section), second = SecondAxis.Read(section);
        return Math.Abs(Vector3D.Dot(first.Normalised(), second.Normalised())) < 1e-6
            ? new(kind, first, second, Kc1.Read(section), Kc2.Read(section), region) { Line = section.Line }
            : throw section.Error(SecondAxis.Name, "is not at right angles to the first axis; write one that is");
    }
}
