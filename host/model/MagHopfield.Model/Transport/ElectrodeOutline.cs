using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Model.Transport;

/// <summary>The outline of a shape in the plane of a mesh of one layer, as conductors take it.</summary>
/// <param name="Shape">The shape, in metres from the centre of the mesh.</param>
/// <param name="Width">Extent of the mesh along x in metres.</param>
/// <param name="Height">Extent of the mesh along y in metres.</param>
internal sealed record ElectrodeOutline(Shape Shape, double Width, double Height) : PlaneShape
{
    /// <inheritdoc/>
    public override PlaneBox Bounds => new(
        Math.Max(Shape.Low.X, -Width) + (0.5 * Width),
        Math.Max(Shape.Low.Y, -Height) + (0.5 * Height),
        Math.Min(Shape.High.X, Width) + (0.5 * Width),
        Math.Min(Shape.High.Y, Height) + (0.5 * Height));

    /// <inheritdoc/>
    public override bool Contains(double x, double y, double tolerance)
    {
        for (int i = -1; i <= 1; i++)
        {
            for (int j = -1; j <= 1; j++)
            {
                if (Shape.Contains(x + (i * tolerance) - (0.5 * Width), y + (j * tolerance) - (0.5 * Height), 0))
                    return true;
            }
        }

        return false;
    }
}
