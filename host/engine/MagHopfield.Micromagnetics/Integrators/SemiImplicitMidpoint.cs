using System.Numerics;
using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>
/// The semi-implicit midpoint method SIB for thermal runs, of order 2, with a fixed step: J. H. Mentink et al., J. Phys.: Condens. Matter
/// 22, 176001 (2010). Written as dm/dt = m×a, each stage is m' = m + ½(m + m')×A, a rotation that keeps |m|; the first takes A = a(m)Δt,
/// the second A at the mean of m and the first's result.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class SemiImplicitMidpoint<T> : IIntegrator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private IBackendField<T>? _mean, _rate;

    /// <summary>Makes the integrator.</summary>
    /// <param name="step">Step in seconds.</param>
    public SemiImplicitMidpoint(double step) => NextStep = FixedRungeKutta<T>.CheckedStep(step);

    /// <inheritdoc/>
    public double NextStep { get; set; }

    /// <inheritdoc/>
    public IBackendField<T>? LastDerivative => null;

    /// <inheritdoc/>
    public void Forget()
    {
    }

    /// <inheritdoc/>
    public double Step(IEquationOfMotion<T> equation, double time, IBackendField<T> m, double limit)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(m);
        IBackend<T> backend = equation.Backend;
        if (_mean is null || _rate is null || _mean.Mesh != m.Mesh || !backend.Owns(_mean))
            (_mean, _rate) = (backend.Create(m.Mesh), backend.Create(m.Mesh));
        double step = StepLength.Within(NextStep, limit);
        equation.BeginStep(time, step);
        equation.Derivative(time, m, _rate);
        backend.Rotate(m, m, _rate, step, _mean, mean: true);
        equation.Derivative(time + (0.5 * step), _mean, _rate);
        backend.Rotate(m, _mean, _rate, step, m, mean: false);
        return step;
    }
}
