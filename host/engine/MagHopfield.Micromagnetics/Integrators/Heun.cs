using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>
/// Heun's method with a fixed step, of order 2; with a thermal field it converges to the Stratonovich solution, which is the physical one
/// (J. L. García-Palacios and F. J. Lázaro, Phys. Rev. B 58, 14937 (1998)). |m| is set to 1 after each step.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="step">Step in seconds.</param>
public sealed class Heun<T>(double step) : IIntegrator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FixedRungeKutta<T> _method = new(ButcherTableau.Heun);

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
