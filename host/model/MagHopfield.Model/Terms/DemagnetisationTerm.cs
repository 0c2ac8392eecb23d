using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Terms;

/// <summary>The demagnetising field.</summary>
/// <param name="IsEnabled">Whether it acts.</param>
/// <param name="PeriodicImages">Copies of the mesh on each side of a periodic axis.</param>
public sealed record DemagnetisationTerm(bool IsEnabled, int PeriodicImages) : Term
{
    // Spectra of m and kernel, in numbers a cell.
    private const int SpectrumOfFilm = 14, SpectrumOfBody = 22;

    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope) =>
        IsEnabled ? new() { Energy = new Demagnetisation<T>(scope.Body, PeriodicImages, scope.Team) } : null;

    /// <inheritdoc/>
    public override Func<TermRegion, TermSizes> Sizes(TermMagnet magnet) =>
        region => IsEnabled ? new() { Field = region.SaturationMagnetisation, HasPoles = true } : default;

    /// <inheritdoc/>
    public override int NumbersPerCell(Mesh mesh) => !IsEnabled ? 0 : mesh.Nz == 1 ? SpectrumOfFilm : SpectrumOfBody;

    /// <inheritdoc/>
    public override IEnumerable<TermSource> Sources(TermUse use) =>
        IsEnabled ? [new("Demagnetising field", "A. J. Newell, W. Williams and D. J. Dunlop, J. Geophys. Res. 98, 9551 (1993).")] : [];

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        text.Section("[demagnetisation]");
        text.Add(DemagnetisationDeclaration.Enabled, IsEnabled);
        text.Add(DemagnetisationDeclaration.PeriodicImages, PeriodicImages);
    }
}

/// <summary>Declares <see cref="DemagnetisationTerm"/>.</summary>
internal sealed class DemagnetisationDeclaration : TermDeclaration
{
    public static readonly Key<bool> Enabled = Key.Flag("enabled", "Whether the demagnetising field acts.", true);

    public static readonly Key<int> PeriodicImages = Key.Integer(
        "periodic_images", "Copies of the mesh that are summed on each side of a periodic axis.", 0, 1000, 10);

    public override int Order => 200;

    public override IReadOnlyList<SectionDeclaration> Sections { get; } =
        [new("demagnetisation", false, "The demagnetising field. The section may be left out.", [Enabled, PeriodicImages])];

    public override IReadOnlyList<TermEnergy> Energies => [new("demag", "demag", "magnetostatic self-energy", 30)];

    public override IEnumerable<Term> Read(TermReading file) => file.Root.OptionalSection("demagnetisation") is TomlSection section
        ? [new DemagnetisationTerm(Enabled.Read(section), PeriodicImages.Read(section)) { Line = section.Line }]
        : [new DemagnetisationTerm(true, 10)];
}
