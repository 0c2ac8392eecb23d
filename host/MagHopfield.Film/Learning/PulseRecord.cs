using MagHopfield.Micromagnetics.Minimisation;

namespace MagHopfield.Film.Learning;

/// <summary>What a pulse took.</summary>
/// <param name="RequestedWidth">Width of the pulse at half its amplitude in seconds.</param>
/// <param name="RequestedRise">Duration of each of its edges in seconds.</param>
/// <param name="IntegratedTime">Time integrated under the full field in seconds: the texture was at rest then, or the time ran out.</param>
/// <param name="IntegratedRise">Time integrated in each edge in seconds.</param>
/// <param name="RelaxationTime">Time integrated at zero field afterwards in seconds.</param>
/// <param name="TorqueUnderField">Largest |m × H_eff| at the end of the full field in A/m.</param>
/// <param name="AtRest">Whether the texture came to rest under the field.</param>
/// <param name="Steps">Number of time steps, edges and relaxation included.</param>
public sealed record PulseRecord(
    double RequestedWidth, double RequestedRise, double IntegratedTime, double IntegratedRise, double RelaxationTime, double TorqueUnderField, bool AtRest, long Steps)
{
    /// <summary>The way down to an equilibrium at zero field afterwards, or null where the film moved in time.</summary>
    public DescentOutcome? Descent { get; init; }

    /// <summary>Time integrated in all, in seconds.</summary>
    public double Duration => 2 * IntegratedRise + IntegratedTime + RelaxationTime;
}
