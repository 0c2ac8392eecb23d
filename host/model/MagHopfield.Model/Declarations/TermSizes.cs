namespace MagHopfield.Model.Declarations;

/// <summary>
/// How large a term is in one region at the most: lengths, steps and the limits of a sound run are taken from these. Each is 0 where a term
/// has nothing of it.
/// </summary>
public readonly record struct TermSizes
{
    /// <summary>Exchange stiffness A in J/m, which holds neighbouring cells together.</summary>
    public double ExchangeStiffness { get; init; }

    /// <summary>|D| of a Dzyaloshinskii-Moriya interaction in J/m², which turns neighbouring cells.</summary>
    public double DmiConstant { get; init; }

    /// <summary>Anisotropy constant in J/m³ that makes domain walls of the width √(A/K).</summary>
    public double WallConstant { get; init; }

    /// <summary>Largest second derivative of the energy density over directions of m in J/m³; over µ0 Ms it is a field.</summary>
    public double Stiffness { get; init; }

    /// <summary>Largest energy density in J/m³ that some direction of m has, beside that of the present one; 0 for terms that need no
    /// bound.</summary>
    public double EnergyDensity { get; init; }

    /// <summary>Largest field in A/m that does not come from <see cref="Stiffness"/>, with any m.</summary>
    public double Field { get; init; }

    /// <summary>Whether it is the field of magnetic poles, against which exchange makes the exchange length √(2A/(µ0 Ms²)).</summary>
    public bool HasPoles { get; init; }

    /// <summary>Largest rate of a torque in rad/s.</summary>
    public double Rate { get; init; }

    /// <summary>Square of the turn by noise in a step, divided by the step, in rad²/s.</summary>
    public double Noise { get; init; }
}
