using MagHopfield.Micromagnetics;
using MagHopfield.Pictures;
using MagHopfield.Problems.Keys;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>The keys that describe a shape, shared by [[geometry]] and [[region]].</summary>
internal static class ShapeKeys
{
    public static readonly Key<string> Shape = Key.Choice(
        "shape",
        "The shape. `layer` and `ellipsoid` are solids, `ovf` is given cell by cell; the others go through the whole thickness.",
        [
            ("rectangle", "rectangle"), ("ellipse", "ellipse"), ("disk", "disk"), ("polygon", "polygon"), ("ellipsoid", "ellipsoid"),
            ("layer", "layer"), ("image", "image"), ("ovf", "ovf"), ("everywhere", "everywhere"),
        ]);

    public static readonly Key<double[]> Size = Key.Sizes("size", 2, "m", "Full sizes along x and y of a rectangle or ellipse, or of an image.")
        .Without("required for these");
    public static readonly Key<double[]> Axes = Key.Sizes("axes", 3, "m", "Full axes along x, y and z of an ellipsoid.").Without("required for it");
    public static readonly Key<double> Diameter = Key.Positive("diameter", "m", "Diameter of a disk.").Without("required for it");

    public static readonly Key<(double X, double Y)[]> Corners = Key.Points(
        "corners", 3, "m", "Corners of a polygon in order; the last joins the first (even-odd rule).").Without("required for it");

    public static readonly Key<double> Bottom = Key.Number("bottom", "m", "Height of the lower face of a layer.").Without("required for it");
    public static readonly Key<double> Top = Key.Number("top", "m", "Height of the upper face of a layer.").Without("required for it");
    public static readonly Key<string> File = Key.Path(
        "file",
        "Path, from the folder of the problem file, of a PNG image, which is stretched over `size`, or of an OVF 2 file with one value a cell (valuedim 1) of the same mesh.",
        "required for these");

    public static readonly Key<double?> Value = Key.OptionalNumber(
        "value", "", "Value of the cells of an OVF file that belong to the shape, such as the number of a region.", "cells of at least 0.5 belong to it");


    public static readonly Key<bool> DarkInside = Key.Choice(
        "inside", "Which pixels of an image belong to the shape: those darker or those lighter than half.", [("dark", true), ("light", false)], "dark");

    public static readonly Key<Vector3D> Centre = Key.Vector("centre", "m", "Where the centre of the shape is.", [0, 0, 0]);
    public static readonly Key<double> Angle = Key.Number("angle", "rad", "Turn about z before moving, counter-clockwise.", fallback: 0);

    public static readonly KeyDeclaration[] All = [Shape, Size, Axes, Diameter, Corners, Bottom, Top, File, Value, DarkInside, Centre, Angle];

    public static Shape Read(TomlSection section, InputFiles files, Mesh mesh)
    {
        Shape shape = Shape.Read(section) switch
        {
            "rectangle" => Size.Read(section) is double[] s ? Micromagnetics.Shape.Rectangle(s[0], s[1]) : null!,
            "ellipse" => Size.Read(section) is double[] s ? Micromagnetics.Shape.Ellipse(s[0], s[1]) : null!,
            "disk" => Micromagnetics.Shape.Disk(Diameter.Read(section)),
            "polygon" => Micromagnetics.Shape.Polygon(Corners.Read(section)),
            "ellipsoid" => Axes.Read(section) is double[] a ? Micromagnetics.Shape.Ellipsoid(a[0], a[1], a[2]) : null!,
            "layer" => Layer(section),
            "image" => Image(section, files),
            "ovf" => Cells(section, files, mesh),
            _ => Micromagnetics.Shape.Everywhere,
        };
        double angle = Angle.Read(section);
        Vector3D centre = Centre.Read(section);
        shape = angle == 0 ? shape : shape.RotatedAboutZ(angle);
        return centre == default ? shape : shape.Translated(centre);
    }

    private static Shape Image(TomlSection section, InputFiles files)
    {
        double[] size = Size.Read(section);
        bool dark = DarkInside.Read(section);
        RgbImage image;
        try
        {
            image = Png.Read(files.Find(section, File));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw section.Error(File.Name, $"names an image that cannot be read ({e.Message.TrimEnd('.')}); write the path of a PNG file");
        }

        bool[] inside = new bool[image.Width * image.Height];
        for (int i = 0; i < inside.Length; i++)
            inside[i] = image.Brightness(i % image.Width, i / image.Width) < 0.5 == dark;
        return Micromagnetics.Shape.Image(inside, image.Width, size[0], size[1]);
    }

    // The numbers of a mesh are those of cells, whatever their size: position and shape of the cells are the mesh's own.
    private static Shape Cells(TomlSection section, InputFiles files, Mesh mesh)
    {
        ScalarField<double> field = files.FindScalar(section, File, mesh);
        double? value = Value.Read(section);
        return Micromagnetics.Shape.Cells(mesh, [.. field.Values.Select(v => value is double wanted ? v == wanted : v >= 0.5)]);
    }

    private static Shape Layer(TomlSection section)
    {
        double bottom = Bottom.Read(section), top = Top.Read(section);
        return top > bottom
            ? Micromagnetics.Shape.Layer(bottom, top)
            : throw section.Error(Top.Name, $"is {top:R} m, not above the bottom at {bottom:R} m; write a larger height");
    }
}
