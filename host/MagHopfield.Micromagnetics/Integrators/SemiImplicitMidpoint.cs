using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>
/// The semi-implicit midpoint method SIB for thermal runs, of order 2, with a fixed step: J. H. Mentink et al., J. Phys.: Condens. Matter 22,
/// 176001 (2010). Written as dm/dt = m×a, each stage is m' = m + ½(m + m')×A, a rotation that keeps |m| to rounding; the first takes A = a(m)Δt,
/// the second A at the mean of m and the first's result.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class SemiImplicitMidpoint<T> : IIntegrator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private VectorField<T>? _mean, _rate;

    /// <summary>Makes the integrator.</summary>
    /// <param name="step">Step in seconds.</param>
    public SemiImplicitMidpoint(double step)
    {
        if (!(step > 0) || !double.IsFinite(step))
            throw new ArgumentOutOfRangeException(nameof(step), $"Time step = {step} s; give a positive value in seconds.");
        NextStep = step;
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
        double step = Math.Min(NextStep, limit);
        equation.BeginStep(time, step);
        equation.Derivative(time, m, _rate);
        Rotate(m, m, _rate, T.CreateTruncating(step), _mean, mean: true);
        equation.Derivative(time + (0.5 * step), _mean, _rate);
        Rotate(m, _mean, _rate, T.CreateTruncating(step), m, mean: false);
        return step;
    }

    // The rate f at the state s gives a = f×s/s². The result is the rotated m, or its mean with m.
    private static void Rotate(VectorField<T> m, VectorField<T> at, VectorField<T> rate, T step, VectorField<T> target, bool mean)
    {
        T half = T.CreateChecked(0.5), quarter = T.CreateChecked(0.25);
        for (int i = 0; i < m.X.Length; i++)
        {
            T sx = at.X[i], sy = at.Y[i], sz = at.Z[i], square = (sx * sx) + (sy * sy) + (sz * sz);
            if (square == T.Zero)
                continue;
            T c = step / square, fx = rate.X[i], fy = rate.Y[i], fz = rate.Z[i];
            T ax = c * ((fy * sz) - (fz * sy)), ay = c * ((fz * sx) - (fx * sz)), az = c * ((fx * sy) - (fy * sx));
            T x = m.X[i], y = m.Y[i], z = m.Z[i];
            T aa = quarter * ((ax * ax) + (ay * ay) + (az * az)), dot = half * ((x * ax) + (y * ay) + (z * az));
            T scale = T.One / (T.One + aa), keep = T.One - aa;
            T rx = scale * ((keep * x) + (y * az) - (z * ay) + (dot * ax));
            T ry = scale * ((keep * y) + (z * ax) - (x * az) + (dot * ay));
            T rz = scale * ((keep * z) + (x * ay) - (y * ax) + (dot * az));
            (target.X[i], target.Y[i], target.Z[i]) = mean ? (half * (x + rx), half * (y + ry), half * (z + rz)) : (rx, ry, rz);
        }
    }
}
