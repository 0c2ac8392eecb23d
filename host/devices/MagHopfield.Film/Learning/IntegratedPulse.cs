using System.Text.Json.Serialization;
using MagHopfield.Micromagnetics.Minimisation;

namespace MagHopfield.Film.Learning;

/// <summary>What a pulse, or any other drive of the terminals, took.</summary>
/// <param name="RequestedWidth">
/// Time from the beginning to that of the last fall in seconds: of a pulse the width at half its amplitude.
/// </param>
/// <param name="RequestedRise">Duration of the first edge in seconds; those of a pulse are alike.</param>
/// <param name="IntegratedTime">
/// Time integrated under constant fields in seconds: the texture was at rest then, or the time ran out.
/// </param>
/// <param name="IntegratedRise">Time integrated in the first edge in seconds.</param>
/// <param name="IntegratedEdges">Time integrated in all edges in seconds.</param>
/// <param name="RelaxationTime">Time integrated at zero field afterwards in seconds.</param>
/// <param name="TorqueUnderField">Largest |m × H_eff| at the end of the last constant field in A/m.</param>
/// <param name="AtRest">Whether the texture came to rest under the field.</param>
/// <param name="Steps">Number of time steps, edges and relaxation included.</param>
public sealed record IntegratedPulse(
    double RequestedWidth,
    double RequestedRise,
    double IntegratedTime,
    double IntegratedRise,
    double IntegratedEdges,
    double RelaxationTime,
    double TorqueUnderField,
    bool AtRest,
    long Steps)
{
    /// <summary>The way down to an equilibrium at zero field afterwards, or null where the film moved in time.</summary>
    public DescentOutcome? Descent { get; init; }

    /// <summary>
    /// Of a film that its own current re-writes, what reached its electrodes at the end of the last constant voltages; otherwise null.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TerminalState? AtElectrodes { get; init; }

    /// <summary>Time integrated in all, in seconds.</summary>
    public double Duration => IntegratedEdges + IntegratedTime + RelaxationTime;
}

/// <summary>Voltages and currents of a film's electrodes.</summary>
/// <param name="Amplitude">Half the largest difference between two electrodes in volts.</param>
/// <param name="LargestCurrent">Largest current of an electrode in amperes.</param>
public sealed record TerminalState(double Amplitude, double LargestCurrent);
