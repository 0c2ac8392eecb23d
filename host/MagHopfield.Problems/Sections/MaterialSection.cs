using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Energy;
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

    public static readonly SectionDeclaration Declaration = new(
        "material",
        false,
        """
        The material of the body.

        With Dzyaloshinskii-Moriya interaction m turns at an edge by 2A ∂m/∂n = D m×d (Rohart and Thiaville, Phys. Rev. B 88, 184422 (2013)), with d = ẑ×n for the
        interfacial and −n for the bulk interaction. `dmi_boundary = "open"` leaves the faces at edges out: the natural condition of the energy,
        right to first order in the cell size. `"chiral"` adds the energy of the outer halves of the edge cells, −D²/(8A) [1 − (m·d)²] J/m³ in an edge
        cell for each face, to which ghost cells by that condition come in second order. `"mumax3"` takes its ghost cells, m₀ + Δ D/(2A) m₀×d with m₀ of
        the edge cell: twice that energy, of first order with the opposite error. Where m·d does not vary along the normal, as at straight edges
        of Néel textures, the three are the same in equilibrium, of second order. `"flat"` has ∂m/∂n = 0: no energy has such a field, edges do not tilt, and
        `relax` and `minimise` may not settle. Axes with one cell have no edges.

        By default mumax3 (OpenBC = false; `cuda/dmi.cu`, `cuda/dmibulk.cu`) and mumax+ (enable_openbc = false; `src/physics/dmi.cu`) have `"mumax3"` and, with open boundaries,
        `"open"`; OOMMF's extensions (Oxs_DMI_Cnv; `DMI_Cnv.cc`) and Fidimag (`fidimag/micro/lib/dmi.c`) have `"open"`. At a face between regions mumax3
        (`engine/exchange.go`) and mumax+ take the harmonic mean of D; OOMMF takes what its input says for the pair, Fidimag D of the neighbour. With `dmi_mean = "harmonic"` a
        region without D has none at its faces; between D of opposite sign, where the harmonic mean has a pole, it is
        √(√(−ab) |a + b|/2) with the sign of a + b, as in mumax3.
        """,
        [SaturationMagnetisation, SaturationMagnetisationFile, ExchangeStiffness, GilbertDamping, GyromagneticRatio, InterfacialDmi, BulkDmi, Boundary, Mean]);

    public static MaterialParameters Read(TomlSection section, ScalarField<double>? saturation) => new(
        saturation?.Values.Max() ?? SaturationMagnetisation.Read(section),
        ExchangeStiffness.Read(section),
        GilbertDamping.Read(section),
        GyromagneticRatio.Read(section),
        InterfacialDmi.Read(section),
        BulkDmi.Read(section),
        Boundary.Read(section),
        Mean.Read(section));

    /// <summary>Ghost cells turn by D/A: without exchange there is no such condition.</summary>
    public static void RefuseBoundaryWithoutExchange(TomlSection section, MaterialParameters material, RegionParameters[] regions)
    {
        if (material.DmiBoundary is not (DmiBoundary.Chiral or DmiBoundary.Mumax3) || material.ExchangeStiffness > 0)
            return;
        bool Bare(RegionParameters? r) => r?.ExchangeStiffness is null
            && ((r?.InterfacialDmi ?? material.InterfacialDmi) != 0 || (r?.BulkDmi ?? material.BulkDmi) != 0);
        if (Bare(null) || regions.Any(Bare))
            throw section.Error(Boundary.Name, $"needs exchange where there is Dzyaloshinskii-Moriya interaction; write {ExchangeStiffness.Name} > 0, or \"open\"");
    }

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
