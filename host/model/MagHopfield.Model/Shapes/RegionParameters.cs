using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Model.Shapes;

/// <summary>A part of the body with parameters of its own; what is null is that of the material. Terms have theirs themselves.</summary>
/// <param name="Name">Name.</param>
/// <param name="Form">Where it is, as the file states it; only what lies in the body counts.</param>
/// <param name="SaturationMagnetisation">Ms in A/m.</param>
/// <param name="GilbertDamping">α, dimensionless.</param>
/// <param name="Line">Line in the file.</param>
public sealed record RegionParameters(string Name, ShapeParameters Form, double? SaturationMagnetisation, double? GilbertDamping, int Line)
{
    /// <summary>Where it is, in metres from the centre of the mesh.</summary>
    public Shape Shape => Form.Shape;
}
