using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Shapes;

/// <summary>The keys that describe a shape, shared by [[geometry]] and [[region]].</summary>
internal static class ShapeKeys
{
    public static readonly Key<ShapeKind> Kind = Key.Choice(
        "shape",
        "The shape. `layer` and `ellipsoid` are solids, `ovf` is given cell by cell; the others go through the whole thickness.",
        [
            ("rectangle", ShapeKind.Rectangle), ("ellipse", ShapeKind.Ellipse), ("disk", ShapeKind.Disk), ("polygon", ShapeKind.Polygon),
            ("ellipsoid", ShapeKind.Ellipsoid), ("layer", ShapeKind.Layer), ("image", ShapeKind.Image), ("ovf", ShapeKind.Cells),
            ("everywhere", ShapeKind.Everywhere),
        ]);

    public static readonly Key<double[]> Size = Key.Sizes(
        "size", 2, "m", "Full sizes along x and y of a rectangle or ellipse, or of an image.")
        .Without("required for these");
    public static readonly Key<double[]> Axes = Key.Sizes(
        "axes", 3, "m", "Full axes along x, y and z of an ellipsoid.").Without("required for it");
    public static readonly Key<double> Diameter = Key.Positive("diameter", "m", "Diameter of a disk.").Without("required for it");

    public static readonly Key<(double X, double Y)[]> Corners = Key.Points(
        "corners", 3, "m", "Corners of a polygon in order; the last joins the first (even-odd rule).").Without("required for it");

    public static readonly Key<double> Bottom = Key.Number(
        "bottom", "m", "Height of the lower face of a layer.").Without("required for it");
    public static readonly Key<double> Top = Key.Number("top", "m", "Height of the upper face of a layer.").Without("required for it");
    public static readonly Key<string> File = Key.Path(
        "file",
        "Path, from the folder of the problem file, of a PNG image, which is stretched over `size`, or of an OVF 2 file with one value a "
        + "cell (valuedim 1) of the same mesh.",
        "required for these");

    public static readonly Key<double?> Value = Key.OptionalNumber(
        "value",
        "",
        "Value of the cells of an OVF file that belong to the shape, such as the number of a region.",
        "cells of at least 0.5 belong to it");

    public static readonly Key<bool> DarkInside = Key.Choice(
        "inside", "Which pixels of an image belong to the shape: those darker or those lighter than half.",
        [
            ("dark", true), ("light", false),
        ], "dark");

    public static readonly Key<int[]> Colours = Key.Colours(
        "colours", "Colours of the pixels of an image that belong to the shape, instead of `inside`.").Without("by `inside`");

    public static readonly Key<bool> FromCorner = Key.Choice(
        "origin",
        "Whether coordinates count from the middle of the mesh or, in x and y, from its lower-left corner. An electrode from the corner "
        + "takes the points of the mesh within its distance of the outline; one from the middle tries points at it.",
        [("centre", false), ("corner", true)],
        "centre");

    public static readonly Key<Vector3D> Centre = Key.Vector("centre", "m", "Where the centre of the shape is.", [0, 0, 0]);
    public static readonly Key<double> Angle = Key.Number("angle", "rad", "Turn about z before moving, counter-clockwise.", fallback: 0);

    public static readonly KeyDeclaration[] All =
    [
        Kind, Size, Axes, Diameter, Corners, Bottom, Top, File, Value, DarkInside, Colours, FromCorner, Centre, Angle,
    ];

    public static ShapeParameters Read(TomlSection section, InputFiles files, Mesh mesh)
    {
        ShapeParameters none = new() { Kind = Kind.Read(section), Shape = Shape.Everywhere };
        ColourImage? image = none.Kind == ShapeKind.Image ? files.FindImage(section, File) : null;
        ShapeParameters read = none.Kind switch
        {
            ShapeKind.Rectangle => Size.Read(section) is double[] s ? none with { Size = s, Shape = Shape.Rectangle(s[0], s[1]) } : none,
            ShapeKind.Ellipse => Size.Read(section) is double[] s ? none with { Size = s, Shape = Shape.Ellipse(s[0], s[1]) } : none,
            ShapeKind.Disk => Diameter.Read(section) is double d ? none with { Diameter = d, Shape = Shape.Disk(d) } : none,
            ShapeKind.Polygon => Corners.Read(section) is (double, double)[] c ? none with { Corners = c, Shape = Shape.Polygon(c) } : none,
            ShapeKind.Ellipsoid => Axes.Read(section) is double[] a
                ? none with { Axes = a, Shape = Shape.Ellipsoid(a[0], a[1], a[2]) } : none,
            ShapeKind.Layer => Layer(section, none),
            ShapeKind.Image => Image(section, none, image!),
            ShapeKind.Cells => Cells(section, none, files, mesh),
            _ => none,
        };
        read = read with { Angle = Angle.Read(section), Centre = Centre.Read(section), IsFromCorner = FromCorner.Read(section) };
        Vector3D corner = (-0.5 * mesh.Nx * mesh.Dx, -0.5 * mesh.Ny * mesh.Dy, 0);
        Vector3D by = read.IsFromCorner ? read.Centre + corner : read.Centre;
        Shape shape = read.Angle == 0 ? read.Shape : read.Shape.RotatedAboutZ(read.Angle);
        return read with
        {
            Shape = by == default ? shape : shape.Translated(by),
            Plane = read.IsFromCorner ? CornerShapes.Of(read, image) : null,
        };
    }

    public static void Write(DocumentWriter text, ShapeParameters shape)
    {
        text.Add(Kind, shape.Kind);
        if (shape.Kind is ShapeKind.Rectangle or ShapeKind.Ellipse or ShapeKind.Image)
            text.Add(Size, [.. shape.Size]);
        if (shape.Kind == ShapeKind.Ellipsoid)
            text.Add(Axes, [.. shape.Axes]);
        if (shape.Kind == ShapeKind.Disk)
            text.Add(Diameter, shape.Diameter);
        if (shape.Kind == ShapeKind.Polygon)
            text.Add(Corners, [.. shape.Corners]);
        if (shape.Kind == ShapeKind.Layer)
        {
            text.Add(Bottom, shape.Bottom);
            text.Add(Top, shape.Top);
        }

        text.AddFile(File, shape.File);
        if (shape.Colours.Count > 0)
            text.Add(Colours, [.. shape.Colours]);
        else if (shape.Kind == ShapeKind.Image)
            text.Add(DarkInside, shape.IsDarkInside);
        text.Add(Value, shape.Value);
        if (shape.IsFromCorner)
            text.Add(FromCorner, true);
        text.Add(Centre, shape.Centre);
        text.Add(Angle, shape.Angle);
    }

    private static ShapeParameters Image(TomlSection section, ShapeParameters none, ColourImage image)
    {
        double[] size = Size.Read(section);
        if (section.Has(Colours.Name) && section.Has(DarkInside.Name))
            throw section.Error(Colours.Name, $"says the same as {DarkInside.Name}; remove one of the two");
        bool dark = section.Has(Colours.Name) || DarkInside.Read(section);
        int[] colours = section.Has(Colours.Name) ? Colours.Read(section) : [];
        bool[] inside = new bool[image.Columns * image.Rows];
        for (int i = 0; i < inside.Length; i++)
        {
            (int column, int row) = (i % image.Columns, image.Rows - 1 - (i / image.Columns));
            inside[i] = colours.Length > 0 ? colours.Contains(image[column, row]) : image.IsDark(column, row) == dark;
        }

        return none with
        {
            Size = size,
            IsDarkInside = dark,
            Colours = colours,
            File = image.Path,
            Shape = Shape.Image(inside, image.Columns, size[0], size[1]),
        };
    }

    // The numbers of a mesh are those of cells, whatever their size: position and shape of the cells are the mesh's own.
    private static ShapeParameters Cells(TomlSection section, ShapeParameters none, InputFiles files, Mesh mesh)
    {
        (string path, ScalarField<double> field) = files.FindScalar(section, File, mesh);
        double? value = Value.Read(section);
        return none with
        {
            File = path,
            Value = value,
            Shape = Shape.Cells(mesh, [.. field.Values.Select(v => value is double wanted ? v == wanted : v >= 0.5)]),
        };
    }

    private static ShapeParameters Layer(TomlSection section, ShapeParameters none)
    {
        double bottom = Bottom.Read(section), top = Top.Read(section);
        return top > bottom
            ? none with { Bottom = bottom, Top = top, Shape = Shape.Layer(bottom, top) }
            : throw section.Error(Top.Name, $"is {top:R} m, not above the bottom at {bottom:R} m; write a larger height");
    }
}
