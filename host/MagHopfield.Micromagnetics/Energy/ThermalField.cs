using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Energy;

/// <summary>
/// Random field of thermal fluctuations (W. F. Brown, Phys. Rev. 130, 1677 (1963)): each component in each cell is white noise, in a step of
/// length Δt a normal number of variance 2 α kB T/(µ0 γ Ms V Δt). The noise is a Wiener process that does not depend on the steps: what a
/// rejected step had drawn is kept and divided by a Brownian bridge (C. Rackauckas and Q. Nie, Discrete Contin. Dyn. Syst. B 22, 2731 (2017)).
/// The same seed gives the same noise.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class ThermalField<T> : ILocalTerm<T>, IRandomTerm
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Ferromagnet _body;
    private readonly Random _random;
    private readonly T[] _strength;
    private readonly Stack<(double Duration, VectorField<T> Increment)> _future = new(), _pool = new();
    private VectorField<T> _increment;
    private double _start = double.NaN, _step;

    /// <summary>Makes the term.</summary>
    /// <param name="body">The body.</param>
    /// <param name="temperature">Temperature in kelvin.</param>
    /// <param name="gilbertDamping">Gilbert damping α of the equation of motion; one number, or one a region.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="gyromagneticRatio">Gyromagnetic ratio γ of the equation of motion in m/(A·s).</param>
    public ThermalField(
        Ferromagnet body, double temperature, ByRegion gilbertDamping, int seed, double gyromagneticRatio = PhysicalConstants.GyromagneticRatio)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!(temperature >= 0) || !double.IsFinite(temperature))
            throw new ArgumentOutOfRangeException(nameof(temperature), $"Temperature = {temperature} K; give a value ≥ 0.");
        if (!(gyromagneticRatio > 0))
            throw new ArgumentOutOfRangeException(nameof(gyromagneticRatio), $"γ = {gyromagneticRatio} m/(A·s); give a positive value, about 2.21e5.");
        _body = body;
        Temperature = temperature;
        Seed = seed;
        _random = new Random(seed);
        _increment = new VectorField<T>(body.Mesh);
        double common = 2 * PhysicalConstants.Boltzmann * temperature / (PhysicalConstants.Mu0 * gyromagneticRatio * body.Mesh.CellVolume);
        _strength = new T[body.Mesh.CellCount];
        for (int i = 0; i < _strength.Length; i++)
        {
            double alpha = gilbertDamping[body.Geometry.Region[i]], ms = body.MsOf(i);
            if (!(alpha >= 0) || !double.IsFinite(alpha))
                throw new ArgumentOutOfRangeException(nameof(gilbertDamping), $"Gilbert damping α = {alpha}; give a finite value ≥ 0.");
            _strength[i] = ms == 0 ? T.Zero : T.CreateChecked(Math.Sqrt(common * alpha / ms));
        }
    }

    /// <inheritdoc/>
    public string Name => "thermal";

    /// <summary>Temperature in kelvin.</summary>
    public double Temperature { get; }

    /// <summary>Seed of the random numbers.</summary>
    public int Seed { get; }

    /// <summary>
    /// Whether a rejected step has drawn noise for times that the run has not reached yet. A run that stops here and goes on with another seed
    /// would forget it, and so prefer the noise that steps are not rejected for.
    /// </summary>
    public bool HasNoiseAhead => _future.Count > 0;

    /// <inheritdoc/>
    public void BeginStep(double time, double step)
    {
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
                Accumulate(_increment, next.Increment);
                left -= next.Duration;
                _pool.Push(next);
                // Differences of times leave rounding behind.
                left = left < 1e-12 * step ? 0 : left;
                continue;
            }
            Divide(next.Increment, left / next.Duration, Math.Sqrt(left * (next.Duration - left) / next.Duration));
            _future.Push((next.Duration - left, next.Increment));
            left = 0;
        }
        if (left > 0)
            AddNoise(_increment, Math.Sqrt(left));
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
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => FieldEnergy.AddDensity(_body, 1, m, Field(m), e);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => FieldEnergy.Total(_body, 1, m, Field(m));

    private VectorField<T> Field(VectorField<T> m)
    {
        VectorField<T> h = new(_body.Mesh);
        AddField(m, h);
        return h;
    }

    private VectorField<T> Take() => _pool.TryPop(out (double, VectorField<T> Field) free) ? free.Field : new VectorField<T>(_body.Mesh);

    private static void Accumulate(VectorField<T> sum, VectorField<T> term)
    {
        for (int i = 0; i < sum.X.Length; i++)
            (sum.X[i], sum.Y[i], sum.Z[i]) = (sum.X[i] + term.X[i], sum.Y[i] + term.Y[i], sum.Z[i] + term.Z[i]);
    }

    private void AddNoise(VectorField<T> target, double deviation)
    {
        for (int i = 0; i < target.X.Length; i++)
        {
            target.X[i] += T.CreateTruncating(deviation * Normal());
            target.Y[i] += T.CreateTruncating(deviation * Normal());
            target.Z[i] += T.CreateTruncating(deviation * Normal());
        }
    }

    // Brownian bridge: the first part of an increment is its share plus noise, the rest stays in it.
    private void Divide(VectorField<T> whole, double share, double deviation)
    {
        Divide(whole.X, _increment.X, share, deviation);
        Divide(whole.Y, _increment.Y, share, deviation);
        Divide(whole.Z, _increment.Z, share, deviation);
    }

    private void Divide(T[] whole, T[] target, double share, double deviation)
    {
        for (int i = 0; i < whole.Length; i++)
        {
            T part = T.CreateTruncating((share * double.CreateTruncating(whole[i])) + (deviation * Normal()));
            target[i] += part;
            whole[i] -= part;
        }
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
