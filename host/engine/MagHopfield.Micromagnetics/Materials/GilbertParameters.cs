namespace MagHopfield.Micromagnetics.Materials;

/// <summary>
/// γ and α of an equation of motion. They are said to the equation alone, which hands them to all that hangs on them at each evaluation:
/// spin torques, random fields and friction.
/// </summary>
public sealed record GilbertParameters
{
    /// <summary>Makes the parameters.</summary>
    /// <param name="gyromagneticRatio">Gyromagnetic ratio γ in m/(A·s), positive.</param>
    /// <param name="damping">Gilbert damping α, dimensionless, ≥ 0; one number, or one a region.</param>
    /// <exception cref="ArgumentOutOfRangeException">γ is not positive, or not finite.</exception>
    public GilbertParameters(double gyromagneticRatio, ByRegion damping)
    {
        if (!(gyromagneticRatio > 0) || !double.IsFinite(gyromagneticRatio))
        {
            throw new ArgumentOutOfRangeException(
                nameof(gyromagneticRatio), $"Gyromagnetic ratio γ = {gyromagneticRatio} m/(A·s); give a positive value, about 2.21e5.");
        }

        (GyromagneticRatio, Damping) = (gyromagneticRatio, damping);
    }

    /// <summary>Gyromagnetic ratio γ in m/(A·s).</summary>
    public double GyromagneticRatio { get; }

    /// <summary>Gilbert damping α, dimensionless; one number, or one a region.</summary>
    public ByRegion Damping { get; }
}
