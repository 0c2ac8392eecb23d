namespace MagHopfield.Micromagnetics.Fields;

/// <summary>
/// Regular mesh of Nx × Ny × Nz cuboid cells. Cell (x, y, z) has the index x + Nx (y + Ny z): x fastest, then y, then z. The centre of the
/// mesh is the origin of coordinates.
/// </summary>
public readonly record struct Mesh
{
    /// <summary>Makes a mesh.</summary>
    /// <param name="nx">Number of cells along x.</param>
    /// <param name="ny">Number of cells along y.</param>
    /// <param name="nz">Number of cells along z; 1 for a film.</param>
    /// <param name="dx">Cell size along x in metres.</param>
    /// <param name="dy">Cell size along y in metres.</param>
    /// <param name="dz">Cell size along z in metres.</param>
    /// <param name="periodicX">Whether the mesh repeats along x.</param>
    /// <param name="periodicY">Whether the mesh repeats along y.</param>
    /// <param name="periodicZ">Whether the mesh repeats along z.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A count is below 1, a size is not a positive finite number, or there are over 2^31 cells.
    /// </exception>
    public Mesh(
        int nx, int ny, int nz, double dx, double dy, double dz, bool periodicX = false, bool periodicY = false, bool periodicZ = false)
    {
        Check(nx, dx, 'x');
        Check(ny, dy, 'y');
        Check(nz, dz, 'z');
        if ((double)nx * ny * nz > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(nx), $"Mesh of {nx}×{ny}×{nz} cells is too large; at most {int.MaxValue} cells.");
        (Nx, Ny, Nz, Dx, Dy, Dz) = (nx, ny, nz, dx, dy, dz);
        (PeriodicX, PeriodicY, PeriodicZ) = (periodicX, periodicY, periodicZ);
    }

    /// <summary>Number of cells along x.</summary>
    public int Nx { get; }

    /// <summary>Number of cells along y.</summary>
    public int Ny { get; }

    /// <summary>Number of cells along z.</summary>
    public int Nz { get; }

    /// <summary>Cell size along x in metres.</summary>
    public double Dx { get; }

    /// <summary>Cell size along y in metres.</summary>
    public double Dy { get; }

    /// <summary>Cell size along z in metres.</summary>
    public double Dz { get; }

    /// <summary>Whether the mesh repeats along x.</summary>
    public bool PeriodicX { get; }

    /// <summary>Whether the mesh repeats along y.</summary>
    public bool PeriodicY { get; }

    /// <summary>Whether the mesh repeats along z.</summary>
    public bool PeriodicZ { get; }

    /// <summary>Number of cells.</summary>
    public int CellCount => Nx * Ny * Nz;

    /// <summary>Volume of one cell in m³.</summary>
    public double CellVolume => Dx * Dy * Dz;

    /// <summary>Index of cell (x, y, z) in every field.</summary>
    /// <param name="x">Cell number along x, from 0.</param>
    /// <param name="y">Cell number along y, from 0.</param>
    /// <param name="z">Cell number along z, from 0.</param>
    public int Index(int x, int y, int z = 0) => x + (Nx * (y + (Ny * z)));

    /// <summary>Centre of cell (x, y, z) in metres from the centre of the mesh.</summary>
    /// <param name="x">Cell number along x, from 0.</param>
    /// <param name="y">Cell number along y, from 0.</param>
    /// <param name="z">Cell number along z, from 0.</param>
    public Vector3D Centre(int x, int y, int z = 0) =>
        new((x + 0.5 - (0.5 * Nx)) * Dx, (y + 0.5 - (0.5 * Ny)) * Dy, (z + 0.5 - (0.5 * Nz)) * Dz);

    private static void Check(int count, double size, char axis)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException($"n{axis}", $"Mesh: N{axis} = {count} cells; give at least 1.");
        if (!(size > 0) || !double.IsFinite(size))
            throw new ArgumentOutOfRangeException($"d{axis}", $"Mesh: cell size D{axis} = {size} m; give a positive size in metres.");
    }
}
