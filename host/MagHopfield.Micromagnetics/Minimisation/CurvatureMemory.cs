using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Minimisation;

/// <summary>
/// The last steps s and changes y of the gradient, and the direction −B g that they give (Nocedal 1980). The two-loop recursion runs on the
/// scalar products of these fields alone (W. Chen, Z. Wang and J. Zhou, NIPS 27 (2014)), so that a direction costs one pass that reads all
/// fields for their products with the newest and one that adds them up, for any number of them.
/// </summary>
internal sealed unsafe class CurvatureMemory<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ThreadTeam _team;
    private readonly int _size, _cells, _shares;

    // Fields 0 … size − 1 are steps, size … 2·size − 1 changes; products of all with all, and with the gradient.
    private readonly VectorField<T>[] _fields;
    private readonly double[,] _products;
    private readonly double[] _withGradient, _weights, _alpha, _partial;
    private readonly Action<int, int> _productShare, _sumShare;
    private int _next, _newest = -1;
    private bool _fresh;
    private VectorField<T>? _m, _g, _d;

    public CurvatureMemory(Mesh mesh, int size, ThreadTeam team)
    {
        (_team, _size, _cells) = (team, size, mesh.CellCount);
        _fields = [.. Enumerable.Range(0, 2 * size).Select(_ => new VectorField<T>(mesh))];
        _shares = FieldShares.Count(_fields[0]);
        _products = new double[2 * size, 2 * size];
        (_withGradient, _weights, _alpha) = (new double[2 * size], new double[(2 * size) + 1], new double[size]);
        // Three products with each field, and the square of the gradient.
        _partial = new double[_shares * Row];
        _productShare = (i, _) => Products(i);
        _sumShare = (i, _) => Sum(i);
    }

    /// <summary>Number of steps that are remembered.</summary>
    public int Count { get; private set; }

    /// <summary>Where the next step is to be written.</summary>
    public VectorField<T> NextStep => _fields[_next];

    /// <summary>Where the next change of the gradient is to be written.</summary>
    public VectorField<T> NextYield => _fields[_size + _next];

    private int Row => (6 * _size) + 2;

    /// <summary>Forgets all steps.</summary>
    public void Clear() => (Count, _next, _newest, _fresh) = (0, 0, -1, false);

    /// <summary>Remembers what was written to <see cref="NextStep"/> and <see cref="NextYield"/>.</summary>
    public void Add() => (_newest, _fresh) = (_next, true);

    /// <summary>The direction to descend along.</summary>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="g">Gradient, across m.</param>
    /// <param name="d">Receives the direction, across m.</param>
    public Descent Direction(VectorField<T> m, VectorField<T> g, VectorField<T> d)
    {
        (_m, _g, _d) = (m, g, d);
        _team.For(_shares, _productShare);
        TakeProducts();
        Weigh();
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

    private void TakeProducts()
    {
        int all = 2 * _size, y = _size + _newest;
        for (int j = 0; j < all; j++)
        {
            double withStep = 0, withYield = 0, withGradient = 0;
            for (int share = 0; share < _shares; share++)
            {
                int at = (share * Row) + (3 * j);
                withStep += _partial[at];
                withYield += _partial[at + 1];
                withGradient += _partial[at + 2];
            }
            _withGradient[j] = withGradient;
            if (!_fresh)
                continue;
            _products[_newest, j] = _products[j, _newest] = withStep;
            _products[y, j] = _products[j, y] = withYield;
        }
        if (!_fresh)
            return;
        _fresh = false;
        // Only steps along which the energy curves upwards tell of a minimum.
        double sy = _products[_newest, y], limit = 1e-8 * Math.Sqrt(_products[_newest, _newest] * _products[y, y]);
        if (!(sy > limit))
            return;
        _next = (_next + 1) % _size;
        Count = Math.Min(Count + 1, _size);
    }

    // The two-loop recursion on products: the direction is Σ weights · fields + last weight · g.
    private void Weigh()
    {
        Array.Clear(_weights);
        int gradient = 2 * _size;
        _weights[gradient] = -1;
        for (int k = 1; k <= Count; k++)
        {
            int i = Past(k);
            double a = With(i) / _products[i, _size + i];
            _alpha[i] = a;
            _weights[_size + i] -= a;
        }
        if (Count > 0)
        {
            int last = Past(1), y = _size + last;
            double scale = _products[last, y] / _products[y, y];
            for (int j = 0; j <= gradient; j++)
                _weights[j] *= scale;
        }
        for (int k = Count; k >= 1; k--)
        {
            int i = Past(k);
            double b = With(_size + i) / _products[i, _size + i];
            _weights[i] += _alpha[i] - b;
        }
    }

    // Index of the step k steps ago.
    private int Past(int k) => (_next - k + _size) % _size;

    // Product of field j with the direction so far.
    private double With(int j)
    {
        double sum = _weights[2 * _size] * _withGradient[j];
        for (int k = 1; k <= Count; k++)
        {
            int i = Past(k);
            sum += (_weights[i] * _products[j, i]) + (_weights[_size + i] * _products[j, _size + i]);
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Products(int share)
    {
        int begin = FieldShares.Begin(share), end = Math.Min(FieldShares.Begin(share + 1), _cells), at = share * Row;
        VectorField<T> g = _g!;
        for (int j = 0; j < _fields.Length; j++, at += 3)
        {
            if (!Known(j % _size))
            {
                (_partial[at], _partial[at + 1], _partial[at + 2]) = (0, 0, 0);
                continue;
            }
            _partial[at + 2] = Product(_fields[j], g, begin, end);
            if (!_fresh)
                continue;
            _partial[at] = Product(_fields[j], _fields[_newest], begin, end);
            _partial[at + 1] = Product(_fields[j], _fields[_size + _newest], begin, end);
        }
    }

    private bool Known(int i)
    {
        if (_fresh && i == _newest)
            return true;
        for (int k = 1; k <= Count; k++)
        {
            if (Past(k) == i)
                return true;
        }
        return false;
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
        Vector<T> slope = Vector<T>.Zero, largest = Vector<T>.Zero, ownWeight = new(T.CreateTruncating(_weights[2 * _size]));
        for (int i = begin; i < end; i += Vector<T>.Count)
        {
            Vector<T> gx = Lanes.Load(g.PointerX, i, end), gy = Lanes.Load(g.PointerY, i, end), gz = Lanes.Load(g.PointerZ, i, end);
            Vector<T> x = ownWeight * gx, y = ownWeight * gy, z = ownWeight * gz;
            for (int j = 0; j < _fields.Length; j++)
            {
                if (_weights[j] == 0)
                    continue;
                Vector<T> weight = new(T.CreateTruncating(_weights[j]));
                VectorField<T> field = _fields[j];
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
