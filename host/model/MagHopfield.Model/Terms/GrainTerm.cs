using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Terms;

/// <summary>Crystal grains, each with an easy axis of its own in the plane. They pin a texture, and no two bodies have the same.</summary>
/// <param name="Size">Mean distance of neighbouring grains in metres; grains smaller than a cell count by their mean in the cell.</param>
/// <param name="AnisotropyField">H_k = 2 Ku/(µ0 Ms) of a grain in A/m (permalloy films: some oersted, 1 Oe = 79.6 A/m).</param>
/// <param name="AxisSeed">Seed of places and axes.</param>
public sealed record GrainTerm(double Size, double AnisotropyField, int AxisSeed = 1) : Term
{
    // Places and axes of so many take a quarter of a gigabyte.
    private const double MostGrains = 1e7;

    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope) =>
        AnisotropyField > 0 ? new() { Energy = new GrainAnisotropy<T>(scope.Body, Size, AnisotropyField, AxisSeed) } : null;

    /// <inheritdoc/>
    public override Func<TermRegion, TermSizes> Sizes(TermMagnet magnet) => region =>
    {
        double constant = 0.5 * PhysicalConstants.Mu0 * region.SaturationMagnetisation * AnisotropyField;
        return new() { WallConstant = constant, Stiffness = 2 * constant, EnergyDensity = constant };
    };

    /// <inheritdoc/>
    public override int NumbersPerCell(Mesh mesh) => 3;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(TermCheck check)
    {
        if (AnisotropyField is > 0 and < 0.5)
        {
            yield return check.Warning(
                Line,
                $"grains with an anisotropy field of {AnisotropyField} A/m are next to none: this looks like tesla; in A/m ",
                $"{AnisotropyField} T would be {AnisotropyField / PhysicalConstants.Mu0:0.###e0}.");
        }
    }

    /// <summary>Why a mesh has too many grains, in words that follow the name of their size; null where it has not.</summary>
    /// <param name="mesh">The mesh.</param>
    public string? WhyTooMany(Mesh mesh)
    {
        double count = mesh.Nx * mesh.Dx / Size * (mesh.Ny * mesh.Dy / Size);
        return AnisotropyField > 0 && count > MostGrains
            ? FormattableString.Invariant(
                $"is {Size:R} m, which makes {count:0.#e0} grains; at most {MostGrains:0e0} are possible, write a larger size")
            : null;
    }

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        text.Section("[grains]");
        text.Add(GrainDeclaration.AnisotropyField, AnisotropyField);
        text.Add(GrainDeclaration.Size, Size);
        text.Add(GrainDeclaration.AxisSeed, AxisSeed);
    }
}

/// <summary>Declares <see cref="GrainTerm"/>.</summary>
internal sealed class GrainDeclaration : TermDeclaration
{
    public static readonly Key<double> AnisotropyField = Key.Number(
        "anisotropy_field", "A/m", "Anisotropy field H_k = 2Ku/(µ0 Ms) of a grain.", minimum: 0);

    public static readonly Key<double> Size = Key.Positive("size", "m", "Mean distance of neighbouring grains.", 50e-9);
    public static readonly Key<int> AxisSeed = Key.Integer("seed", "Seed of places and axes of the grains.", 0, int.MaxValue, 1);

    public override int Order => 460;

    public override IReadOnlyList<SectionDeclaration> Sections { get; } =
    [
        new(
            "grains",
            false,
            "Crystal grains that go through the thickness, the Voronoi cells of random points, each with an easy axis u of its own in the "
            + "plane: e = −½ µ0 Ms H_k (m·u)². A cell that holds several has the mean of them. The section may be left out.",
            [AnisotropyField, Size, AxisSeed]),
    ];

    public override IReadOnlyList<TermEnergy> Energies => [new("grains", "grains", "energy of the grains", 65)];

    public override IEnumerable<Term> Read(TermReading file)
    {
        if (file.Root.OptionalSection("grains") is not TomlSection section)
            return [];
        GrainTerm term = new(Size.Read(section), AnisotropyField.Read(section), AxisSeed.Read(section)) { Line = section.Line };
        return term.WhyTooMany(file.Mesh) is string why ? throw section.Error(Size.Name, why) : [term];
    }
}
