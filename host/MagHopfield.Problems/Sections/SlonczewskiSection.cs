using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Keys;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>[slonczewski].</summary>
internal static class SlonczewskiSection
{
    public static readonly Key<double> CurrentDensity = Key.Number(
        "current_density", "A/m²", "Current density j through the film; a positive one turns m towards the fixed layer.");

    public static readonly Key<Vector3D> FixedLayer = Key.Direction("fixed_layer", "Direction m_p of the fixed layer's magnetisation.");
    public static readonly Key<double> Polarisation = Key.Number("polarisation", "", "Spin polarisation P.", 0, 1);
    public static readonly Key<double> Lambda = Key.Positive("lambda", "", "Slonczewski's parameter Λ in ε = Λ²/[(Λ² + 1) + (Λ² − 1) m·m_p].", 1);
    public static readonly Key<double> FieldLike = Key.Number("field_like", "", "Ratio β of the field-like torque −βτ m×m_p; ε′ in mumax3.", fallback: 0);

    public static readonly Key<double?> Thickness = Key.OptionalPositive("thickness", "m", "Thickness t of the free layer.", "that of the mesh");

    public static readonly SectionDeclaration Declaration = new(
        "slonczewski",
        false,
        "A current through the film with Slonczewski's spin-transfer torque τε m×(m_p×m) − βτ m×m_p, τ = γħPj/(µ0 e Ms t) (Zheng 2020, eq. 1), "
        + "in stages of kind run. The section may be left out.",
        [CurrentDensity, FixedLayer, Polarisation, Lambda, FieldLike, Thickness]);

    public static SlonczewskiParameters? Read(TomlSection? section, Mesh mesh) => section is null
        ? null
        : new(
            CurrentDensity.Read(section),
            FixedLayer.Read(section),
            Polarisation.Read(section),
            Lambda.Read(section),
            FieldLike.Read(section),
            Thickness.Read(section) ?? (mesh.Nz * mesh.Dz));
}
