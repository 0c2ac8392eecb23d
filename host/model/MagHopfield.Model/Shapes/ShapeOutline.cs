using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Shapes;

/// <summary>The outline of shapes in the plane of a mesh of one layer, as conductors and films take it.</summary>
/// <param name="Parts">At least one shape; they are combined in their order.</param>
/// <param name="Width">Extent of the mesh along x in metres.</param>
/// <param name="Height">Extent of the mesh along y in metres.</param>
public sealed record ShapeOutline(IReadOnlyList<ShapePart> Parts, double Width, double Height) : PlaneShape
{
    private readonly Shape _shape = ShapePart.Combine(Parts)
        ?? throw new ArgumentException("An outline has at least one shape.", nameof(Parts));

    /// <summary>The outline of one shape.</summary>
    /// <param name="form">The shape.</param>
    /// <param name="width">Extent of the mesh along x in metres.</param>
    /// <param name="height">Extent of the mesh along y in metres.</param>
    public static PlaneShape Of(ShapeParameters form, double width, double height) =>
        form.Plane ?? new ShapeOutline([new ShapePart(form, ShapeOperation.Add, 0)], width, height);

    /// <summary>The shapes as files write them, with the full paths of files.</summary>
    public string Text
    {
        get
        {
            DocumentWriter text = new(path => path);
            GeometrySection.Write(text, this);
            return text.ToString();
        }
    }

    /// <inheritdoc/>
    public override PlaneBox Bounds => new(
        Math.Max(_shape.Low.X, -Width) + (0.5 * Width),
        Math.Max(_shape.Low.Y, -Height) + (0.5 * Height),
        Math.Min(_shape.High.X, Width) + (0.5 * Width),
        Math.Min(_shape.High.Y, Height) + (0.5 * Height));

    /// <inheritdoc/>
    public override bool Contains(double x, double y, double tolerance)
    {
        for (int i = -1; i <= 1; i++)
        {
            for (int j = -1; j <= 1; j++)
            {
                if (_shape.Contains(x + (i * tolerance) - (0.5 * Width), y + (j * tolerance) - (0.5 * Height), 0))
                    return true;
            }
        }

        return false;
    }
}
