using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Terms;

/// <summary>A Dzyaloshinskii-Moriya interaction.</summary>
/// <param name="IsBulk">Whether it is that of the bulk, otherwise that of an interface with the film normal z.</param>
/// <param name="Constant">D in J/m².</param>
/// <param name="Boundary">What it has at the edges of the body.</param>
/// <param name="Mean">The mean of D at a face between regions.</param>
/// <param name="Stiffness">Exchange stiffness A in J/m, for the boundary.</param>
public sealed record DmiTerm(bool IsBulk, Regional Constant, DmiBoundary Boundary, FaceMean Mean, Regional Stiffness) : Term
{
    /// <inheritdoc/>
    public override TermParts<T>? Make<T>(TermScope<T> scope)
    {
        if (!Constant.IsAny)
            return null;
        return new()
        {
            Energy = IsBulk
                ? new BulkDmi<T>(scope.Body, Constant.ByRegion, Boundary, Stiffness.ByRegion, Mean)
                : new InterfacialDmi<T>(scope.Body, Constant.ByRegion, Boundary, Stiffness.ByRegion, Mean),
        };
    }

    /// <inheritdoc/>
    public override Func<TermRegion, TermSizes> Sizes(TermMagnet magnet) =>
        region => new() { DmiConstant = Math.Abs(Constant[region.Index]) };

    /// <inheritdoc/>
    public override IEnumerable<TermSource> Sources(TermUse use)
    {
        if (!Constant.IsAny)
            yield break;
        yield return new(
            "Dzyaloshinskii-Moriya interaction",
            "I. Dzyaloshinsky, J. Phys. Chem. Solids 4, 241 (1958); T. Moriya, Phys. Rev. 120, 91 (1960).");
        if (Boundary == DmiBoundary.Mumax3)
        {
            yield return new(
                "Boundary of the Dzyaloshinskii-Moriya interaction",
                "J. Mulkers, B. Van Waeyenberge and M. V. Milošević, Phys. Rev. B 95, 144401 (2017).");
        }
    }

    /// <inheritdoc/>
    public override void WriteMaterial(DocumentWriter text)
    {
        Key.WriteMaterial(text, Constant);
        if (!IsBulk)
            return;
        text.Add(DmiDeclaration.Boundary, Boundary);
        text.Add(DmiDeclaration.Mean, Mean);
    }

    /// <inheritdoc/>
    public override void WriteRegion(DocumentWriter text, int region) => Key.WriteRegion(text, Constant, region);

    private RegionalKey Key => IsBulk ? DmiDeclaration.Bulk : DmiDeclaration.Interfacial;
}

/// <summary>Declares <see cref="DmiTerm"/>.</summary>
internal sealed class DmiDeclaration : TermDeclaration
{
    public static readonly RegionalKey Interfacial = new(
        Key.Number("interfacial_dmi", "J/m²", "Constant D of interfacial Dzyaloshinskii-Moriya interaction (film normal z).", fallback: 0),
        Key.OptionalNumber("interfacial_dmi", "J/m²", "Interfacial D here.", RegionalKey.Inherited));

    public static readonly RegionalKey Bulk = new(
        Key.Number("bulk_dmi", "J/m²", "Constant D of bulk Dzyaloshinskii-Moriya interaction.", fallback: 0),
        Key.OptionalNumber("bulk_dmi", "J/m²", "Bulk D here.", RegionalKey.Inherited));

    public static readonly Key<DmiBoundary> Boundary = Key.Choice(
        "dmi_boundary",
        "What Dzyaloshinskii-Moriya interaction has at the edges of the body, see above.",
        [("open", DmiBoundary.Open), ("chiral", DmiBoundary.Chiral), ("mumax3", DmiBoundary.Mumax3), ("flat", DmiBoundary.Flat)],
        "open");

    public static readonly Key<FaceMean> Mean = Key.Choice(
        "dmi_mean",
        "D at a face between regions: (a + b)/2 or 2ab/(a + b).",
        [("arithmetic", FaceMean.Arithmetic), ("harmonic", FaceMean.Harmonic)],
        "arithmetic");

    public override int Order => 300;

    public override IReadOnlyList<KeyDeclaration> MaterialKeys => [Interfacial.OfMaterial, Bulk.OfMaterial, Boundary, Mean];

    public override IReadOnlyList<KeyDeclaration> RegionKeys => [Interfacial.OfRegion, Bulk.OfRegion];

    public override string MaterialNote => """
        With Dzyaloshinskii-Moriya interaction m turns at an edge by 2A ∂m/∂n = D m×d (Rohart and Thiaville, Phys. Rev. B 88, 184422
        (2013)), with d = ẑ×n for the interfacial and −n for the bulk interaction. `dmi_boundary = "open"` leaves the faces at edges out:
        the natural condition of the energy, right to first order in the cell size. `"chiral"` adds the energy of the outer halves of the
        edge cells, −D²/(8A) [1 − (m·d)²] J/m³ in an edge cell for each face, to which ghost cells by that condition come in second order.
        `"mumax3"` takes its ghost cells, m₀ + Δ D/(2A) m₀×d with m₀ of the edge cell: twice that energy, of first order with the opposite
        error. Where m·d does not vary along the normal, as at straight edges of Néel textures, the three are the same in equilibrium, of
        second order. `"flat"` has ∂m/∂n = 0: no energy has such a field, edges do not tilt, and `relax` and `minimise` may not settle. Axes
        with one cell have no edges.

        By default mumax3 (OpenBC = false; `cuda/dmi.cu`, `cuda/dmibulk.cu`) and mumax+ (enable_openbc = false; `src/physics/dmi.cu`) have
        `"mumax3"` and, with open boundaries, `"open"`; OOMMF's extensions (Oxs_DMI_Cnv; `DMI_Cnv.cc`) and Fidimag
        (`fidimag/micro/lib/dmi.c`) have `"open"`. At a face between regions mumax3 (`engine/exchange.go`) and mumax+ take the harmonic mean
        of D; OOMMF takes what its input says for the pair, Fidimag D of the neighbour. With `dmi_mean = "harmonic"` a region without D has
        none at its faces; between D of opposite sign, where the harmonic mean has a pole, it is √(√(−ab) |a + b|/2) with the sign of a + b,
        as in mumax3.
        """;

    public override IReadOnlyList<TermEnergy> Energies =>
    [
        new("dmi", "dmi", "energy of interfacial Dzyaloshinskii-Moriya interaction", 70),
        new("bulk_dmi", "bulk_dmi", "energy of bulk Dzyaloshinskii-Moriya interaction", 70),
    ];

    public override IEnumerable<Term> Read(TermReading file)
    {
        Regional stiffness = ExchangeDeclaration.Stiffness.Read(file);
        DmiTerm[] terms = [Of(bulk: false), Of(bulk: true)];

        // Ghost cells turn by D/A: without exchange there is no such condition.
        bool hasBareRegion = Enumerable.Range(-1, file.Regions.Count + 1)
            .Any(r => stiffness[r] == 0 && terms.Any(t => t.Constant[r] != 0));
        if (terms[0].Boundary is DmiBoundary.Chiral or DmiBoundary.Mumax3 && hasBareRegion)
        {
            throw file.Material.Error(
                Boundary.Name,
                $"needs exchange where there is Dzyaloshinskii-Moriya interaction; write {ExchangeDeclaration.Stiffness.OfMaterial.Name} "
                + "> 0, or \"open\"");
        }

        return terms;

        DmiTerm Of(bool bulk) => new(
            bulk, (bulk ? Bulk : Interfacial).Read(file), Boundary.Read(file.Material), Mean.Read(file.Material), stiffness);
    }
}
