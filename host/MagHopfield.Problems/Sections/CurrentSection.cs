using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Problems.Keys;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>[current].</summary>
internal static class CurrentSection
{
    public static readonly Key<Vector3D> Density = Key.Vector(
        "density", "A/m²", "Electrical current density J; textures move against it.", [0, 0, 0]);

    public static readonly Key<string> DensityFile = Key.Path(
        "density_file", "Path of an OVF file of the same mesh with a current density in A/m² that varies in space; `density` is added to it.", "none");

    public static readonly Key<double> Polarisation = Key.Number("polarisation", "", "Spin polarisation P.", 0, 1);
    public static readonly Key<double> Nonadiabaticity = Key.Number("nonadiabaticity", "", "Nonadiabaticity ξ, also written β.", fallback: 0);

    public static readonly Key<bool> PaperDrift = Key.Choice(
        "drift",
        "Drift velocity u of the electrons: µB P J/(e Ms (1 + ξ²)) as in Zhang and Li's paper, or µB P J/(e Ms) as in Thiaville's.",
        [("zhang_li", true), ("thiaville", false)],
        "zhang_li");

    public static readonly Key<EdgeSlope> Slope = Key.Choice(
        "edge_slope",
        "Derivative of m in a cell with a neighbour on one side only, with m₀ in it and m₁, m₂ in the next two: (m₁ − m₀)/d; half of that; "
        + "(−3m₀ + 4m₁ − m₂)/(2d); or as OOMMF has it.",
        [("oommf", EdgeSlope.Oommf), ("one_sided", EdgeSlope.OneSided), ("clamped", EdgeSlope.Clamped), ("three_point", EdgeSlope.ThreePoint)],
        "oommf");

    public static readonly SectionDeclaration Declaration = new(
        "current",
        false,
        """
        A current in the plane with Zhang and Li's spin-transfer torque m×[m×(u·∇)m] + ξ m×(u·∇)m, in stages of kind run. The section may be left out.

        `edge_slope` matters at the edges of the body only, where the standard problem 5 moves by some 1e-4 with it. `three_point` is of second order
        whatever the edge does; `clamped` is so where ∂m/∂n = 0, without Dzyaloshinskii-Moriya interaction at an edge along the mesh, and otherwise
        has half of the slope; `one_sided` is of first order. OOMMF's extension Anv_SpinTEvolve (`spintevolve.cc`) has `one_sided` where the body
        ends with a mesh of over two cells along the axis and `clamped` towards empty cells: that is `oommf`. mumax3 (`cuda/zhangli2.cu`)
        and OOMMF's Oxs_SpinXferEvolve with mp_propagate (`spinxferevolve.cc`) have `clamped`.
        """,
        [Density, DensityFile, Polarisation, Nonadiabaticity, PaperDrift, Slope]);

    public static CurrentParameters? Read(TomlSection? section, InputFiles files)
    {
        if (section is null)
            return null;
        if (!section.Has(Density.Name) && !section.Has(DensityFile.Name))
            throw section.Error($"there is no current; add {Density.Name} = [x, y, z] in A/m²");
        return new(
            Density.Read(section),
            section.Has(DensityFile.Name) ? files.Find(section, DensityFile) : null,
            Polarisation.Read(section),
            Nonadiabaticity.Read(section),
            PaperDrift.Read(section),
            Slope.Read(section));
    }
}
