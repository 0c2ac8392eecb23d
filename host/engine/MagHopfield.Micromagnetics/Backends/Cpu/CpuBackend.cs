using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Backends.Cpu;

/// <summary>
/// The processor's cores: fields lie in host memory, as <see cref="VectorField{T}"/>, and a team of threads works on them with SIMD
/// vectors. Results do not depend on the number of threads. After it is made it allocates nothing but what is asked for.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class CpuBackend<T> : IBackend<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // As many fields as the method of Dormand and Prince has stages, and one more.
    private const int MostTerms = 8;

    private readonly Action<int, int> _combine, _norm, _normalise, _rotate;

    // What the threads of one call share.
    private readonly VectorField<T>[] _k = new VectorField<T>[MostTerms];
    private readonly double[] _w = new double[MostTerms];
    private VectorField<T>? _m, _at, _rate, _target;
    private int _terms;
    private double _largest;
    private T _step;
    private bool _mean;

    /// <summary>Makes the back end.</summary>
    /// <param name="team">Threads to share the work among; it is not disposed of. The caller's own thread when null.</param>
    public CpuBackend(ThreadTeam? team = null)
    {
        Team = team ?? ThreadTeam.Single;
        _combine = (i, _) =>
            FieldArithmetic.Combine(_m!, _k.AsSpan(0, _terms), _w.AsSpan(0, _terms), _target!, FieldShares.Begin(i), End(i));
        _normalise = (i, _) => FieldArithmetic.Normalise(_m!, _target!, FieldShares.Begin(i), End(i));
        _norm = (i, _) => Raise(FieldArithmetic.LargestNorm<T>(_k.AsSpan(0, _terms), _w.AsSpan(0, _terms), FieldShares.Begin(i), End(i)));
        _rotate = (i, _) => MidpointRotation.Rotate(_m!, _at!, _rate!, _step, _target!, _mean, FieldShares.Begin(i), End(i));
    }

    /// <summary>The threads.</summary>
    public ThreadTeam Team { get; }

    /// <inheritdoc/>
    public string Name => "cpu";

    /// <inheritdoc/>
    public bool Owns(IBackendField<T> field) => field is VectorField<T>;

    /// <inheritdoc/>
    public IBackendField<T> Create(Mesh mesh) => new VectorField<T>(mesh);

    /// <inheritdoc/>
    public IBackendField<T> Attach(VectorField<T> host) => host;

    /// <inheritdoc/>
    public void Upload(VectorField<T> host, IBackendField<T> field) => Copy(host, field);

    /// <inheritdoc/>
    public void Download(IBackendField<T> field, VectorField<T> host) => Copy(field, host);

    /// <inheritdoc/>
    public void Copy(IBackendField<T> from, IBackendField<T> to)
    {
        if (!ReferenceEquals(from, to))
            Host(from).CopyTo(Host(to));
    }

    /// <inheritdoc/>
    public void Combine(IBackendField<T> m, ReadOnlySpan<IBackendField<T>> k, ReadOnlySpan<double> w, IBackendField<T> target)
    {
        Take(m, k, w, target);
        Team.For(Shares, _combine);
    }

    /// <inheritdoc/>
    public double LargestNorm(ReadOnlySpan<IBackendField<T>> k, ReadOnlySpan<double> w)
    {
        Take(k[0], k, w, null);
        _largest = 0;
        Team.For(Shares, _norm);
        return _largest;
    }

    /// <inheritdoc/>
    public void Normalise(IBackendField<T> source, IBackendField<T> target)
    {
        Take(source, [], [], target);
        Team.For(Shares, _normalise);
    }

    /// <inheritdoc/>
    public void Rotate(IBackendField<T> m, IBackendField<T> at, IBackendField<T> rate, double step, IBackendField<T> target, bool mean)
    {
        (_m, _at, _rate, _target) = (Host(m), Host(at), Host(rate), Host(target));
        (_step, _mean) = (T.CreateTruncating(step), mean);
        Team.For(Shares, _rotate);
    }

    /// <inheritdoc/>
    public IFieldEvaluation<T> Evaluation(RightHandSide<T> equation) => new CpuEvaluation<T>(equation, Team);

    /// <inheritdoc/>
    public IDescentPasses<T> Descent(Ferromagnet body, int remembered) => new CpuDescent<T>(body, remembered, Team);

    /// <summary>The field as what it is here.</summary>
    internal static VectorField<T> Host(IBackendField<T> field) => (VectorField<T>)field;

    private int Shares => FieldShares.Count(_m!);

    private int End(int i) => FieldShares.End(i, _m!);

    private void Take(IBackendField<T> m, ReadOnlySpan<IBackendField<T>> k, ReadOnlySpan<double> w, IBackendField<T>? target)
    {
        (_m, _target, _terms) = (Host(m), target is null ? null : Host(target), w.Length);
        for (int j = 0; j < w.Length; j++)
            _k[j] = Host(k[j]);
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
