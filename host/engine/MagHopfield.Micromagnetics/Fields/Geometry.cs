namespace MagHopfield.Micromagnetics.Fields;

/// <summary>
/// Which cells of a mesh hold magnetic material, and of which region: one number a cell, 0 outside, from 1 the number of the region.
/// </summary>
public sealed class Geometry
{
    private readonly int[] _region;

    /// <summary>Every cell inside, region 1.</summary>
    /// <param name="mesh">The mesh.</param>
    public Geometry(Mesh mesh)
    {
        Mesh = mesh;
        _region = new int[mesh.CellCount];
        Array.Fill(_region, 1);
        Summarise();
    }

    /// <summary>The cells whose centre lies in a shape, region 1.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="shape">The shape, in metres from the centre of the mesh.</param>
    /// <exception cref="ArgumentException">No cell centre lies in the shape.</exception>
    public Geometry(Mesh mesh, Shape shape)
        : this(mesh, new int[mesh.CellCount], shape, 1)
    {
    }

    /// <summary>Regions given cell by cell.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="region">Nx·Ny·Nz region numbers, x fastest; 0 outside.</param>
    /// <exception cref="ArgumentException">Wrong length, or no cell is inside.</exception>
    public Geometry(Mesh mesh, ReadOnlySpan<int> region)
    {
        if (region.Length != mesh.CellCount)
            throw new ArgumentException(
                $"Geometry: {region.Length} region numbers for {mesh.CellCount} cells; give one a cell.", nameof(region));
        Mesh = mesh;
        _region = region.ToArray();
        Summarise();
    }

    private Geometry(Mesh mesh, int[] region, Shape shape, int number)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Mesh = mesh;
        _region = region;
        ForCellsIn(mesh, shape, i => _region[i] = number);
        Summarise();
    }

    /// <summary>The mesh.</summary>
    public Mesh Mesh { get; }

    /// <summary>Region number of every cell, 0 outside; x fastest.</summary>
    public ReadOnlySpan<int> Region => _region;

    /// <summary>Number of cells inside.</summary>
    public int CellsInside { get; private set; }

    /// <summary>Whether every cell of the mesh is inside.</summary>
    public bool IsFull => CellsInside == Mesh.CellCount;

    /// <summary>Whether all cells inside belong to one region.</summary>
    public bool IsSingleRegion { get; private set; }

    /// <summary>Largest region number in use.</summary>
    public int LastRegion { get; private set; }

    /// <summary>Whether a cell is inside.</summary>
    /// <param name="cell">Cell index.</param>
    public bool Contains(int cell) => _region[cell] != 0;

    /// <summary>
    /// Calls back for each cell whose centre lies in a shape, in the order of the cells; looks no farther than the shape reaches.
    /// </summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="shape">The shape, in metres from the centre of the mesh.</param>
    /// <param name="found">Is told the index of each cell.</param>
    public static void ForCellsIn(Mesh mesh, Shape shape, Action<int> found)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(found);
        (int x0, int x1) = Within(shape.Low.X, shape.High.X, mesh.Dx, mesh.Nx);
        (int y0, int y1) = Within(shape.Low.Y, shape.High.Y, mesh.Dy, mesh.Ny);
        (int z0, int z1) = Within(shape.Low.Z, shape.High.Z, mesh.Dz, mesh.Nz);
        for (int z = z0; z < z1; z++)
        {
            for (int y = y0; y < y1; y++)
            {
                for (int x = x0; x < x1; x++)
                {
                    Vector3D c = mesh.Centre(x, y, z);
                    if (shape.Contains(c.X, c.Y, c.Z))
                        found(mesh.Index(x, y, z));
                }
            }
        }
    }

    // Cells that a range of the axis may touch; one more at each end, for rounding.
    private static (int First, int End) Within(double low, double high, double size, int count) => (
        (int)Math.Clamp(Math.Floor((low / size) + (0.5 * count)) - 1, 0, count), (int)Math.Clamp(
            Math.Ceiling((high / size) + (0.5 * count)) + 1, 0, count));

    /// <summary>
    /// The cell some steps along an axis from another, through the ends of periodic axes, or −1 where it is outside the body.
    /// </summary>
    internal int Neighbour(int axis, int x, int y, int z, int steps)
    {
        (int position, int count, bool periodic) = axis switch
        {
            0 => (x, Mesh.Nx, Mesh.PeriodicX),
            1 => (y, Mesh.Ny, Mesh.PeriodicY),
            _ => (z, Mesh.Nz, Mesh.PeriodicZ),
        };
        int there = position + steps;
        if ((there < 0 || there >= count) && !periodic)
            return -1;
        there = ((there % count) + count) % count;
        int cell = axis switch { 0 => Mesh.Index(there, y, z), 1 => Mesh.Index(x, there, z), _ => Mesh.Index(x, y, there) };
        return Contains(cell) ? cell : -1;
    }

    /// <summary>The same geometry with the cells of a shape given to a region (0 cuts a hole).</summary>
    /// <param name="number">Region number; 0 is outside.</param>
    /// <param name="shape">The shape, in metres from the centre of the mesh.</param>
    public Geometry WithRegion(int number, Shape shape) => new(Mesh, (int[])_region.Clone(), shape, number);

    private void Summarise()
    {
        int first = 0;
        IsSingleRegion = true;
        foreach (int r in _region)
        {
            if (r == 0)
                continue;
            CellsInside++;
            LastRegion = Math.Max(LastRegion, r);
            first = first == 0 ? r : first;
            IsSingleRegion &= r == first;
        }
        if (CellsInside == 0)
            throw new ArgumentException("Geometry: no cell is inside; enlarge or move the shape, or refine the mesh.");
    }
}
