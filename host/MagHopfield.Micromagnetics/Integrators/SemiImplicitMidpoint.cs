using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>
/// The semi-implicit midpoint method SIB for thermal runs, of order 2, with a fixed step: J. H. Mentink et al., J. Phys.: Condens. Matter 22,
/// 176001 (2010). Written as dm/dt = m×a, each stage is m' = m + ½(m + m')×A, a rotation that keeps |m|; the first takes A = a(m)Δt,
/// the second A at the mean of m and the first's result.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class SemiImplicitMidpoint<T> : IIntegrator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Action<int, int> _toMean, _toEnd;
    private VectorField<T>? _mean, _rate, _m;
    private T _step;

    /// <summary>Makes the integrator.</summary>
    /// <param name="step">Step in seconds.</param>
    public SemiImplicitMidpoint(double step)
    {
        NextStep = FixedRungeKutta<T>.CheckedStep(step);
        _toMean = (i, _) => Rotate(_m!, _m!, _rate!, _step, _mean!, mean: true, FieldShares.Begin(i), FieldShares.End(i, _m!));
        _toEnd = (i, _) => Rotate(_m!, _mean!, _rate!, _step, _m!, mean: false, FieldShares.Begin(i), FieldShares.End(i, _m!));
    }

    /// <inheritdoc/>
    public double NextStep { get; set; }

    /// <inheritdoc/>
    public VectorField<T>? LastDerivative => null;

    /// <inheritdoc/>
    public void Forget()
    {
    }

    /// <inheritdoc/>
    public double Step(IEquationOfMotion<T> equation, double time, VectorField<T> m, double limit)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(m);
        if (_mean is null || _rate is null || _mean.Mesh != m.Mesh)
            (_mean, _rate) = (new VectorField<T>(m.Mesh), new VectorField<T>(m.Mesh));
        double step = StepLength.Within(NextStep, limit);
        equation.BeginStep(time, step);
        (_m, _step) = (m, T.CreateTruncating(step));
        equation.Derivative(time, m, _rate);
        equation.Team.For(FieldShares.Count(m), _toMean);
        equation.Derivative(time + (0.5 * step), _mean, _rate);
        equation.Team.For(FieldShares.Count(m), _toEnd);
        _m = null;
        return step;
    }

    // The rate f at the state s gives a = f×s/s². The result is the rotated m, or its mean with m.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Rotate(
        VectorField<T> m, VectorField<T> at, VectorField<T> rate, T step, VectorField<T> target, bool mean, int begin, int end)
    {
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, px = at.PointerX, py = at.PointerY, pz = at.PointerZ;
        T* qx = rate.PointerX, qy = rate.PointerY, qz = rate.PointerZ, tx = target.PointerX, ty = target.PointerY, tz = target.PointerZ;
        Vector<T> dt = new(step), half = new(T.CreateChecked(0.5)), quarter = new(T.CreateChecked(0.25)), one = Vector<T>.One;
        for (int i = begin; i < end; i += Vector<T>.Count)
        {
            Vector<T> sx = Lanes.Load(px, i, end), sy = Lanes.Load(py, i, end), sz = Lanes.Load(pz, i, end);
            Vector<T> square = (sx * sx) + (sy * sy) + (sz * sz), inside = Vector.GreaterThan(square, Vector<T>.Zero);
            Vector<T> c = dt / Vector.ConditionalSelect(inside, square, one);
            Vector<T> fx = Lanes.Load(qx, i, end), fy = Lanes.Load(qy, i, end), fz = Lanes.Load(qz, i, end);
            Vector<T> ax = c * ((fy * sz) - (fz * sy)), ay = c * ((fz * sx) - (fx * sz)), az = c * ((fx * sy) - (fy * sx));
            Vector<T> x = Lanes.Load(mx, i, end), y = Lanes.Load(my, i, end), z = Lanes.Load(mz, i, end);
            Vector<T> aa = quarter * ((ax * ax) + (ay * ay) + (az * az)), dot = half * ((x * ax) + (y * ay) + (z * az));
            Vector<T> scale = one / (one + aa), keep = one - aa;
            Vector<T> rx = scale * ((keep * x) + (y * az) - (z * ay) + (dot * ax));
            Vector<T> ry = scale * ((keep * y) + (z * ax) - (x * az) + (dot * ay));
            Vector<T> rz = scale * ((keep * z) + (x * ay) - (y * ax) + (dot * az));
            if (mean)
            {
                (rx, ry, rz) = (half * (x + rx), half * (y + ry), half * (z + rz));
            }
            else
            {
                // A rotation keeps the length but for rounding, which adds up over many steps.
                Vector<T> unit = FieldArithmetic.InverseLength(rx, ry, rz);
                (rx, ry, rz) = (unit * rx, unit * ry, unit * rz);
            }
            Lanes.Store(rx, tx, i, end);
            Lanes.Store(ry, ty, i, end);
            Lanes.Store(rz, tz, i, end);
        }
        GC.KeepAlive(m);
        GC.KeepAlive(rate);
        GC.KeepAlive(target);
    }
}
