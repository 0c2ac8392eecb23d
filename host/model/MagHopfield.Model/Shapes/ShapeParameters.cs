using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Model.Shapes;

/// <summary>A shape as a file states it; what its kind does not need is left at its default.</summary>
public sealed record ShapeParameters
{
    /// <summary>Which shape.</summary>
    public required ShapeKind Kind { get; init; }

    /// <summary>Full sizes along x and y in metres, of a rectangle, ellipse or image.</summary>
    public IReadOnlyList<double> Size { get; init; } = [];

    /// <summary>Full axes along x, y and z in metres, of an ellipsoid.</summary>
    public IReadOnlyList<double> Axes { get; init; } = [];

    /// <summary>Diameter in metres, of a disk.</summary>
    public double Diameter { get; init; }

    /// <summary>Corners in metres, of a polygon.</summary>
    public IReadOnlyList<(double X, double Y)> Corners { get; init; } = [];

    /// <summary>Height of the lower face in metres, of a layer.</summary>
    public double Bottom { get; init; }

    /// <summary>Height of the upper face in metres, of a layer.</summary>
    public double Top { get; init; }

    /// <summary>Full path of the file of an image or of cells, or null.</summary>
    public string? File { get; init; }

    /// <summary>Value of the cells of a file that belong to the shape; null: those of at least ½.</summary>
    public double? Value { get; init; }

    /// <summary>Whether the dark pixels of an image belong to the shape, rather than the light ones.</summary>
    public bool IsDarkInside { get; init; } = true;

    /// <summary>Colours 0xRRGGBB of the pixels of an image that belong to the shape; none: by their darkness.</summary>
    public IReadOnlyList<int> Colours { get; init; } = [];

    /// <summary>Whether coordinates count, in x and y, from the lower-left corner of the mesh rather than from its centre.</summary>
    public bool IsFromCorner { get; init; }

    /// <summary>Where its centre is, in metres from that of the mesh or from its corner.</summary>
    public Vector3D Centre { get; init; }

    /// <summary>Turn about z before moving in radians, counter-clockwise.</summary>
    public double Angle { get; init; }

    /// <summary>The shape itself, in metres from the centre of the mesh.</summary>
    public required Shape Shape { get; init; }

    /// <summary>The same as a shape of the plane from the corner, where it has a formula of its own there; otherwise null.</summary>
    public PlaneShape? Plane { get; init; }
}

/// <summary>Shapes.</summary>
public enum ShapeKind
{
    /// <summary>A rectangle through the whole thickness.</summary>
    Rectangle,

    /// <summary>An ellipse through the whole thickness.</summary>
    Ellipse,

    /// <summary>A disk through the whole thickness.</summary>
    Disk,

    /// <summary>A polygon through the whole thickness.</summary>
    Polygon,

    /// <summary>An ellipsoid.</summary>
    Ellipsoid,

    /// <summary>What lies between two heights.</summary>
    Layer,

    /// <summary>The pixels of an image, through the whole thickness.</summary>
    Image,

    /// <summary>Cells of an OVF file.</summary>
    Cells,

    /// <summary>All of space.</summary>
    Everywhere,
}
