using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Model;

/// <summary>An equation of motion whose external field follows the time of each evaluation, so that every stage of a step has its own field.</summary>
internal sealed class DrivenEquation<T>(LandauLifshitzGilbert<T> equation, ExternalField<T>? external, DriveField field) : IEquationOfMotion<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Time at which the field's own time is zero, in seconds.</summary>
    public double Origin { get; set; }

    /// <summary>End of the present step at the latest, in seconds: there the field is taken as it is before a jump.</summary>
    public double Until { get; set; } = double.PositiveInfinity;

    /// <inheritdoc/>
    public ThreadTeam Team => equation.Team;

    /// <inheritdoc/>
    public bool BeginStep(double time, double step) => equation.BeginStep(time, step);

    /// <inheritdoc/>
    public void Derivative(double time, VectorField<T> m, VectorField<T> rate)
    {
        Apply(time);
        equation.Derivative(time, m, rate);
    }

    /// <summary>Sets the external field to that of a time in seconds.</summary>
    public void Apply(double time) => external?.Set(field, time - Origin, before: time >= Until * (1 - 1e-12));
}
