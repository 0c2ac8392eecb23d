using System.Numerics;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary><see cref="FieldArithmetic"/> shared among the threads of a team, without allocation.</summary>
internal sealed class SharedFieldArithmetic<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Action<int, int> _combine, _norm, _normalise;
    private readonly VectorField<T>[] _k = new VectorField<T>[8];
    private readonly double[] _w = new double[8];
    private VectorField<T>? _m, _target;
    private int _terms;
    private double _largest;

    public SharedFieldArithmetic()
    {
        _combine = (i, _) => FieldArithmetic.Combine(_m!, _k.AsSpan(0, _terms), _w.AsSpan(0, _terms), _target!, FieldShares.Begin(i), End(i));
        _normalise = (i, _) => FieldArithmetic.Normalise(_m!, _target!, FieldShares.Begin(i), End(i));
        _norm = (i, _) => Raise(FieldArithmetic.LargestNorm<T>(_k.AsSpan(0, _terms), _w.AsSpan(0, _terms), FieldShares.Begin(i), End(i)));
    }

    public ThreadTeam Team { get; set; } = ThreadTeam.Single;

    public void Combine(VectorField<T> m, ReadOnlySpan<VectorField<T>> k, ReadOnlySpan<double> w, VectorField<T> target)
    {
        Take(m, k, w, target);
        Team.For(Shares, _combine);
    }

    public double LargestNorm(ReadOnlySpan<VectorField<T>> k, ReadOnlySpan<double> w)
    {
        Take(k[0], k, w, null);
        _largest = 0;
        Team.For(Shares, _norm);
        return _largest;
    }

    public void Normalise(VectorField<T> source, VectorField<T> target)
    {
        Take(source, [], [], target);
        Team.For(Shares, _normalise);
    }

    private int Shares => FieldShares.Count(_m!);

    private int End(int i) => FieldShares.End(i, _m!);

    private void Take(VectorField<T> m, ReadOnlySpan<VectorField<T>> k, ReadOnlySpan<double> w, VectorField<T>? target)
    {
        (_m, _target, _terms) = (m, target, w.Length);
        k[..w.Length].CopyTo(_k);
        w.CopyTo(_w);
    }

    // The largest wins, and NaN over all.
    private void Raise(double value)
    {
        double seen = Volatile.Read(ref _largest);
        while (!(value <= seen) && !double.IsNaN(seen))
        {
            double was = Interlocked.CompareExchange(ref _largest, value, seen);
            if (was.Equals(seen))
                return;
            seen = was;
        }
    }
}
