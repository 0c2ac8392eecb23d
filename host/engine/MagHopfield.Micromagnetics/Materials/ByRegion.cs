using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Materials;

/// <summary>A material parameter: one number everywhere, or one number a region. A plain number converts to it.</summary>
public readonly struct ByRegion
{
    private readonly double _everywhere;
    private readonly double[]? _values;

    private ByRegion(double everywhere, double[]? values) => (_everywhere, _values) = (everywhere, values);

    /// <summary>One value a region.</summary>
    /// <param name="values">Values of regions 1, 2, …, in the unit of the parameter.</param>
    public static ByRegion Of(params double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new ByRegion(0, [.. values]);
    }

    /// <summary>The same value in every region.</summary>
    /// <param name="everywhere">The value, in the unit of the parameter.</param>
    public static implicit operator ByRegion(double everywhere) => new(everywhere, null);

    /// <summary>Whether one value holds in every region.</summary>
    public bool IsUniform => _values is null;

    /// <summary>Value in a region; outside the material (region 0) a parameter is zero.</summary>
    /// <param name="region">Region number, 0 outside.</param>
    /// <exception cref="ArgumentOutOfRangeException">No value was given for this region.</exception>
    public double this[int region]
    {
        get
        {
            if (region == 0)
                return 0;
            if (_values is null)
                return _everywhere;
            if (region > _values.Length)
                throw new ArgumentOutOfRangeException(
                    nameof(region), $"A parameter has {_values.Length} values but the geometry uses region {region}; give one a region.");
            return _values[region - 1];
        }
    }

    /// <summary>The value of each cell of a geometry, and whether it is the same in all cells of the mesh.</summary>
    internal T[] Spread<T>(Geometry geometry, Func<double, double> map, out bool uniform)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<int> region = geometry.Region;
        T[] table = new T[geometry.LastRegion + 1];
        for (int r = 1; r < table.Length; r++)
            table[r] = T.CreateChecked(map(this[r]));
        T[] cells = new T[region.Length];
        uniform = true;
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = table[region[i]];
            uniform &= cells[i] == cells[0];
        }
        return cells;
    }
}
