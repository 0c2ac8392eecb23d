namespace MagHopfield.Micromagnetics.Fields;

/// <summary>
/// A set of points in space, as a function of the position in metres from the centre of the mesh. Shapes combine with <c>|</c> (union),
/// <c>&amp;</c> (intersection), <c>-</c> (difference) and <c>~</c> (complement).
/// </summary>
public sealed class Shape
{
    private const double Infinite = double.PositiveInfinity;
    private readonly Func<double, double, double, bool> _contains;

    /// <summary>A shape from its indicator function.</summary>
    /// <param name="contains">Whether the point (x, y, z), in metres, belongs to the shape.</param>
    public Shape(Func<double, double, double, bool> contains)
        : this(contains, (-Infinite, -Infinite, -Infinite), (Infinite, Infinite, Infinite))
    {
    }

    private Shape(Func<double, double, double, bool> contains, Vector3D low, Vector3D high)
    {
        ArgumentNullException.ThrowIfNull(contains);
        (_contains, Low, High) = (contains, low, high);
    }

    /// <summary>Lower corner of a box around the shape, in metres; −∞ along axes where it has no end that is known.</summary>
    public Vector3D Low { get; }

    /// <summary>Upper corner of a box around the shape, in metres; ∞ along axes where it has no end that is known.</summary>
    public Vector3D High { get; }

    /// <summary>All of space.</summary>
    public static Shape Everywhere { get; } = new((_, _, _) => true);

    /// <summary>Rectangle in the film plane, centred, through the whole thickness.</summary>
    /// <param name="width">Full size along x in metres.</param>
    /// <param name="height">Full size along y in metres.</param>
    public static Shape Rectangle(double width, double height)
    {
        Positive(width, nameof(width));
        Positive(height, nameof(height));
        return Centred((x, y, _) => Math.Abs(x) <= 0.5 * width && Math.Abs(y) <= 0.5 * height, 0.5 * width, 0.5 * height, Infinite);
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
        return Centred((x, y, _) => Square(2 * x / diameterX) + Square(2 * y / diameterY) <= 1, 0.5 * diameterX, 0.5 * diameterY, Infinite);
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
        return Centred(
            (x, y, z) => Square(2 * x / diameterX) + Square(2 * y / diameterY) + Square(2 * z / diameterZ) <= 1,
            0.5 * diameterX,
            0.5 * diameterY,
            0.5 * diameterZ);
    }

    /// <summary>Layer between two heights.</summary>
    /// <param name="bottom">Lower face in metres.</param>
    /// <param name="top">Upper face in metres.</param>
    public static Shape Layer(double bottom, double top) =>
        new((_, _, z) => z >= bottom && z <= top, (-Infinite, -Infinite, bottom), (Infinite, Infinite, top));

    /// <summary>Polygon in the film plane by the even-odd rule, through the whole thickness.</summary>
    /// <param name="corners">At least three corners (x, y) in metres, in order; the last joins the first.</param>
    /// <exception cref="ArgumentException">Fewer than three corners.</exception>
    public static Shape Polygon(params (double X, double Y)[] corners)
    {
        ArgumentNullException.ThrowIfNull(corners);
        if (corners.Length < 3)
            throw new ArgumentException($"A polygon of {corners.Length} corners has no area; give at least 3.", nameof(corners));
        (double X, double Y)[] p = [.. corners];
        return new(
            (x, y, _) =>
            {
                bool inside = false;
                for (int i = 0, j = p.Length - 1; i < p.Length; j = i++)
                {
                    if (p[i].Y > y != p[j].Y > y && x < p[i].X + ((y - p[i].Y) * (p[j].X - p[i].X) / (p[j].Y - p[i].Y)))
                        inside = !inside;
                }
                return inside;
            },
            (p.Min(c => c.X), p.Min(c => c.Y), -Infinite),
            (p.Max(c => c.X), p.Max(c => c.Y), Infinite));
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
        return Centred(Pixel, 0.5 * width, 0.5 * height, Infinite);

        bool Pixel(double x, double y, double z)
        {
            double u = ((x / width) + 0.5) * columns, v = (0.5 - (y / height)) * rows;
            return u >= 0 && u < columns && v >= 0 && v < rows && pixels[((int)v * columns) + (int)u];
        }
    }

    /// <summary>Cells of a mesh.</summary>
    /// <param name="mesh">The mesh, whose centre is the origin.</param>
    /// <param name="inside">One flag a cell, x fastest; true is inside.</param>
    /// <exception cref="ArgumentException">There is not one flag a cell.</exception>
    public static Shape Cells(Mesh mesh, ReadOnlySpan<bool> inside)
    {
        if (inside.Length != mesh.CellCount)
            throw new ArgumentException($"{inside.Length} flags for {mesh.CellCount} cells; give one a cell.", nameof(inside));
        (int X, int Y, int Z) first = (mesh.Nx, mesh.Ny, mesh.Nz), end = (0, 0, 0);
        for (int i = 0; i < inside.Length; i++)
        {
            if (!inside[i])
                continue;
            (int x, int y, int z) = (i % mesh.Nx, i / mesh.Nx % mesh.Ny, i / mesh.Nx / mesh.Ny);
            first = (Math.Min(first.X, x), Math.Min(first.Y, y), Math.Min(first.Z, z));
            end = (Math.Max(end.X, x + 1), Math.Max(end.Y, y + 1), Math.Max(end.Z, z + 1));
        }

        // The box around them alone is kept: a mesh may have thousands of such shapes.
        (int X, int Y, int Z) size = (Math.Max(0, end.X - first.X), Math.Max(0, end.Y - first.Y), Math.Max(0, end.Z - first.Z));
        bool[] cells = new bool[size.X * size.Y * size.Z];
        for (int row = 0; row < size.Y * size.Z; row++)
            inside.Slice(
                mesh.Index(first.X, first.Y + (row % size.Y), first.Z + (row / size.Y)), size.X).CopyTo(cells.AsSpan(row * size.X));
        return new(
            Cell,
            ((first.X - (0.5 * mesh.Nx)) * mesh.Dx, (first.Y - (0.5 * mesh.Ny)) * mesh.Dy, (first.Z - (0.5 * mesh.Nz)) * mesh.Dz),
            ((end.X - (0.5 * mesh.Nx)) * mesh.Dx, (end.Y - (0.5 * mesh.Ny)) * mesh.Dy, (end.Z - (0.5 * mesh.Nz)) * mesh.Dz));

        bool Cell(double x, double y, double z)
        {
            double u = (x / mesh.Dx) + (0.5 * mesh.Nx) - first.X, v = (y / mesh.Dy) + (0.5 * mesh.Ny) - first.Y, w = (z / mesh.Dz)
                + (0.5 * mesh.Nz) - first.Z;
            return u >= 0 && u < size.X && v >= 0 && v < size.Y && w >= 0 && w < size.Z
                && cells[((((int)w * size.Y) + (int)v) * size.X) + (int)u];
        }
    }

    /// <summary>Whether a point belongs to the shape.</summary>
    /// <param name="x">x in metres.</param>
    /// <param name="y">y in metres.</param>
    /// <param name="z">z in metres.</param>
    public bool Contains(double x, double y, double z) => _contains(x, y, z);

    /// <summary>The shape moved by a vector in metres.</summary>
    /// <param name="by">Displacement in metres.</param>
    public Shape Translated(Vector3D by) => new((x, y, z) => _contains(x - by.X, y - by.Y, z - by.Z), Low + by, High + by);

    /// <summary>The shape turned about the z axis through the origin.</summary>
    /// <param name="angle">Angle in radians, counter-clockwise seen from +z.</param>
    public Shape RotatedAboutZ(double angle)
    {
        (double s, double c) = Math.SinCos(angle);
        // The turned box; where it has no end along x or y it has none along either.
        bool ends = double.IsFinite(Low.X + High.X + Low.Y + High.Y);
        Vector3D centre = 0.5 * (Low + High), half = 0.5 * (High - Low);
        double reachX = (Math.Abs(c) * half.X) + (Math.Abs(s) * half.Y), reachY = (Math.Abs(s) * half.X) + (Math.Abs(c) * half.Y);
        double atX = (c * centre.X) - (s * centre.Y), atY = (s * centre.X) + (c * centre.Y);
        return new(
            (x, y, z) => _contains((c * x) + (s * y), (c * y) - (s * x), z),
            ends ? (atX - reachX, atY - reachY, Low.Z) : (-Infinite, -Infinite, Low.Z),
            ends ? (atX + reachX, atY + reachY, High.Z) : (Infinite, Infinite, High.Z));
    }

    /// <summary>Union.</summary>
    public static Shape operator |(Shape a, Shape b) =>
        new((x, y, z) => a._contains(x, y, z) || b._contains(x, y, z), Least(a.Low, b.Low), Most(a.High, b.High));

    /// <summary>Intersection.</summary>
    public static Shape operator &(Shape a, Shape b) =>
        new((x, y, z) => a._contains(x, y, z) && b._contains(x, y, z), Most(a.Low, b.Low), Least(a.High, b.High));

    /// <summary>Difference: what is in the first and not in the second.</summary>
    public static Shape operator -(Shape a, Shape b) => new((x, y, z) => a._contains(x, y, z) && !b._contains(x, y, z), a.Low, a.High);

    /// <summary>Complement.</summary>
    public static Shape operator ~(Shape a) => new((x, y, z) => !a._contains(x, y, z));

    private static Shape Centred(Func<double, double, double, bool> contains, double reachX, double reachY, double reachZ) =>
        new(contains, (-reachX, -reachY, -reachZ), (reachX, reachY, reachZ));

    private static Vector3D Least(Vector3D a, Vector3D b) => (Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Min(a.Z, b.Z));

    private static Vector3D Most(Vector3D a, Vector3D b) => (Math.Max(a.X, b.X), Math.Max(a.Y, b.Y), Math.Max(a.Z, b.Z));

    private static double Square(double a) => a * a;

    private static void Positive(double size, string name)
    {
        if (!(size > 0))
            throw new ArgumentOutOfRangeException(name, $"Shape: {name} = {size} m; give a positive size in metres.");
    }
}
