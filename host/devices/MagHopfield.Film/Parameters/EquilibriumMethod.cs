namespace MagHopfield.Film.Parameters;

/// <summary>How a film is brought down to an equilibrium at zero field, where the largest |m×H| is below the torque of rest.</summary>
public enum EquilibriumMethod
{
    /// <summary>Not at all: it moves in time only.</summary>
    None,

    /// <summary>By a descent that never climbs.</summary>
    Relax,

    /// <summary>By steepest descent with Barzilai-Borwein steps, which may cross low barriers.</summary>
    Minimise,
}
