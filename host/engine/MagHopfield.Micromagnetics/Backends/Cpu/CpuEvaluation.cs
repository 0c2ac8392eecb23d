using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Backends.Cpu;

/// <summary>
/// Evaluates an equation of motion by its terms' own code: first the fields that need the whole mesh, then block by block, while the block
/// is in cache, the local terms, the torques and the friction.
/// </summary>
internal sealed class CpuEvaluation<T> : IFieldEvaluation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Blocks that a thread takes at a time.
    private const int BlocksPerShare = 4;

    private readonly RightHandSide<T> _equation;
    private readonly ThreadTeam _team;
    private readonly IEnergyTerm<T>[] _global;
    private readonly ILocalTerm<T>[] _local;
    private readonly ISpinTorque<T>[] _torques;
    private readonly int _block;

    // α of each cell, where regions differ.
    private readonly T[]? _damping;

    // What the threads of one evaluation share.
    private readonly Action<int, int> _fieldShare, _rateShare;
    private VectorField<T>? _torque, _m, _rate;

    public CpuEvaluation(RightHandSide<T> equation, ThreadTeam team)
    {
        (_equation, _team, _damping) = (equation, team, equation.DampingOfCells);
        (Motion, GilbertDamping, GyromagneticRatio) = (equation.Motion, equation.GilbertDamping, equation.GyromagneticRatio);
        (Precession, Friction) = (equation.Precession, equation.Friction);
        _global = [.. equation.Terms.Where(t => t is not ILocalTerm<T>)];
        _local = [.. equation.Terms.OfType<ILocalTerm<T>>()];
        _torques = [.. equation.Torques];
        _block = BlockOf(equation.Body.Mesh);
        _fieldShare = (index, _) => LocalShare(index, toRate: false);
        _rateShare = (index, _) => LocalShare(index, toRate: true);
    }

    private GilbertParameters Motion { get; }

    private double GilbertDamping { get; }

    private double GyromagneticRatio { get; }

    private bool Precession { get; }

    private DryFriction<T>? Friction { get; }

    public void EffectiveField(IBackendField<T> m, IBackendField<T> h) => EffectiveField(CpuBackend<T>.Host(m), CpuBackend<T>.Host(h));

    public void Derivative(IBackendField<T> m, IBackendField<T> rate) => Derivative(CpuBackend<T>.Host(m), CpuBackend<T>.Host(rate));

    public double TotalEnergy(IBackendField<T> m) => _equation.TotalEnergy(CpuBackend<T>.Host(m));

    private void EffectiveField(VectorField<T> m, VectorField<T> h)
    {
        AddGlobal(m, h);
        Share(_fieldShare, m, h);
    }

    private void Derivative(VectorField<T> m, VectorField<T> rate)
    {
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
        _team.For((m.X.Length + share - 1) / share, work);
        (_m, _rate) = (null, null);
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTorques(VectorField<T> m, VectorField<T> rate, int begin, int end)
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
        int whole = begin + ((end - begin) / Vector<T>.Count * Vector<T>.Count);
        AddTorques<InsideRun>(m, rate, begin, whole);
        if (whole < end)
            AddTorques<RunEnd>(m, rate, whole, end);
        GC.KeepAlive(rate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void AddTorques<TPlace>(VectorField<T> m, VectorField<T> rate, int begin, int end)
        where TPlace : struct, IRunPlace
    {
        VectorField<T> s = _torque!;
        double factor = 1 / (1 + (GilbertDamping * GilbertDamping));
        Vector<T> c = new(T.CreateChecked(factor)), a = new(T.CreateChecked(factor * GilbertDamping));
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, rx = rate.PointerX, ry = rate.PointerY, rz = rate.PointerZ;
        T* sx = s.PointerX, sy = s.PointerY, sz = s.PointerZ;
        for (int i = begin; i < end; i += Vector<T>.Count)
        {
            Vector<T> x = TPlace.At(mx, i, end), y = TPlace.At(my, i, end), z = TPlace.At(mz, i, end);
            Vector<T> tx = TPlace.At(sx, i, end), ty = TPlace.At(sy, i, end), tz = TPlace.At(sz, i, end);
            TPlace.Store(TPlace.At(rx, i, end) + (c * tx) + (a * ((y * tz) - (z * ty))), rx, i, end, 0);
            TPlace.Store(TPlace.At(ry, i, end) + (c * ty) + (a * ((z * tx) - (x * tz))), ry, i, end, 0);
            TPlace.Store(TPlace.At(rz, i, end) + (c * tz) + (a * ((x * ty) - (y * tx))), rz, i, end, 0);
        }
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
