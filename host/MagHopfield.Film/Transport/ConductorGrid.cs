using System.Globalization;
using MagHopfield.Film.Parameters;

namespace MagHopfield.Film.Transport;

/// <summary>
/// A conducting sheet with electrodes on the film's mesh: conductivity lives in the cells, the potential at their corners
/// ((CellsX + 1) × (CellsY + 1) points, x fastest). A point belongs to an electrode, is free, or is outside the conductor.
/// </summary>
public sealed class ConductorGrid
{
    /// <summary>Value of <see cref="Owner"/> at a point whose potential is unknown.</summary>
    public const int Free = -1;

    /// <summary>Value of <see cref="Owner"/> at a point that touches no conducting cell.</summary>
    public const int Outside = -2;

    private readonly int[] _owner;
    private readonly bool[] _cells;

    /// <summary>Places electrodes on the mesh.</summary>
    /// <param name="geometry">Outline and mesh.</param>
    /// <param name="electrodes">At least two electrodes.</param>
    /// <exception cref="ArgumentException">Fewer than two electrodes, one that covers no point of the mesh, or two that touch.</exception>
    public ConductorGrid(FilmGeometry geometry, IReadOnlyList<Electrode> electrodes)
    {
        if (electrodes.Count < 2)
        {
            throw new ArgumentException("A conductor needs at least two electrodes.", nameof(electrodes));
        }

        CellsX = geometry.CellsX;
        CellsY = geometry.CellsY;
        CellX = geometry.CellX;
        CellY = geometry.CellY;
        ElectrodeCount = electrodes.Count;
        _cells = geometry.CellMask();
        _owner = new int[PointsX * PointsY];
        int[] covered = new int[electrodes.Count];
        for (int iy = 0; iy < PointsY; iy++)
        {
            for (int ix = 0; ix < PointsX; ix++)
            {
                _owner[iy * PointsX + ix] = TouchesCell(ix, iy) ? Free : Outside;
            }
        }

        for (int k = 0; k < electrodes.Count; k++)
        {
            covered[k] = Place(electrodes, k);
        }

        for (int k = 0; k < electrodes.Count; k++)
        {
            if (covered[k] == 0)
            {
                throw new ArgumentException(
                    $"Electrode {electrodes[k].Name} covers no point of the mesh; place it on the film, make it larger, or use more cells.");
            }
        }
    }

    /// <summary>Number of cells along x.</summary>
    public int CellsX { get; }

    /// <summary>Number of cells along y.</summary>
    public int CellsY { get; }

    /// <summary>Extent of a cell along x in metres.</summary>
    public double CellX { get; }

    /// <summary>Extent of a cell along y in metres.</summary>
    public double CellY { get; }

    /// <summary>Number of corner points along x, CellsX + 1.</summary>
    public int PointsX => CellsX + 1;

    /// <summary>Number of corner points along y, CellsY + 1.</summary>
    public int PointsY => CellsY + 1;

    /// <summary>Number of electrodes N.</summary>
    public int ElectrodeCount { get; }

    /// <summary>One flag for each cell, x fastest: whether it conducts.</summary>
    public ReadOnlySpan<bool> Cells => _cells;

    /// <summary>For each corner point, x fastest: zero-based number of its electrode, <see cref="Free"/> or <see cref="Outside"/>.</summary>
    public ReadOnlySpan<int> Owner => _owner;

    /// <summary>For each cell, x fastest: whether all its corners belong to one electrode, so that no current flows in it.</summary>
    public bool[] CellsUnderElectrodes()
    {
        bool[] under = new bool[_cells.Length];
        for (int iy = 0; iy < CellsY; iy++)
        {
            for (int ix = 0; ix < CellsX; ix++)
            {
                int a = iy * PointsX + ix;
                int owner = _owner[a];
                under[iy * CellsX + ix] = owner >= 0 && _owner[a + 1] == owner && _owner[a + PointsX] == owner && _owner[a + PointsX + 1] == owner;
            }
        }

        return under;
    }

    // Number of points that the electrode covers.
    private int Place(IReadOnlyList<Electrode> electrodes, int k)
    {
        // A point on the outline belongs to the electrode whatever the last bit of its coordinates.
        double tolerance = 1e-6 * CellX;
        PlaneShape shape = electrodes[k].Shape;
        PlaneBox box = shape.Bounds;
        int covered = 0;
        for (int iy = Points(box.Bottom, CellY, false); iy <= Math.Min(Points(box.Top, CellY, true), CellsY); iy++)
        {
            for (int ix = Points(box.Left, CellX, false); ix <= Math.Min(Points(box.Right, CellX, true), CellsX); ix++)
            {
                int point = iy * PointsX + ix;
                if (_owner[point] == Outside || !shape.Contains(ix * CellX, iy * CellY, tolerance))
                {
                    continue;
                }

                if (_owner[point] != Free)
                {
                    throw new ArgumentException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"Electrodes {electrodes[_owner[point]].Name} and {electrodes[k].Name} overlap at x = {ix * CellX:g4} m, y = {iy * CellY:g4} m; move them apart or make them smaller."));
                }

                _owner[point] = k;
                covered++;
            }
        }

        return covered;

        static int Points(double at, double cell, bool up) =>
            (int)Math.Clamp(up ? Math.Ceiling(at / cell) + 1 : Math.Floor(at / cell) - 1, 0, int.MaxValue - 1);
    }

    private bool TouchesCell(int ix, int iy) => IsCell(ix - 1, iy - 1) || IsCell(ix, iy - 1) || IsCell(ix - 1, iy) || IsCell(ix, iy);

    private bool IsCell(int ix, int iy) => ix >= 0 && iy >= 0 && ix < CellsX && iy < CellsY && _cells[iy * CellsX + ix];
}
