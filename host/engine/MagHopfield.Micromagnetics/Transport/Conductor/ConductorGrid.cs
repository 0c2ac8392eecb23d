using System.Globalization;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Micromagnetics.Transport.Conductor;

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
    private readonly double[] _fraction;
    private readonly int[] _material;
    private readonly Dictionary<int, CutCell> _cuts = [];

    /// <summary>Places electrodes on the mesh.</summary>
    /// <param name="geometry">Outline and mesh.</param>
    /// <param name="electrodes">At least two electrodes.</param>
    /// <exception cref="ArgumentException">Fewer than two electrodes, one that covers no point of the mesh, or two that touch.</exception>
    public ConductorGrid(FilmGeometry geometry, IReadOnlyList<Electrode> electrodes)
        : this(geometry, electrodes, CellFraction.Of(geometry))
    {
    }

    /// <summary>Places electrodes on a conductor of whole cells, as a body of a micromagnetic mesh is.</summary>
    /// <param name="geometry">The mesh; its outline is not asked.</param>
    /// <param name="electrodes">At least two electrodes.</param>
    /// <param name="cells">One flag for each cell, x fastest: whether it conducts.</param>
    /// <exception cref="ArgumentException">Fewer than two electrodes, one that covers no point of the mesh, or two that touch.</exception>
    public ConductorGrid(FilmGeometry geometry, IReadOnlyList<Electrode> electrodes, ReadOnlySpan<bool> cells)
        : this(geometry, electrodes, Array.ConvertAll(cells.ToArray(), cell => cell ? 1.0 : 0.0))
    {
        // A cell that conducts is one of the body.
        for (int c = 0; c < _material.Length; c++)
            _material[c] = c;
    }

    private ConductorGrid(FilmGeometry geometry, IReadOnlyList<Electrode> electrodes, double[] fraction)
    {
        if (electrodes.Count < 2)
            throw new ArgumentException("A conductor needs at least two electrodes.", nameof(electrodes));

        CellsX = geometry.CellsX;
        CellsY = geometry.CellsY;
        CellX = geometry.CellX;
        CellY = geometry.CellY;
        ElectrodeCount = electrodes.Count;
        _fraction = fraction;
        _cells = Array.ConvertAll(_fraction, f => f > 0);
        _material = NearestMaterial.Of(geometry, _cells);
        _owner = new int[PointsX * PointsY];
        int[] covered = new int[electrodes.Count];
        for (int iy = 0; iy < PointsY; iy++)
        {
            for (int ix = 0; ix < PointsX; ix++)
                _owner[iy * PointsX + ix] = TouchesCell(ix, iy) ? Free : Outside;
        }

        for (int k = 0; k < electrodes.Count; k++)
            covered[k] = Place(electrodes, k);

        for (int k = 0; k < electrodes.Count; k++)
        {
            if (covered[k] == 0)
            {
                throw new ArgumentException(
                    $"Electrode {electrodes[k].Name} covers no point of the mesh; place it on the film, make it larger, or use more "
                    + "cells.");
            }
        }

        Cut(electrodes);
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

    /// <summary>For each cell, x fastest: how much of its area lies within the outline, 0 to 1.</summary>
    public ReadOnlySpan<double> Fraction => _fraction;

    /// <summary>
    /// For each conducting cell, x fastest: the cell whose magnetisation it has, itself unless only its rim is within the outline.
    /// </summary>
    public ReadOnlySpan<int> Material => _material;

    /// <summary>The cells that the outline of an electrode crosses, by their number.</summary>
    internal IReadOnlyDictionary<int, CutCell> Cuts => _cuts;

    /// <summary>
    /// For each corner point, x fastest: zero-based number of its electrode, <see cref="Free"/> or <see cref="Outside"/>.
    /// </summary>
    public ReadOnlySpan<int> Owner => _owner;

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
                    continue;

                if (_owner[point] != Free)
                {
                    throw new ArgumentException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"Electrodes {electrodes[_owner[point]].Name} and {electrodes[k].Name} overlap at x = {ix * CellX:g4} m, y = "
                        + $"{iy * CellY:g4} m; move them apart or make them smaller."));
                }

                _owner[point] = k;
                covered++;
            }
        }

        return covered;

        static int Points(double at, double cell, bool up) =>
            (int)Math.Clamp(up ? Math.Ceiling(at / cell) + 1 : Math.Floor(at / cell) - 1, 0, int.MaxValue - 1);
    }

    private void Cut(IReadOnlyList<Electrode> electrodes)
    {
        Span<bool> pad = stackalloc bool[4];
        for (int iy = 0; iy < CellsY; iy++)
        {
            for (int ix = 0; ix < CellsX; ix++)
            {
                int owner = Free;
                int free = 0;
                bool several = false;
                for (int c = 0; c < 4; c++)
                {
                    int at = _owner[(iy + (c >> 1)) * PointsX + ix + (c & 1)];
                    pad[c] = at >= 0;
                    free += at >= 0 ? 0 : 1;
                    several |= at >= 0 && owner >= 0 && at != owner;
                    owner = Math.Max(owner, at);
                }

                // Two electrodes less than a cell apart leave no room for a cut; they end at their points.
                if (owner < 0 || several || free == 0 || !_cells[iy * CellsX + ix])
                    continue;

                PlaneShape shape = electrodes[owner].Shape;
                (int x, int y) = (ix, iy);
                CutCell cut = new(CellX, CellY, pad, (from, to) => Crossing(shape, x, y, from, to));

                // An outline along the sides of the cell leaves it whole.
                if (cut.FreeArea < 1 - 1e-6)
                    _cuts.Add(iy * CellsX + ix, cut);
            }
        }
    }

    private double Crossing(PlaneShape shape, int ix, int iy, int from, int to)
    {
        (double x0, double y0) = ((ix + (from & 1)) * CellX, (iy + (from >> 1)) * CellY);
        (double x1, double y1) = ((ix + (to & 1)) * CellX, (iy + (to >> 1)) * CellY);

        // A free point on the outline would couple without limit.
        return Bisection.LastInside(t => shape.Contains(x0 + t * (x1 - x0), y0 + t * (y1 - y0), 0), 0, 1 - 1e-6);
    }

    private bool TouchesCell(int ix, int iy) => IsCell(ix - 1, iy - 1) || IsCell(ix, iy - 1) || IsCell(ix - 1, iy) || IsCell(ix, iy);

    private bool IsCell(int ix, int iy) => ix >= 0 && iy >= 0 && ix < CellsX && iy < CellsY && _cells[iy * CellsX + ix];
}
