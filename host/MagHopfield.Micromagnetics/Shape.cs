namespace MagHopfield.Micromagnetics;

/// <summary>
/// A set of points in space, as a function of the position in metres from the centre of the mesh. Shapes combine with <c>|</c> (union),
/// <c>&amp;</c> (intersection), <c>-</c> (difference) and <c>~</c> (complement).
/// </summary>
public sealed class Shape
{
    private readonly Func<double, double, double, bool> _contains;

    /// <summary>A shape from its indicator function.</summary>
    /// <param name="contains">Whether the point (x, y, z), in metres, belongs to the shape.</param>
    public Shape(Func<double, double, double, bool> contains)
    {
        ArgumentNullException.ThrowIfNull(contains);
        _contains = contains;
    }

    /// <summary>All of space.</summary>
    public static Shape Everywhere { get; } = new((_, _, _) => true);

    /// <summary>Rectangle in the film plane, centred, through the whole thickness.</summary>
    /// <param name="width">Full size along x in metres.</param>
    /// <param name="height">Full size along y in metres.</param>
    public static Shape Rectangle(double width, double height)
    {
        Positive(width, nameof(width));
        Positive(height, nameof(height));
        return new((x, y, _) => Math.Abs(x) <= 0.5 * width && Math.Abs(y) <= 0.5 * height);
    }

    /// <summary>Disk in the film plane, centred, through the whole thickness.</summary>
    /// <param name="diameter">Diameter in metres.</param>
    public static Shape Disk(double diameter) => Ellipse(diameter, diameter);

    /// <summary>Ellipse in the film plane, centred, through the whole thickness.</summary>
    /// <param name="diameterX">Full axis along x in metres.</param>
    /// <param name="diameterY">Full axis along y in metres.</param>
    public static Shape Ellipse(double diameterX, double diameterY)
    {
        Positive(diameterX, nameof(diameterX));
        Positive(diameterY, nameof(diameterY));
        return new((x, y, _) => Square(2 * x / diameterX) + Square(2 * y / diameterY) <= 1);
    }

    /// <summary>Ellipsoid, centred.</summary>
    /// <param name="diameterX">Full axis along x in metres.</param>
    /// <param name="diameterY">Full axis along y in metres.</param>
    /// <param name="diameterZ">Full axis along z in metres.</param>
    public static Shape Ellipsoid(double diameterX, double diameterY, double diameterZ)
    {
        Positive(diameterX, nameof(diameterX));
        Positive(diameterY, nameof(diameterY));
        Positive(diameterZ, nameof(diameterZ));
        return new((x, y, z) => Square(2 * x / diameterX) + Square(2 * y / diameterY) + Square(2 * z / diameterZ) <= 1);
    }

    /// <summary>Layer between two heights.</summary>
    /// <param name="bottom">Lower face in metres.</param>
    /// <param name="top">Upper face in metres.</param>
    public static Shape Layer(double bottom, double top) => new((_, _, z) => z >= bottom && z <= top);

    /// <summary>Polygon in the film plane by the even-odd rule, through the whole thickness.</summary>
    /// <param name="corners">At least three corners (x, y) in metres, in order; the last joins the first.</param>
    /// <exception cref="ArgumentException">Fewer than three corners.</exception>
    public static Shape Polygon(params (double X, double Y)[] corners)
    {
        ArgumentNullException.ThrowIfNull(corners);
        if (corners.Length < 3)
            throw new ArgumentException($"A polygon of {corners.Length} corners has no area; give at least 3.", nameof(corners));
        (double X, double Y)[] p = [.. corners];
        return new((x, y, _) =>
        {
            bool inside = false;
            for (int i = 0, j = p.Length - 1; i < p.Length; j = i++)
            {
                if (p[i].Y > y != p[j].Y > y && x < p[i].X + ((y - p[i].Y) * (p[j].X - p[i].X) / (p[j].Y - p[i].Y)))
                    inside = !inside;
            }
            return inside;
        });
    }

    /// <summary>A black-and-white image stretched over a rectangle in the film plane, centred, through the whole thickness.</summary>
    /// <param name="inside">Pixels by rows from the top (largest y) down, each row from left to right; true is inside.</param>
    /// <param name="columns">Pixels a row.</param>
    /// <param name="width">Full size of the image along x in metres.</param>
    /// <param name="height">Full size of the image along y in metres.</param>
    /// <exception cref="ArgumentException">The number of pixels is not a multiple of the columns.</exception>
    public static Shape Image(ReadOnlySpan<bool> inside, int columns, double width, double height)
    {
        Positive(width, nameof(width));
        Positive(height, nameof(height));
        if (columns < 1 || inside.Length == 0 || inside.Length % columns != 0)
            throw new ArgumentException($"An image of {inside.Length} pixels has no rows of {columns}; give whole rows.", nameof(columns));
        bool[] pixels = inside.ToArray();
        int rows = pixels.Length / columns;
        return new((x, y, _) =>
        {
            double u = ((x / width) + 0.5) * columns, v = (0.5 - (y / height)) * rows;
            return u >= 0 && u < columns && v >= 0 && v < rows && pixels[((int)v * columns) + (int)u];
        });
    }

    /// <summary>Cells of a mesh.</summary>
    /// <param name="mesh">The mesh, whose centre is the origin.</param>
    /// <param name="inside">One flag a cell, x fastest; true is inside.</param>
    /// <exception cref="ArgumentException">There is not one flag a cell.</exception>
    public static Shape Cells(Mesh mesh, ReadOnlySpan<bool> inside)
    {
        if (inside.Length != mesh.CellCount)
            throw new ArgumentException($"{inside.Length} flags for {mesh.CellCount} cells; give one a cell.", nameof(inside));
        bool[] cells = inside.ToArray();
        return new((x, y, z) =>
        {
            double u = (x / mesh.Dx) + (0.5 * mesh.Nx), v = (y / mesh.Dy) + (0.5 * mesh.Ny), w = (z / mesh.Dz) + (0.5 * mesh.Nz);
            return u >= 0 && u < mesh.Nx && v >= 0 && v < mesh.Ny && w >= 0 && w < mesh.Nz && cells[mesh.Index((int)u, (int)v, (int)w)];
        });
    }

    /// <summary>Whether a point belongs to the shape.</summary>
    /// <param name="x">x in metres.</param>
    /// <param name="y">y in metres.</param>
    /// <param name="z">z in metres.</param>
    public bool Contains(double x, double y, double z) => _contains(x, y, z);

    /// <summary>The shape moved by a vector in metres.</summary>
    /// <param name="by">Displacement in metres.</param>
    public Shape Translated(Vector3D by) => new((x, y, z) => _contains(x - by.X, y - by.Y, z - by.Z));

    /// <summary>The shape turned about the z axis through the origin.</summary>
    /// <param name="angle">Angle in radians, counter-clockwise seen from +z.</param>
    public Shape RotatedAboutZ(double angle)
    {
        (double s, double c) = Math.SinCos(angle);
        return new((x, y, z) => _contains((c * x) + (s * y), (c * y) - (s * x), z));
    }

    /// <summary>Union.</summary>
    public static Shape operator |(Shape a, Shape b) => new((x, y, z) => a._contains(x, y, z) || b._contains(x, y, z));

    /// <summary>Intersection.</summary>
    public static Shape operator &(Shape a, Shape b) => new((x, y, z) => a._contains(x, y, z) && b._contains(x, y, z));

    /// <summary>Difference: what is in the first and not in the second.</summary>
    public static Shape operator -(Shape a, Shape b) => new((x, y, z) => a._contains(x, y, z) && !b._contains(x, y, z));

    /// <summary>Complement.</summary>
    public static Shape operator ~(Shape a) => new((x, y, z) => !a._contains(x, y, z));

    private static double Square(double a) => a * a;

    private static void Positive(double size, string name)
    {
        if (!(size > 0))
            throw new ArgumentOutOfRangeException(name, $"Shape: {name} = {size} m; give a positive size in metres.");
    }
}
