using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>The classical Runge-Kutta method of order 4 with a fixed step; |m| is set to 1 after each step.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="step">Step in seconds.</param>
public sealed class RungeKutta4<T>(double step) : IIntegrator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FixedRungeKutta<T> _method = new(ButcherTableau.Classical4);

    /// <inheritdoc/>
    public double NextStep { get; set; } = FixedRungeKutta<T>.CheckedStep(step);

    /// <inheritdoc/>
    public IBackendField<T>? LastDerivative => null;

    /// <inheritdoc/>
    public void Forget()
    {
    }

    /// <inheritdoc/>
    public double Step(IEquationOfMotion<T> equation, double time, IBackendField<T> m, double limit)
    {
        double step = StepLength.Within(NextStep, limit);
        _method.Step(equation, time, m, step);
        return step;
    }
}
