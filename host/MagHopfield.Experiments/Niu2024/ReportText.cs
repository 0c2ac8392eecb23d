using System.Globalization;
using MagHopfield.Shared;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>Numbers and patterns as reports print them.</summary>
internal static class ReportText
{
    public static string Signs(Pattern pattern) => pattern.ToString().Replace('-', '−');

    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    public static string Milli(double siemens) => Number(1e3 * siemens, "0.000") + " mS";

    public static string Percent(double ratio) => Number(100 * ratio, "0.00") + " %";
}
