using System.Globalization;

namespace MagHopfield.Reports.Fields;

/// <summary>A bar of a round length: 1, 2 or 5 times a power of ten.</summary>
/// <param name="Length">Its length in metres.</param>
/// <param name="Text">Length and unit as they are written.</param>
public sealed record ScaleBar(double Length, string Text)
{
    private const double LargestShare = 0.4;
    private static readonly (double Metres, string Unit)[] Units = [(1, "m"), (1e-3, "mm"), (1e-6, "µm"), (1e-9, "nm"), (1e-12, "pm")];

    /// <summary>The longest bar that covers no more than two fifths of a picture.</summary>
    /// <param name="extent">Extent of the picture in metres.</param>
    public static ScaleBar For(double extent)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(extent);
        double length = RoundBelow(LargestShare * extent);
        (double metres, string unit) = Units.FirstOrDefault(u => length >= 0.9999 * u.Metres, Units[^1]);
        return new ScaleBar(length, $"{(length / metres).ToString("G4", CultureInfo.InvariantCulture)} {unit}");
    }

    /// <summary>The largest of 1, 2 and 5 times a power of ten that is not above a value.</summary>
    /// <param name="value">The value, above 0.</param>
    internal static double RoundBelow(double value)
    {
        int exponent = (int)Math.Floor(Math.Log10(value) + 1e-9);
        double power = exponent < 0 ? 1 / Math.Pow(10, -exponent) : Math.Pow(10, exponent);
        return new[] { 5.0, 2.0, 1.0 }.Select(m => m * power).First(v => v <= value * (1 + 1e-9));
    }
}
