using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>Steps of an explicit Runge-Kutta method without error control.</summary>
internal sealed class FixedRungeKutta<T>(ButcherTableau tableau)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly RungeKuttaStages<T> _stages = new(tableau);

    /// <summary>Advances m by a step of the given length in seconds.</summary>
    public void Step(IEquationOfMotion<T> equation, double time, IBackendField<T> m, double step)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(m);
        _stages.Prepare(equation, m.Mesh);
        equation.BeginStep(time, step);
        equation.Derivative(time, m, _stages.First);
        _stages.Compute(equation, time, m, step);
        _stages.Accept(m);
    }

    /// <summary>The step, if it is one that time can be cut into.</summary>
    public static double CheckedStep(double step) => step > 0 && double.IsFinite(step)
        ? step
        : throw new ArgumentOutOfRangeException(nameof(step), $"Time step = {step} s; give a positive value in seconds.");
}
