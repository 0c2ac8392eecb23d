using System.Text.Json.Serialization;

namespace MagHopfield.Film.Parameters;

/// <summary>
/// How far a pulse is integrated. A pulse of 50 or 200 µs (Niu et al., PNAS 2024) is over for the texture after some tens of
/// nanoseconds; the integration ends when the texture is at rest, or at <paramref name="LongestTime"/>.
/// </summary>
/// <param name="RestTorque">The texture is at rest when max |m × H_eff| is below this, in A/m.</param>
/// <param name="LongestTime">Longest time integrated under a pulse, in seconds.</param>
/// <param name="RelaxationTime">Time integrated at zero field after the pulse, in seconds.</param>
/// <param name="Tilt">
/// Standard deviation of the seeded random rotation of every cell's moment before a pulse, in radians. A moment exactly antiparallel
/// to its field feels no torque and would never turn; in a real film thermal noise tilts it, see <see cref="ThermalTilt"/>.
/// </param>
/// <param name="ProgressInterval">Simulated time between two reports of progress, in seconds.</param>
/// <param name="StepError">Largest error of m in a time step (Dormand-Prince 5(4)), no unit.</param>
/// <param name="AfterPulse">
/// How the film is brought to an equilibrium at zero field after the pulse; where it is not, it moves for
/// <paramref name="RelaxationTime"/>.
/// </param>
public sealed record PulseParameters(
    double RestTorque,
    double LongestTime,
    double RelaxationTime,
    double Tilt = PulseParameters.ThermalTilt,
    double ProgressInterval = 1e-9,
    double StepError = 1e-5,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    EquilibriumMethod AfterPulse = EquilibriumMethod.None)
{
    /// <summary>
    /// Tilt in radians of one cell of 50 nm in permalloy of 56 nm at 300 K: √(kT/(µ0 Ms V H)) with the exchange field
    /// H = 8A/cell² ≈ 83 kA/m that holds a single cell.
    /// </summary>
    public const double ThermalTilt = 0.02;

    /// <summary>The same without anything after the pulse: the film is left as its field leaves it.</summary>
    public PulseParameters WithoutRest() => this with { RelaxationTime = 0, AfterPulse = EquilibriumMethod.None };
}

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
