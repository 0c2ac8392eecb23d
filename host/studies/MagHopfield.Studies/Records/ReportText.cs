using System.Globalization;
using MagHopfield.Reports;

namespace MagHopfield.Studies.Records;

/// <summary>Numbers and verdicts as reports print them.</summary>
public static class ReportText
{
    /// <summary>A number, with a true minus sign; what is rounded to zero has none.</summary>
    /// <param name="value">The number.</param>
    /// <param name="format">Format, as in "0.00".</param>
    public static string Number(double value, string format)
    {
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        return (text.StartsWith('-') && text.All(c => c is '-' or '0' or '.') ? text[1..] : text).Replace('-', '−');
    }

    /// <summary>A conductance with its unit, in mS.</summary>
    /// <param name="siemens">The conductance in siemens.</param>
    public static string Milli(double siemens) => Number(1e3 * siemens, "0.000") + " mS";

    /// <summary>A conductance with its unit, in µS.</summary>
    /// <param name="siemens">The conductance in siemens.</param>
    public static string Micro(double siemens) => Number(1e6 * siemens, "0.0") + " µS";

    /// <summary>A ratio in per cent.</summary>
    /// <param name="ratio">The ratio.</param>
    /// <param name="format">Format of the number.</param>
    public static string Percent(double ratio, string format = "0.00") => Number(100 * ratio, format) + " %";

    /// <summary>HTML of a text that stays on one line.</summary>
    /// <param name="text">The text.</param>
    public static string NoBreak(string text) => $"<span style=\"white-space:nowrap\">{HtmlPage.Encode(text)}</span>";

    /// <summary>By how much ours differs from the paper's, in percent of the paper's, with its sign.</summary>
    /// <param name="ours">Our value.</param>
    /// <param name="paper">The paper's.</param>
    public static string Miss(double ours, double paper) => (ours > paper == paper > 0 ? "+" : "") + Percent((ours - paper) / paper, "0.0");

    /// <summary>HTML of a verdict, in its colour.</summary>
    /// <param name="good">Which it is.</param>
    /// <param name="yes">Text where it is good.</param>
    /// <param name="no">Text where it is not.</param>
    public static string Verdict(bool good, string yes, string no) =>
        $"<span style=\"white-space:nowrap\" class=\"{(good ? "pass" : "fail")}\">{HtmlPage.Encode(good ? yes : no)}</span>";

    /// <summary>HTML of the rows of a panel of lamps.</summary>
    /// <param name="rows">A row each; '●' is a lamp that is on.</param>
    public static string Panel(IEnumerable<string> rows)
    {
        IEnumerable<string> lines = rows.Select(
            row => string.Concat(row.Select(c => $"<span class=\"{(c == '●' ? "on" : "off")}\">●</span>")));
        return $"<span class=\"led\">{string.Join("<br>", lines)}</span>";
    }
}
