using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Random field of thermal fluctuations (W. F. Brown, Phys. Rev. 130, 1677 (1963)): each component in each cell is white noise, in a step
/// of length Δt a normal number of variance 2 α kB T/(µ0 γ Ms V Δt). The noise is a Wiener process that does not depend on the steps: what
/// a rejected step had drawn is kept and divided by a Brownian bridge (C. Rackauckas and Q. Nie, Discrete Contin. Dyn. Syst. B 22, 2731
/// (2017)). The same seed gives the same noise.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class ThermalField<T> : ILocalTerm<T>, IRandomTerm, IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FieldEnergy<T> _energy;
    private readonly Ferromagnet _body;
    private readonly ThreadTeam _team;
    private readonly Action<int, int> _noiseShare, _sumShare, _bridgeShare;
    private readonly Stack<(double Duration, VectorField<T> Increment)> _future = new(), _pool = new();
    private VectorField<T> _increment;

    // Standard deviation of the noise in A/m times √s in each cell, and the parameters that it was computed for.
    private T[] _strength = [];
    private GilbertParameters? _motion;
    private double _start = double.NaN, _step;

    // Sets of random numbers drawn so far, and what the threads of one piece of work share.
    private long _draws;
    private VectorField<T>? _other;
    private double _weight, _deviation;

    /// <summary>Makes the term.</summary>
    /// <param name="body">The body.</param>
    /// <param name="temperature">Temperature in kelvin.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="team">Threads to share the drawing among; it is not disposed of. The caller's own thread when null.</param>
    public ThermalField(Ferromagnet body, double temperature, int seed, ThreadTeam? team = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!(temperature >= 0) || !double.IsFinite(temperature))
            throw new ArgumentOutOfRangeException(nameof(temperature), $"Temperature = {temperature} K; give a value ≥ 0.");
        _body = body;
        _energy = new FieldEnergy<T>(body, 1, AddField);
        _team = team ?? ThreadTeam.Single;
        Temperature = temperature;
        Seed = seed;
        _increment = new VectorField<T>(body.Mesh);
        (_noiseShare, _sumShare, _bridgeShare) = (EachComponent(AddNoise), EachComponent(Accumulate), EachComponent(Divide));
    }

    /// <inheritdoc/>
    public string Name => "thermal";

    /// <summary>Temperature in kelvin.</summary>
    public double Temperature { get; }

    /// <summary>Seed of the random numbers.</summary>
    public int Seed { get; private set; }

    /// <summary>
    /// Whether a rejected step has drawn noise for times that the run has not reached yet. A run that stops here and goes on with another
    /// seed would forget it, and so prefer the noise that steps are not rejected for.
    /// </summary>
    public bool HasNoiseAhead => _future.Count > 0;

    /// <summary>Begins the noise anew, as if the term had just been made.</summary>
    /// <param name="seed">Seed of the random numbers.</param>
    public void Restart(int seed)
    {
        (Seed, _draws, _start, _step) = (seed, 0, double.NaN, 0);
        while (_future.TryPop(out (double, VectorField<T>) ahead))
            _pool.Push(ahead);
    }

    /// <inheritdoc/>
    public void BeginStep(GilbertParameters motion, double time, double step)
    {
        Bind(motion);
        if (time == _start)
            _future.Push((_step, _increment));
        else
            _pool.Push((0, _increment));
        (_start, _step) = (time, step);
        _increment = Take();
        _increment.Clear();
        double left = step;
        while (left > 0 && _future.TryPop(out (double Duration, VectorField<T> Increment) next))
        {
            if (next.Duration <= left)
            {
                Share(_sumShare, next.Increment, 1, 0);
                left -= next.Duration;
                _pool.Push(next);
                // Differences of times leave rounding behind.
                left = left < 1e-12 * step ? 0 : left;
                continue;
            }
            // Brownian bridge: the first part of an increment is its share plus noise, the rest stays in it.
            Share(_bridgeShare, next.Increment, left / next.Duration, Math.Sqrt(left * (next.Duration - left) / next.Duration));
            _future.Push((next.Duration - left, next.Increment));
            left = 0;
        }
        if (left > 0)
            Share(_noiseShare, null, 0, Math.Sqrt(left));
    }

    /// <inheritdoc/>
    public string? Kernel => "noise";

    /// <summary>
    /// H += rate · strength · increment: 1/s, A/m √s of each cell, and the increment of the step in √s; rate = 0 before the first step.
    /// </summary>
    /// <param name="arguments">Receives them.</param>
    public void Describe(KernelArguments<T> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        arguments.Number("rate", _step > 0 ? 1 / _step : 0);
        arguments.Cell("strength", _strength);
        arguments.Field("increment", _increment);
    }

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => AddField(m, h, 0, _body.Mesh.CellCount);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void AddField(VectorField<T> m, VectorField<T> h, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(h);
        if (_step == 0)
            return;
        Vector<T> perTime = new(T.CreateChecked(1 / _step));
        T* wx = _increment.PointerX, wy = _increment.PointerY, wz = _increment.PointerZ;
        T* hx = h.PointerX, hy = h.PointerY, hz = h.PointerZ;
        fixed (T* strength = _strength)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> c = perTime * Lanes.Load(strength, i, end);
                Lanes.Store(Lanes.Fma(c, Lanes.Load(wx, i, end), Lanes.Load(hx, i, end)), hx, i, end);
                Lanes.Store(Lanes.Fma(c, Lanes.Load(wy, i, end), Lanes.Load(hy, i, end)), hy, i, end);
                Lanes.Store(Lanes.Fma(c, Lanes.Load(wz, i, end), Lanes.Load(hz, i, end)), hz, i, end);
            }
        }
    }

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => _energy.AddDensity(m, e);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => _energy.Total(m);

    private void Bind(GilbertParameters motion)
    {
        ArgumentNullException.ThrowIfNull(motion);
        if (ReferenceEquals(motion, _motion))
            return;
        _motion = motion;
        double common = 2 * PhysicalConstants.Boltzmann * Temperature
            / (PhysicalConstants.Mu0 * motion.GyromagneticRatio * _body.Mesh.CellVolume);
        _strength = new T[_body.Mesh.CellCount];
        for (int i = 0; i < _strength.Length; i++)
        {
            double alpha = motion.Damping[_body.Geometry.Region[i]], ms = _body.MsOf(i);
            _strength[i] = ms == 0 ? T.Zero : T.CreateChecked(Math.Sqrt(common * alpha / ms));
        }
    }

    private VectorField<T> Take() =>
        _pool.TryPop(out (double, VectorField<T> Field) free) ? free.Field : new VectorField<T>(_increment.Mesh);

    private void Share(Action<int, int> work, VectorField<T>? other, double weight, double deviation)
    {
        (_other, _weight, _deviation) = (other, weight, deviation);
        _team.For(FieldShares.Count(_increment), work);
        _draws += deviation > 0 ? 1 : 0;
        _other = null;
    }

    // What is done to one component of the increment in a share of the cells.
    private delegate void Work(ulong stream, T[]? other, T[] increment, int begin, int end);

    private Action<int, int> EachComponent(Work work) => (share, _) =>
    {
        int begin = FieldShares.Begin(share), end = FieldShares.End(share, _increment);
        work(NormalNumbers.Stream(Seed, 3 * _draws), _other?.X, _increment.X, begin, end);
        work(NormalNumbers.Stream(Seed, (3 * _draws) + 1), _other?.Y, _increment.Y, begin, end);
        work(NormalNumbers.Stream(Seed, (3 * _draws) + 2), _other?.Z, _increment.Z, begin, end);
    };

    private static unsafe void Accumulate(ulong stream, T[]? other, T[] increment, int begin, int end)
    {
        fixed (T* sum = increment, term = other)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
                Lanes.Store(Lanes.Load(sum, i, end) + Lanes.Load(term, i, end), sum, i, end);
        }
    }

    private unsafe void AddNoise(ulong stream, T[]? other, T[] increment, int begin, int end)
    {
        T* normal = stackalloc T[NormalNumbers.Block];
        Vector<T> deviation = Lanes.All<T>(_deviation);
        fixed (T* sum = increment)
        {
            for (int block = begin; block < end; block += NormalNumbers.Block)
            {
                NormalNumbers.Fill(stream, block / NormalNumbers.Block, normal);
                int stop = Math.Min(block + NormalNumbers.Block, end);
                for (int i = block; i < stop; i += Vector<T>.Count)
                    Lanes.Store(Lanes.Fma(deviation, Vector.Load(normal + (i - block)), Lanes.Load(sum, i, stop)), sum, i, stop);
            }
        }
    }

    private unsafe void Divide(ulong stream, T[]? other, T[] increment, int begin, int end)
    {
        T* normal = stackalloc T[NormalNumbers.Block];
        Vector<T> deviation = Lanes.All<T>(_deviation), weight = Lanes.All<T>(_weight);
        fixed (T* sum = increment, whole = other)
        {
            for (int block = begin; block < end; block += NormalNumbers.Block)
            {
                NormalNumbers.Fill(stream, block / NormalNumbers.Block, normal);
                int stop = Math.Min(block + NormalNumbers.Block, end);
                for (int i = block; i < stop; i += Vector<T>.Count)
                {
                    Vector<T> all = Lanes.Load(whole, i, stop), part = Lanes.Fma(
                        deviation, Vector.Load(normal + (i - block)), weight * all);
                    Lanes.Store(Lanes.Load(sum, i, stop) + part, sum, i, stop);
                    Lanes.Store(all - part, whole, i, stop);
                }
            }
        }
    }
}
