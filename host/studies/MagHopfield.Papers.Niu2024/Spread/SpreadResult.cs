using MagHopfield.Film.Parameters;

namespace MagHopfield.Papers.Niu2024.Spread;

/// <summary>What came of many random devices.</summary>
/// <param name="Film">The film as drawn.</param>
/// <param name="Spread">By how much the devices differ.</param>
/// <param name="Devices">Outcome of each.</param>
public sealed record SpreadResult(FilmParameters Film, SpreadParameters Spread, IReadOnlyList<DeviceOutcome> Devices)
{
    /// <summary>Wilson's interval of 95 % of a rate (E. B. Wilson, J. Am. Stat. Assoc. 22, 209 (1927)).</summary>
    /// <param name="successes">Number of successes.</param>
    /// <param name="tries">Number of tries.</param>
    public static (double Low, double High) Interval(int successes, int tries)
    {
        const double Z = 1.959964;
        double p = (double)successes / tries;
        double centre = p + Z * Z / (2 * tries);
        double reach = Z * Math.Sqrt(p * (1 - p) / tries + Z * Z / (4.0 * tries * tries));
        double scale = 1 + Z * Z / tries;
        return (Math.Max(0, (centre - reach) / scale), Math.Min(1, (centre + reach) / scale));
    }
}
