using MagHopfield.Micromagnetics;
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

    public static readonly SectionDeclaration Declaration = new(
        "current",
        false,
        "A current in the plane with Zhang and Li's spin-transfer torque, in stages of kind run. The section may be left out.",
        [Density, DensityFile, Polarisation, Nonadiabaticity, PaperDrift]);

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
            PaperDrift.Read(section));
    }
}
