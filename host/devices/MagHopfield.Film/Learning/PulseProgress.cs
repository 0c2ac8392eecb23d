namespace MagHopfield.Film.Learning;

/// <summary>An instant of a pulse.</summary>
/// <param name="Time">Time since the pulse began in seconds; it stands still while the film goes down to an equilibrium.</param>
/// <param name="FieldOn">Whether the pulse is on, edges included; false while the film relaxes at zero field.</param>
public readonly record struct PulseProgress(double Time, bool FieldOn);
