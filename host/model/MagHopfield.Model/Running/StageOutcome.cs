namespace MagHopfield.Model.Running;

/// <summary>How a stage ended.</summary>
/// <param name="Kind">run, relax or minimise.</param>
/// <param name="Reached">Whether it reached its end; a relaxation may run out of steps.</param>
/// <param name="Steps">Steps it took.</param>
/// <param name="Time">Simulated time at its end in seconds.</param>
/// <param name="MaxTorque">Largest |m×H| at its end in A/m.</param>
public sealed record StageOutcome(string Kind, bool Reached, long Steps, double Time, double MaxTorque)
{
    /// <summary>Why the run could not go on, in one line; null where it could.</summary>
    public string? Failure { get; init; }

    /// <summary>Evaluations of the field by a relaxation.</summary>
    public long Evaluations { get; init; }

    /// <summary>
    /// Whether a relaxation began without torque on a saddle of the energy, from which a seeded turn of 1e-3 rad led away.
    /// </summary>
    public bool LeftSaddle { get; init; }

    /// <summary>Whether a relaxation ended because rounding left no lower energy to go to, above its limit.</summary>
    public bool AtRounding { get; init; }
}
