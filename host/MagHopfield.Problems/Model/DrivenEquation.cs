using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Dynamics;

namespace MagHopfield.Problems.Model;

/// <summary>An equation of motion whose external field follows the time of each evaluation, so that every stage of a step has its own field.</summary>
/// <param name="equation">The equation.</param>
/// <param name="external">Its external field, or null.</param>
/// <param name="clock">The field of the stage; no step goes past its next corner.</param>
internal sealed class DrivenEquation<T>(LandauLifshitzGilbert<T> equation, ExternalField<T>? external, FieldClock clock) : IEquationOfMotion<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public ThreadTeam Team => equation.Team;

    /// <inheritdoc/>
    public bool BeginStep(double time, double step) => equation.BeginStep(time, step);

    /// <inheritdoc/>
    public void Derivative(double time, VectorField<T> m, VectorField<T> rate)
    {
        external?.Set(clock, time);
        equation.Derivative(time, m, rate);
    }
}
