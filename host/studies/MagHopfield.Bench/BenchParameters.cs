using System.Globalization;
using MagHopfield.Studies;
using MagHopfield.Studies.Numbers;

namespace MagHopfield.Bench;

/// <summary>What the benchmarks' studies share.</summary>
internal static class BenchParameters
{
    /// <summary>Time to spend on each piece of work.</summary>
    /// <param name="piece">What a piece is, as in "piece of work".</param>
    public static StudyParameter<Quantity> Seconds(string piece) =>
        StudyParameter.Of("seconds", $"Time to spend on each {piece}; more is steadier.", Unit.Second, "1") with
        {
            IsGood = s => s.Value is > 0 and <= 3600,
            Range = "a time above 0 and at most 3600 s",
        };

    /// <summary>A number as text, a dash where there is none.</summary>
    /// <param name="value">The number.</param>
    /// <param name="format">Its format.</param>
    public static string Text(double value, string format) =>
        double.IsNaN(value) ? "–" : value.ToString(format, CultureInfo.InvariantCulture);
}
