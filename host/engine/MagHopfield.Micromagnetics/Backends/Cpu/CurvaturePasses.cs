using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Backends.Cpu;

/// <summary>
/// The two passes over remembered fields that a quasi-Newton direction takes: one that reads all of them for their products, and one that
/// adds them up. Sums are taken share by share and then in order, so that they do not depend on the number of threads.
/// </summary>
internal sealed unsafe class CurvaturePasses<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ThreadTeam _team;
    private readonly int _size, _cells, _shares;
    private readonly VectorField<T>?[] _fields;
    private readonly double[] _weights, _partial;
    private readonly Action<int, int> _productShare, _sumShare;
    private VectorField<T>? _m, _g, _d, _step, _yield;

    /// <summary>Makes the passes for a number of fields.</summary>
    public CurvaturePasses(Mesh mesh, int size, ThreadTeam team)
    {
        (_team, _size, _cells) = (team, size, mesh.CellCount);
        _fields = new VectorField<T>?[size];
        _weights = new double[size + 1];
        _shares = FieldShares.Count(mesh.CellCount);
        // Three products with each field; slope and largest square of a direction take two numbers of them.
        _partial = new double[_shares * Row];
        _productShare = (i, _) => Products(i);
        _sumShare = (i, _) => Sum(i);
    }

    private int Row => (3 * _size) + 2;

    /// <inheritdoc cref="IDescentPasses{T}.Products"/>
    public void Products(
        ReadOnlySpan<IBackendField<T>?> fields,
        (IBackendField<T> Step, IBackendField<T> Yield)? newest,
        VectorField<T> g,
        Span<double> products)
    {
        for (int j = 0; j < _size; j++)
            _fields[j] = (VectorField<T>?)fields[j];
        (_g, _step, _yield) = (g, (VectorField<T>?)newest?.Step, (VectorField<T>?)newest?.Yield);
        _team.For(_shares, _productShare);
        for (int j = 0; j < _size; j++)
        {
            double withStep = 0, withYield = 0, withGradient = 0;
            for (int share = 0; share < _shares; share++)
            {
                int at = (share * Row) + (3 * j);
                withStep += _partial[at];
                withYield += _partial[at + 1];
                withGradient += _partial[at + 2];
            }

            products[(3 * j) + 2] = withGradient;
            if (newest is not null)
                (products[3 * j], products[(3 * j) + 1]) = (withStep, withYield);
        }
    }

    /// <inheritdoc cref="IDescentPasses{T}.Direction"/>
    public Descent Direction(
        VectorField<T> m, VectorField<T> g, ReadOnlySpan<IBackendField<T>> fields, ReadOnlySpan<double> weights, VectorField<T> d)
    {
        (_m, _g, _d) = (m, g, d);
        for (int j = 0; j < _size; j++)
            _fields[j] = (VectorField<T>)fields[j];
        weights.CopyTo(_weights);
        _team.For(_shares, _sumShare);
        double slope = 0, fastest = 0;
        for (int share = 0; share < _shares; share++)
        {
            slope += _partial[share * Row];
            double square = _partial[(share * Row) + 1];
            fastest = square <= fastest ? fastest : square;
        }

        return new Descent(slope, Math.Sqrt(fastest));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Products(int share)
    {
        int begin = FieldShares.Begin(share), end = Math.Min(FieldShares.Begin(share + 1), _cells), at = share * Row;
        VectorField<T> g = _g!;
        for (int j = 0; j < _size; j++, at += 3)
        {
            if (_fields[j] is not VectorField<T> field)
            {
                (_partial[at], _partial[at + 1], _partial[at + 2]) = (0, 0, 0);
                continue;
            }

            _partial[at + 2] = Product(field, g, begin, end);
            if (_step is null || _yield is null)
                continue;
            _partial[at] = Product(field, _step, begin, end);
            _partial[at + 1] = Product(field, _yield, begin, end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Product(VectorField<T> a, VectorField<T> b, int begin, int end)
    {
        Vector<T> sum = Vector<T>.Zero;
        T* ax = a.PointerX, ay = a.PointerY, az = a.PointerZ, bx = b.PointerX, by = b.PointerY, bz = b.PointerZ;
        for (int i = begin; i < end; i += Vector<T>.Count)
        {
            sum += (Lanes.Load(ax, i, end) * Lanes.Load(bx, i, end)) + (Lanes.Load(ay, i, end) * Lanes.Load(by, i, end))
                + (Lanes.Load(az, i, end) * Lanes.Load(bz, i, end));
        }
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return Lanes.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(int share)
    {
        int begin = FieldShares.Begin(share), end = Math.Min(FieldShares.Begin(share + 1), _cells);
        VectorField<T> m = _m!, g = _g!, d = _d!;
        Vector<T> slope = Vector<T>.Zero, largest = Vector<T>.Zero, ownWeight = new(T.CreateTruncating(_weights[_size]));
        for (int i = begin; i < end; i += Vector<T>.Count)
        {
            Vector<T> gx = Lanes.Load(g.PointerX, i, end), gy = Lanes.Load(g.PointerY, i, end), gz = Lanes.Load(g.PointerZ, i, end);
            Vector<T> x = ownWeight * gx, y = ownWeight * gy, z = ownWeight * gz;
            for (int j = 0; j < _size; j++)
            {
                if (_weights[j] == 0)
                    continue;
                Vector<T> weight = new(T.CreateTruncating(_weights[j]));
                VectorField<T> field = _fields[j]!;
                x += weight * Lanes.Load(field.PointerX, i, end);
                y += weight * Lanes.Load(field.PointerY, i, end);
                z += weight * Lanes.Load(field.PointerZ, i, end);
            }
            Vector<T> mx = Lanes.Load(m.PointerX, i, end), my = Lanes.Load(m.PointerY, i, end), mz = Lanes.Load(m.PointerZ, i, end);
            Vector<T> along = (x * mx) + (y * my) + (z * mz);
            (x, y, z) = (x - (along * mx), y - (along * my), z - (along * mz));
            slope += (gx * x) + (gy * y) + (gz * z);
            Vector<T> square = (x * x) + (y * y) + (z * z);
            largest = Lanes.Larger(largest, square);
            Lanes.Store(x, d.PointerX, i, end);
            Lanes.Store(y, d.PointerY, i, end);
            Lanes.Store(z, d.PointerZ, i, end);
        }
        GC.KeepAlive(m);
        GC.KeepAlive(d);
        _partial[share * Row] = Lanes.Sum(slope);
        _partial[(share * Row) + 1] = double.CreateTruncating(Lanes.Largest(largest));
    }
}
