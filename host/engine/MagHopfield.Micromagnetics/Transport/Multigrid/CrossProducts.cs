using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>
/// Currents and dissipated powers of the potentials φ_j of all driven electrodes: the current into electrode i is the sum of Kφ_j over
/// its points, the power is φ_i·Kφ_j. Groups are independent of each other and may be computed by several threads.
/// </summary>
internal sealed class CrossProducts
{
    private const int Lanes = StiffnessProduct.Lanes;

    private readonly NinePointStencil _stiffness;
    private readonly LaneVector<double>[] _groups;
    private readonly ConductorGrid _grid;
    private readonly double[] _powers;
    private readonly double[] _currents;
    private readonly double[][] _rows;
    private readonly int _columns;

    public CrossProducts(NinePointStencil stiffness, LaneVector<double>[] groups, ConductorGrid grid)
    {
        _stiffness = stiffness;
        _groups = groups;
        _grid = grid;
        _columns = groups.Length * Lanes;
        _powers = new double[_columns * _columns];
        _currents = new double[grid.ElectrodeCount * _columns];
        _rows = [.. groups.Select(_ => new double[grid.PointsX * Lanes])];
    }

    /// <summary>φ_i·Kφ_j in watts for volts squared, i.e. siemens; for i ≤ j alone.</summary>
    public double Power(int i, int j) => _powers[(j / Lanes * _columns + i) * Lanes + j % Lanes];

    /// <summary>Current into electrode i in siemens with electrode j at one volt.</summary>
    public double Current(int i, int j) => _currents[(j / Lanes * _grid.ElectrodeCount + i) * Lanes + j % Lanes];

    /// <summary>Computes all products with the potentials of one group.</summary>
    public void Compute(int group)
    {
        double[] row = _rows[group];
        Span<double> powers = _powers.AsSpan(group * _columns * Lanes, _columns * Lanes);
        Span<double> currents = _currents.AsSpan(group * _grid.ElectrodeCount * Lanes, _grid.ElectrodeCount * Lanes);
        powers.Clear();
        currents.Clear();
        for (int y = 0; y < _grid.PointsY; y++)
        {
            StiffnessProduct.Row(_stiffness, y, _groups[group], row);
            AddCurrents(_grid.Owner.Slice(y * _grid.PointsX, _grid.PointsX), row, currents);
            for (int i = 0; i <= group; i++)
                AddPowers(ref Unsafe.Add(ref _groups[i].Origin, (nint)y * row.Length), row, powers.Slice(i * Lanes * Lanes, Lanes * Lanes));
        }
    }

    private static void AddCurrents(ReadOnlySpan<int> owners, double[] row, Span<double> currents)
    {
        for (int x = 0; x < owners.Length; x++)
        {
            int owner = owners[x];
            if (owner >= 0)
            {
                ref double to = ref currents[owner * Lanes];
                (Vector256.LoadUnsafe(ref to) + Vector256.LoadUnsafe(ref row[x * Lanes])).StoreUnsafe(ref to);
            }
        }
    }

    private static void AddPowers(ref double phi, double[] row, Span<double> powers)
    {
        Vector256<double> p0 = Vector256.LoadUnsafe(ref powers[0]);
        Vector256<double> p1 = Vector256.LoadUnsafe(ref powers[Lanes]);
        Vector256<double> p2 = Vector256.LoadUnsafe(ref powers[2 * Lanes]);
        Vector256<double> p3 = Vector256.LoadUnsafe(ref powers[3 * Lanes]);
        for (nint at = 0; at < row.Length; at += Lanes)
        {
            Vector256<double> current = Vector256.LoadUnsafe(ref row[at]);
            p0 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref phi, at)), current, p0);
            p1 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref phi, at + 1)), current, p1);
            p2 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref phi, at + 2)), current, p2);
            p3 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref phi, at + 3)), current, p3);
        }

        p0.StoreUnsafe(ref powers[0]);
        p1.StoreUnsafe(ref powers[Lanes]);
        p2.StoreUnsafe(ref powers[2 * Lanes]);
        p3.StoreUnsafe(ref powers[3 * Lanes]);
    }
}
