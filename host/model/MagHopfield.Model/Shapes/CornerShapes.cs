using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Shapes;

/// <summary>
/// Shapes whose coordinates count from the lower-left corner of the mesh, as conductors take them: without a turn they are the plane shapes
/// of the engine, with the same numbers.
/// </summary>
internal static class CornerShapes
{
    /// <summary>The plane shape of a shape from the corner; null where there is none with these numbers.</summary>
    public static PlaneShape? Of(ShapeParameters form, ColourImage? image)
    {
        if (form.Angle != 0)
            return null;
        (double x, double y) = (form.Centre.X, form.Centre.Y);
        IReadOnlyList<double> size = form.Size;
        return form.Kind switch
        {
            ShapeKind.Disk => new DiskShape(x, y, form.Diameter / 2),
            ShapeKind.Rectangle => new RectangleShape(x, y, size[0], size[1]),
            ShapeKind.Ellipse => new EllipseShape(x, y, size[0] / 2, size[1] / 2),
            ShapeKind.Polygon when (x, y) == (0, 0) => new PolygonShape(form.Corners),
            ShapeKind.Image when form.Colours.Count > 0 && (x, y) == (size[0] / 2, size[1] / 2) =>
                new ImageShape(image!, form.Colours, size[0], size[1]),
            _ => null,
        };
    }

    /// <summary>Writes the keys from which a plane shape is read again.</summary>
    /// <exception cref="ArgumentException">No file can say it.</exception>
    public static void Write(DocumentWriter text, PlaneShape shape)
    {
        switch (shape)
        {
            case ShapeOutline { Parts: [{ Operation: ShapeOperation.Add } part] }:
                ShapeKeys.Write(text, part.Form);
                break;
            case DiskShape d:
                text.Add(ShapeKeys.Kind, ShapeKind.Disk);
                text.Add(ShapeKeys.Diameter, 2 * d.Radius);
                At(text, d.X, d.Y);
                break;
            case RectangleShape r:
                text.Add(ShapeKeys.Kind, ShapeKind.Rectangle);
                text.Add(ShapeKeys.Size, [r.Width, r.Height]);
                At(text, r.X, r.Y);
                break;
            case EllipseShape e:
                text.Add(ShapeKeys.Kind, ShapeKind.Ellipse);
                text.Add(ShapeKeys.Size, [2 * e.RadiusX, 2 * e.RadiusY]);
                At(text, e.X, e.Y);
                break;
            case PolygonShape p:
                text.Add(ShapeKeys.Kind, ShapeKind.Polygon);
                text.Add(ShapeKeys.Corners, [.. p.Corners]);
                At(text, 0, 0);
                break;
            case ImageShape i:
                text.Add(ShapeKeys.Kind, ShapeKind.Image);
                text.Add(ShapeKeys.Size, [i.Width, i.Height]);
                text.AddFile(ShapeKeys.File, i.Image.Path);
                text.Add(ShapeKeys.Colours, [.. i.Colours]);
                At(text, i.Width / 2, i.Height / 2);
                break;
            default:
                throw new ArgumentException($"A shape of {shape} cannot be written; a file has no words for it.", nameof(shape));
        }
    }

    private static void At(DocumentWriter text, double x, double y)
    {
        text.Add(ShapeKeys.FromCorner, true);
        if ((x, y) != (0, 0))
            text.Add(ShapeKeys.Centre, new Vector3D(x, y, 0));
    }
}
