using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Materials;

/// <summary>The saturation magnetisation Ms of a body in A/m: one number everywhere or by region, or one number a cell.</summary>
public sealed class SaturationMagnetisation
{
    private readonly Geometry _geometry;
    private readonly ByRegion _byRegion;
    private readonly double[]? _byCell;

    internal SaturationMagnetisation(Geometry geometry, ByRegion byRegion)
    {
        (_geometry, _byRegion) = (geometry, byRegion);
        for (int r = 1; r <= geometry.LastRegion; r++)
        {
            double ms = byRegion[r];
            if (!(ms > 0) || !double.IsFinite(ms))
                throw new ArgumentOutOfRangeException(
                    nameof(byRegion), $"Ms = {ms} A/m in region {r}; give a positive value, or cut the region out (0).");
            Largest = Math.Max(Largest, ms);
        }
    }

    internal SaturationMagnetisation(Geometry geometry, ScalarField<double> byCell)
    {
        if (byCell.Mesh != geometry.Mesh)
            throw new ArgumentException("Ms is given on another mesh than that of the geometry; make it on geometry.Mesh.", nameof(byCell));
        (_geometry, _byCell) = (geometry, new double[byCell.Values.Length]);
        for (int i = 0; i < _byCell.Length; i++)
        {
            if (!geometry.Contains(i))
                continue;
            double ms = byCell[i];
            if (!(ms > 0) || !double.IsFinite(ms))
                throw new ArgumentOutOfRangeException(
                    nameof(byCell), $"Ms = {ms} A/m in cell {i}; give a positive value, or cut the cell out of the geometry.");
            _byCell[i] = ms;
            Largest = Math.Max(Largest, ms);
        }
    }

    /// <summary>Whether one value holds in the whole body.</summary>
    public bool IsUniform => _byCell is null && _byRegion.IsUniform;

    /// <summary>Largest value in A/m.</summary>
    public double Largest { get; }

    /// <summary>Value of a region in A/m, 0 outside the body (region 0).</summary>
    /// <param name="region">Region number.</param>
    /// <exception cref="InvalidOperationException">Ms was given cell by cell.</exception>
    public double this[int region] => _byCell is null ? _byRegion[region]
        : throw new InvalidOperationException("Ms differs from cell to cell here, it has no value by region; ask for that of a cell.");

    /// <summary>Value of a cell in A/m, 0 outside the body.</summary>
    /// <param name="cell">Cell index.</param>
    public double Of(int cell) => _byCell is null ? _byRegion[_geometry.Region[cell]] : _byCell[cell];

    /// <summary>A function of the value of each cell, 0 outside the body, and whether it is the same in all cells of the mesh.</summary>
    internal T[] Spread<T>(Geometry geometry, Func<double, double> map, out bool uniform)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (_byCell is null)
            return _byRegion.Spread<T>(geometry, map, out uniform);
        T[] cells = new T[_byCell.Length];
        uniform = true;
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = geometry.Contains(i) ? T.CreateChecked(map(_byCell[i])) : T.Zero;
            uniform &= cells[i] == cells[0];
        }
        return cells;
    }
}
