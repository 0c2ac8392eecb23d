using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Transport;

/// <summary>Giant magnetoresistance of a current in the plane (<see cref="GiantMagnetoresistance"/>).</summary>
/// <param name="ParallelConductivity">Conductivity with m along the fixed layer in S/m.</param>
/// <param name="GmrRatio">(R_AP − R_P)/R_P, no unit.</param>
/// <param name="FixedLayer">Direction of the fixed layer, of any length but zero.</param>
public sealed record GiantModel(double ParallelConductivity, double GmrRatio, Vector3D FixedLayer) : Magnetoresistance
{
    /// <inheritdoc/>
    public override TermSource Source => new("Giant magnetoresistance", "B. Dieny et al., Phys. Rev. B 43, 1297 (1991).");

    /// <inheritdoc/>
    public override IMagnetoresistance Make(double thickness) =>
        new GiantMagnetoresistance(ParallelConductivity * thickness, GmrRatio, FixedLayer);

    /// <inheritdoc/>
    public override void Write(DocumentWriter text)
    {
        text.Add(TransportDeclaration.Model, "gmr");
        text.Add(GiantDeclaration.Conductivity, ParallelConductivity);
        text.Add(GiantDeclaration.Ratio, GmrRatio);
        text.Add(GiantDeclaration.Fixed, FixedLayer);
    }
}

/// <summary>Declares <see cref="GiantModel"/>.</summary>
internal sealed class GiantDeclaration : MagnetoresistanceDeclaration
{
    public static readonly Key<double> Conductivity = Key.Positive(
        "parallel_conductivity",
        "S/m",
        "Conductivity of `gmr` where m is along the fixed layer: sheet conductance of the whole stack over the thickness of the mesh.")
        .Without("required for it");

    public static readonly Key<double> Ratio = Key.Number(
        "gmr_ratio", "", "r = (R_AP − R_P)/R_P of `gmr`.", -0.99, 100).Without("required for it");
    public static readonly Key<Vector3D> Fixed = Key.Direction(
        "fixed_layer", "Direction p of the fixed layer's magnetisation, of `gmr`.").Without("required for it");

    public override string Name => "gmr";

    public override string Purpose =>
        "`gmr`: giant magnetoresistance of a current in the plane against a fixed layer, R = R_P [1 + r (1 − m·p)/2].";

    public override IReadOnlyList<KeyDeclaration> Keys => [Conductivity, Ratio, Fixed];

    public override Magnetoresistance Read(TomlSection section) =>
        new GiantModel(Conductivity.Read(section), Ratio.Read(section), Fixed.Read(section));
}
