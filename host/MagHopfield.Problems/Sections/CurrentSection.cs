using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Keys;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>[current].</summary>
internal static class CurrentSection
{
    public static readonly Key<Vector3D> Density = Key.Vector("density", "A/m²", "Electrical current density J; textures move against it.");
    public static readonly Key<double> Polarisation = Key.Number("polarisation", "", "Spin polarisation P.", 0, 1);
    public static readonly Key<double> Nonadiabaticity = Key.Number("nonadiabaticity", "", "Nonadiabaticity ξ, also written β.", fallback: 0);

    public static readonly SectionDeclaration Declaration = new(
        "current",
        false,
        "A uniform current in the plane with Zhang and Li's spin-transfer torque, in stages of kind run. The drift velocity has the factor "
        + "1/(1 + ξ²) of their paper. The section may be left out.",
        [Density, Polarisation, Nonadiabaticity]);

    public static CurrentParameters? Read(TomlSection? section) =>
        section is null ? null : new(Density.Read(section), Polarisation.Read(section), Nonadiabaticity.Read(section));
}
