using System.Numerics;
using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Minimisation;

/// <summary>
/// The last steps s and changes y of the gradient, and the direction −B g that they give (Nocedal 1980). The two-loop recursion runs on the
/// scalar products of these fields alone (W. Chen, Z. Wang and J. Zhou, NIPS 27 (2014)), so that a direction costs one pass that reads all
/// fields for their products with the newest and one that adds them up, for any number of them.
/// </summary>
internal sealed class CurvatureMemory<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IDescentPasses<T> _passes;
    private readonly int _size;

    // Fields 0 … size − 1 are steps, size … 2·size − 1 changes; products of all with all, and with the gradient.
    private readonly IBackendField<T>[] _fields;
    private readonly IBackendField<T>?[] _known;
    private readonly double[,] _products;
    private readonly double[] _withGradient, _weights, _alpha, _now;
    private int _next, _newest = -1;
    private bool _fresh;

    public CurvatureMemory(Mesh mesh, int size, IBackend<T> backend, IDescentPasses<T> passes)
    {
        (_passes, _size) = (passes, size);
        _fields = [.. Enumerable.Range(0, 2 * size).Select(_ => backend.Create(mesh))];
        _known = new IBackendField<T>?[2 * size];
        _products = new double[2 * size, 2 * size];
        (_withGradient, _weights, _alpha) = (new double[2 * size], new double[(2 * size) + 1], new double[size]);
        _now = new double[6 * size];
    }

    /// <summary>Number of steps that are remembered.</summary>
    public int Count { get; private set; }

    /// <summary>Where the next step is to be written.</summary>
    public IBackendField<T> NextStep => _fields[_next];

    /// <summary>Where the next change of the gradient is to be written.</summary>
    public IBackendField<T> NextYield => _fields[_size + _next];

    /// <summary>Forgets all steps.</summary>
    public void Clear() => (Count, _next, _newest, _fresh) = (0, 0, -1, false);

    /// <summary>Remembers what was written to <see cref="NextStep"/> and <see cref="NextYield"/>.</summary>
    public void Add() => (_newest, _fresh) = (_next, true);

    /// <summary>The direction to descend along.</summary>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="g">Gradient, across m.</param>
    /// <param name="d">Receives the direction, across m.</param>
    public Descent Direction(IBackendField<T> m, IBackendField<T> g, IBackendField<T> d)
    {
        TakeProducts(g);
        Weigh();
        return _passes.Direction(m, g, _fields, _weights, d);
    }

    private void TakeProducts(IBackendField<T> g)
    {
        int all = 2 * _size, y = _size + _newest;
        for (int j = 0; j < all; j++)
            _known[j] = Known(j % _size) ? _fields[j] : null;
        _passes.Products(_known, _fresh ? (_fields[_newest], _fields[y]) : null, g, _now);
        for (int j = 0; j < all; j++)
        {
            _withGradient[j] = _now[(3 * j) + 2];
            if (!_fresh)
                continue;
            _products[_newest, j] = _products[j, _newest] = _now[3 * j];
            _products[y, j] = _products[j, y] = _now[(3 * j) + 1];
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
}
