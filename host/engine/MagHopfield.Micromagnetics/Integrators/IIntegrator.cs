using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>
/// Takes steps of an equation of motion, keeping |m| = 1. One integrator serves one simulation; it holds that one's work fields.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IIntegrator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Step in seconds that the next call will try; 0 lets the first step be estimated.</summary>
    double NextStep { get; set; }

    /// <summary>Advances m by one accepted step.</summary>
    /// <param name="equation">The equation of motion.</param>
    /// <param name="time">Time in seconds at the start of the step.</param>
    /// <param name="m">Unit magnetisation in the memory of the equation's back end, overwritten.</param>
    /// <param name="limit">
    /// Longest step allowed in seconds; a step that would leave less than a millionth of itself is stretched to it, so that a step that
    /// divides a time goes into it without a remainder of rounding.
    /// </param>
    /// <returns>The step taken in seconds.</returns>
    /// <exception cref="ArithmeticException">No step, however short, meets the tolerance.</exception>
    double Step(IEquationOfMotion<T> equation, double time, IBackendField<T> m, double limit);

    /// <summary>dm/dt in 1/s at the end of the last step if the integrator knows it, else null.</summary>
    IBackendField<T>? LastDerivative { get; }

    /// <summary>Forgets what was kept from the last step, after m or the field changed from outside.</summary>
    void Forget();
}
