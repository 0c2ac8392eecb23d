using System.Globalization;

namespace MagHopfield.VirtualBoard.Hazards;

/// <summary>What a real board would have suffered.</summary>
public enum HazardKind
{
    /// <summary>Probe path (excitation on, or a node switch closed) and pulse path (a pulse switch closed, or PULSE_EN) together.</summary>
    PathsTogether,

    /// <summary>An ADC input beyond its supplies while the drivers were on.</summary>
    InputBeyondSupply,

    /// <summary>A pulse while no pulse switch was closed.</summary>
    PulseIntoNothing,

    /// <summary>A driver in current limit.</summary>
    DriverLimited,
}

/// <summary>A hazard that has happened. The board records it and goes on, as a real one would.</summary>
/// <param name="Kind">What.</param>
/// <param name="Nanoseconds">When, in simulated nanoseconds.</param>
/// <param name="Detail">Where and how much.</param>
public sealed record BoardHazard(HazardKind Kind, long Nanoseconds, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind} at {1e-9 * Nanoseconds:0.000000} s: {Detail}");
}
