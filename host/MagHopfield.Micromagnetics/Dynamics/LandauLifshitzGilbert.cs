using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Dynamics;

/// <summary>
/// Landau-Lifshitz-Gilbert equation in explicit form, dm/dt = −γ/(1+α²) [m×H + α m×(m×H)], with the effective field H in A/m as the sum of
/// energy terms (Niu 2024, eq. S1, with γ in m/(A·s)), and further torques, if any.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class LandauLifshitzGilbert<T> : IEquationOfMotion<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IRandomTerm[] _random;
    private readonly ITimeDependentTerm[] _timeDependent;
    private readonly ITimeDependentTerm[] _following = [];
    private readonly int _block;
    private ISpinTorque<T>[] _torques = [];
    private VectorField<T>? _torque;

    // What the threads of one evaluation share.
    private readonly Action<int, int> _fieldShare, _rateShare;
    private VectorField<T>? _m, _rate;

    // α of each cell, where regions differ.
    private readonly T[]? _damping;

    // Blocks that a thread takes at a time.
    private const int BlocksPerShare = 4;

    private readonly IEnergyTerm<T>[] _terms, _global;
    private readonly ILocalTerm<T>[] _local;

    /// <summary>Makes the equation.</summary>
    /// <param name="body">The body.</param>
    /// <param name="gilbertDamping">Gilbert damping α, dimensionless, ≥ 0; one number, or one a region.</param>
    /// <param name="terms">Energy terms of the same body.</param>
    public LandauLifshitzGilbert(Ferromagnet body, ByRegion gilbertDamping, params IEnergyTerm<T>[] terms)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(terms);
        Body = body;
        Motion = new GilbertParameters(PhysicalConstants.GyromagneticRatio, gilbertDamping);
        (_damping, GilbertDamping) = Damping(gilbertDamping);
        _terms = [.. terms];
        _global = [.. terms.Where(t => t is not ILocalTerm<T>)];
        _local = [.. terms.OfType<ILocalTerm<T>>()];
        _random = [.. terms.OfType<IRandomTerm>()];
        _timeDependent = [.. terms.OfType<ITimeDependentTerm>()];
        _block = BlockOf(body.Mesh);
        _fieldShare = (index, _) => LocalShare(index, toRate: false);
        _rateShare = (index, _) => LocalShare(index, toRate: true);
    }

    /// <summary>The body.</summary>
    public Ferromagnet Body { get; }

    /// <summary>The energy terms.</summary>
    public IReadOnlyList<IEnergyTerm<T>> Terms => _terms;

    /// <summary>Threads that evaluations are shared among; it is not disposed of.</summary>
    public ThreadTeam Team { get; init; } = ThreadTeam.Single;

    /// <summary>Torques beside that of the field, such as spin-transfer torques.</summary>
    public IReadOnlyList<ISpinTorque<T>> Torques
    {
        get => _torques;
        init => _torques = [.. value];
    }

    /// <summary>What else follows the time of the motion, as the currents of torques do; it is set before each evaluation.</summary>
    public IReadOnlyList<ITimeDependentTerm> Following
    {
        get => _following;
        init => _following = [.. value];
    }

    /// <summary>Dry friction of all moments, or null.</summary>
    public DryFriction<T>? Friction { get; init; }

    /// <summary>γ and α.</summary>
    public GilbertParameters Motion { get; private init; }

    /// <summary>Gilbert damping α, dimensionless: the largest where regions differ.</summary>
    public double GilbertDamping { get; }

    /// <summary>Gyromagnetic ratio γ in m/(A·s).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite value.</exception>
    public double GyromagneticRatio
    {
        get => Motion.GyromagneticRatio;
        init => Motion = new GilbertParameters(value, Motion.Damping);
    }

    /// <summary>Whether the precession term −γ/(1+α²) m×H acts; without it the motion goes straight down in energy.</summary>
    public bool Precession { get; init; } = true;

    /// <summary>
    /// √(1+α²)/γ in A·s/m: that times |dm/dt| is |m×H| of a motion by the field alone, |dm/dt| = γ|m×H|/√(1+α²); with the largest α where regions
    /// differ.
    /// </summary>
    public double TorquePerRate => Math.Sqrt(1 + (GilbertDamping * GilbertDamping)) / GyromagneticRatio;

    /// <summary>
    /// The equation of steepest descent of the same energy, dm/dt = −(γ/2) m×(m×H): α = 1 and no precession, no further torques, no friction and
    /// no random fields. Its γ sets the scale of time only, and is that of <see cref="PhysicalConstants"/>.
    /// </summary>
    public LandauLifshitzGilbert<T> Descent() => new(Body, 1, [.. _terms.Where(t => t is not IRandomTerm)]) { Precession = false, Team = Team };

    /// <summary>Computes the effective field H in A/m.</summary>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="h">Receives the field in A/m.</param>
    public void EffectiveField(VectorField<T> m, VectorField<T> h)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(h);
        AddGlobal(m, h);
        Share(_fieldShare, m, h);
    }

    /// <summary>Energy of all terms in joules.</summary>
    /// <param name="m">Unit magnetisation.</param>
    public double TotalEnergy(VectorField<T> m)
    {
        double sum = 0;
        foreach (IEnergyTerm<T> term in _terms)
            sum += term.TotalEnergy(m);
        return sum;
    }

    /// <inheritdoc/>
    public bool BeginStep(double time, double step)
    {
        foreach (IRandomTerm term in _random)
            term.BeginStep(Motion, time, step);
        return _random.Length > 0;
    }

    /// <inheritdoc/>
    public void Derivative(double time, VectorField<T> m, VectorField<T> rate)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(rate);
        foreach (ITimeDependentTerm term in _timeDependent)
            term.SetTime(time);
        foreach (ITimeDependentTerm follower in _following)
            follower.SetTime(time);
        AddGlobal(m, rate);
        if (_torques.Length > 0)
            _torque ??= new VectorField<T>(m.Mesh);
        Share(_rateShare, m, rate);
    }

    private void AddGlobal(VectorField<T> m, VectorField<T> h)
    {
        h.Clear();
        foreach (IEnergyTerm<T> term in _global)
            term.AddField(m, h);
    }

    private void Share(Action<int, int> work, VectorField<T> m, VectorField<T> rate)
    {
        (_m, _rate) = (m, rate);
        int share = _block * BlocksPerShare;
        Team.For((m.X.Length + share - 1) / share, work);
        (_m, _rate) = (null, null);
    }

    private static double CheckedDamping(double value) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), $"Gilbert damping α = {value}; give a finite value ≥ 0.");

    private (T[]? Cells, double Largest) Damping(ByRegion damping)
    {
        if (damping.IsUniform)
            return (null, CheckedDamping(damping[1]));
        T[] cells = damping.Spread<T>(Body.Geometry, CheckedDamping, out _);
        return (cells, double.CreateChecked(cells.Max()));
    }

    private void LocalShare(int index, bool toRate)
    {
        VectorField<T> m = _m!, rate = _rate!;
        int first = index * _block * BlocksPerShare, last = Math.Min(first + (_block * BlocksPerShare), m.X.Length);
        for (int begin = first; begin < last; begin += _block)
        {
            int end = Math.Min(begin + _block, last);
            foreach (ILocalTerm<T> term in _local)
                term.AddField(m, rate, begin, end);
            if (!toRate)
                continue;
            FieldToRate(m, rate, begin, end);
            if (_torques.Length > 0)
                AddTorques(m, rate, begin, end);
            Friction?.Brake(Motion, _damping, m, rate, begin, end);
        }
    }

    // dm/dt = T + α m×dm/dt with m·dm/dt = 0 gives dm/dt = (T + α m×T)/(1+α²), for the field's part of T and for the others alike.
    private unsafe void AddTorques(VectorField<T> m, VectorField<T> rate, int begin, int end)
    {
        VectorField<T> s = _torque!;
        s.X.AsSpan(begin, end - begin).Clear();
        s.Y.AsSpan(begin, end - begin).Clear();
        s.Z.AsSpan(begin, end - begin).Clear();
        foreach (ISpinTorque<T> torque in _torques)
            torque.AddTorque(Motion, m, s, begin, end);
        if (_damping is not null)
        {
            AddTorquesByCell(m, rate, begin, end);
            return;
        }
        double factor = 1 / (1 + (GilbertDamping * GilbertDamping));
        Vector<T> c = new(T.CreateChecked(factor)), a = new(T.CreateChecked(factor * GilbertDamping));
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, rx = rate.PointerX, ry = rate.PointerY, rz = rate.PointerZ;
        T* sx = s.PointerX, sy = s.PointerY, sz = s.PointerZ;
        for (int i = begin; i < end; i += Vector<T>.Count)
        {
            Vector<T> x = Lanes.Load(mx, i, end), y = Lanes.Load(my, i, end), z = Lanes.Load(mz, i, end);
            Vector<T> tx = Lanes.Load(sx, i, end), ty = Lanes.Load(sy, i, end), tz = Lanes.Load(sz, i, end);
            Lanes.Store(Lanes.Load(rx, i, end) + (c * tx) + (a * ((y * tz) - (z * ty))), rx, i, end);
            Lanes.Store(Lanes.Load(ry, i, end) + (c * ty) + (a * ((z * tx) - (x * tz))), ry, i, end);
            Lanes.Store(Lanes.Load(rz, i, end) + (c * tz) + (a * ((x * ty) - (y * tx))), rz, i, end);
        }
        GC.KeepAlive(rate);
    }

    private unsafe void AddTorquesByCell(VectorField<T> m, VectorField<T> rate, int begin, int end)
    {
        VectorField<T> s = _torque!;
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, rx = rate.PointerX, ry = rate.PointerY, rz = rate.PointerZ;
        T* sx = s.PointerX, sy = s.PointerY, sz = s.PointerZ;
        fixed (T* damping = _damping)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> alpha = Lanes.Load(damping, i, end), c = Vector<T>.One / (Vector<T>.One + (alpha * alpha)), a = c * alpha;
                Vector<T> x = Lanes.Load(mx, i, end), y = Lanes.Load(my, i, end), z = Lanes.Load(mz, i, end);
                Vector<T> tx = Lanes.Load(sx, i, end), ty = Lanes.Load(sy, i, end), tz = Lanes.Load(sz, i, end);
                Lanes.Store(Lanes.Load(rx, i, end) + (c * tx) + (a * ((y * tz) - (z * ty))), rx, i, end);
                Lanes.Store(Lanes.Load(ry, i, end) + (c * ty) + (a * ((z * tx) - (x * tz))), ry, i, end);
                Lanes.Store(Lanes.Load(rz, i, end) + (c * tz) + (a * ((x * ty) - (y * tx))), rz, i, end);
            }
        }
    }

    // Cells done at a time: about 512 single or 256 double ones, of which m, the field and dm/dt stay in the first-level cache between the
    // terms and the torque; whole rows, and whole SIMD vectors where a few rows make them, so that no kernel is cut off inside.
    private static int BlockOf(Mesh mesh)
    {
        int target = 2048 / Unsafe.SizeOf<T>(), rows = Math.Max(1, target / mesh.Nx);
        for (int r = rows; r > rows / 2; r--)
        {
            if (r * mesh.Nx % Vector<T>.Count == 0)
                return r * mesh.Nx;
        }
        return rows * mesh.Nx;
    }

    // Overwrites the field in `rate` by dm/dt.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void FieldToRate(VectorField<T> m, VectorField<T> rate, int begin, int end)
    {
        if (_damping is not null)
        {
            FieldToRateByCell(m, rate, begin, end);
            return;
        }
        double prefactor = -GyromagneticRatio / (1 + (GilbertDamping * GilbertDamping));
        Vector<T> c = new(T.CreateChecked(Precession ? prefactor : 0)), a = new(T.CreateChecked(prefactor * GilbertDamping));
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, rx = rate.PointerX, ry = rate.PointerY, rz = rate.PointerZ;
        int i = begin;
        for (; i + Vector<T>.Count <= end; i += Vector<T>.Count)
        {
            Vector<T> hx = Vector.Load(rx + i), hy = Vector.Load(ry + i), hz = Vector.Load(rz + i);
            FieldToRate(Vector.Load(mx + i), Vector.Load(my + i), Vector.Load(mz + i), ref hx, ref hy, ref hz, c, a);
            hx.Store(rx + i);
            hy.Store(ry + i);
            hz.Store(rz + i);
        }
        if (i < end)
        {
            Vector<T> hx = Lanes.Load(rx, i, end), hy = Lanes.Load(ry, i, end), hz = Lanes.Load(rz, i, end);
            FieldToRate(Lanes.Load(mx, i, end), Lanes.Load(my, i, end), Lanes.Load(mz, i, end), ref hx, ref hy, ref hz, c, a);
            Lanes.Store(hx, rx, i, end);
            Lanes.Store(hy, ry, i, end);
            Lanes.Store(hz, rz, i, end);
        }
        GC.KeepAlive(m);
        GC.KeepAlive(rate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void FieldToRateByCell(VectorField<T> m, VectorField<T> rate, int begin, int end)
    {
        Vector<T> gamma = new(T.CreateChecked(-GyromagneticRatio)), turn = new(Precession ? T.One : T.Zero);
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, rx = rate.PointerX, ry = rate.PointerY, rz = rate.PointerZ;
        fixed (T* damping = _damping)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> alpha = Lanes.Load(damping, i, end), c = gamma / (Vector<T>.One + (alpha * alpha));
                Vector<T> hx = Lanes.Load(rx, i, end), hy = Lanes.Load(ry, i, end), hz = Lanes.Load(rz, i, end);
                FieldToRate(
                    Lanes.Load(mx, i, end), Lanes.Load(my, i, end), Lanes.Load(mz, i, end), ref hx, ref hy, ref hz, turn * c, c * alpha);
                Lanes.Store(hx, rx, i, end);
                Lanes.Store(hy, ry, i, end);
                Lanes.Store(hz, rz, i, end);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FieldToRate(
        Vector<T> x, Vector<T> y, Vector<T> z, ref Vector<T> hx, ref Vector<T> hy, ref Vector<T> hz, Vector<T> c, Vector<T> a)
    {
        Vector<T> px = (y * hz) - (z * hy), py = (z * hx) - (x * hz), pz = (x * hy) - (y * hx);
        Vector<T> dx = (y * pz) - (z * py), dy = (z * px) - (x * pz), dz = (x * py) - (y * px);
        hx = Lanes.Fma(a, dx, c * px);
        hy = Lanes.Fma(a, dy, c * py);
        hz = Lanes.Fma(a, dz, c * pz);
    }
}
