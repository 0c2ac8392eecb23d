using System.Globalization;
using MagHopfield.Shared;

namespace MagHopfield.Experiments.Report;

/// <summary>Numbers, patterns and verdicts as reports print them.</summary>
internal static class ReportText
{
    public static string Signs(Pattern pattern) => pattern.ToString().Replace('-', '−');

    public static string Number(double value, string format)
    {
        string text = value.ToString(format, CultureInfo.InvariantCulture);

        // What is rounded to zero has no sign.
        return (text.StartsWith('-') && text.All(c => c is '-' or '0' or '.') ? text[1..] : text).Replace('-', '−');
    }

    public static string Milli(double siemens) => Number(1e3 * siemens, "0.000") + " mS";

    public static string Micro(double siemens) => Number(1e6 * siemens, "0.0") + " µS";

    public static string Percent(double ratio, string format = "0.00") => Number(100 * ratio, format) + " %";

    /// <summary>HTML of a text that stays on one line.</summary>
    public static string NoBreak(string text) => $"<span style=\"white-space:nowrap\">{HtmlPage.Encode(text)}</span>";

    /// <summary>By how much ours differs from the paper's, in percent of the paper's, with its sign.</summary>
    public static string Miss(double ours, double paper) => (ours > paper == paper > 0 ? "+" : "") + Percent((ours - paper) / paper, "0.0");

    public static string Verdict(bool good, string yes, string no) =>
        $"<span style=\"white-space:nowrap\" class=\"{(good ? "pass" : "fail")}\">{HtmlPage.Encode(good ? yes : no)}</span>";

    /// <summary>The rows of a panel of lamps, a dot where one is off.</summary>
    public static string Panel(IEnumerable<string> rows) =>
        $"<span class=\"led\">{string.Join("<br>", rows.Select(row => string.Concat(row.Select(c => $"<span class=\"{(c == '●' ? "on" : "off")}\">●</span>"))))}</span>";

    /// <summary>A pattern as lamps, row by row.</summary>
    public static string Leds(Pattern pattern, int columns)
    {
        IEnumerable<string> rows = Enumerable.Range(0, pattern.Length).Chunk(columns)
            .Select(row => string.Concat(row.Select(k => $"<span class=\"{(pattern[k] > 0 ? "on" : "off")}\">●</span>")));
        return $"<span class=\"led\">{string.Join("<br>", rows)}</span>";
    }
}
