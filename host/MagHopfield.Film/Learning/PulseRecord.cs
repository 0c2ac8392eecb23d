namespace MagHopfield.Film.Learning;

/// <summary>What a pulse took.</summary>
/// <param name="RequestedWidth">Width of the pulse in seconds.</param>
/// <param name="IntegratedTime">Time integrated under the field in seconds: the texture was at rest then, or the time ran out.</param>
/// <param name="RelaxationTime">Time integrated at zero field afterwards in seconds.</param>
/// <param name="TorqueUnderField">Largest |m × H_eff| at the end of the field in A/m.</param>
/// <param name="AtRest">Whether the texture came to rest under the field.</param>
/// <param name="Steps">Number of time steps, relaxation included.</param>
public sealed record PulseRecord(
    double RequestedWidth, double IntegratedTime, double RelaxationTime, double TorqueUnderField, bool AtRest, long Steps);
