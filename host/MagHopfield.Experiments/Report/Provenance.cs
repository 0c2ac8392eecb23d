using System.Globalization;
using MagHopfield.Experiments.Results;

namespace MagHopfield.Experiments.Report;

/// <summary>How the results of a report came about.</summary>
internal static class Provenance
{
    /// <summary>Adds command, version and time, and what else belongs to it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="run">The run.</param>
    /// <param name="more">Names and values of a report's own.</param>
    public static void Add(HtmlPage page, RunRecord run, params IReadOnlyList<(string Name, string Value)> more)
    {
        page.Heading("How this came about");
        (string, string)[] rows =
        [
            ("command", run.Command),
            ("version", $"MagHopfield {run.Version} on {run.Runtime}, {run.Machine}"),
            ("started", string.Create(CultureInfo.InvariantCulture, $"{run.Started:yyyy-MM-dd HH:mm:ss} UTC, took {run.Seconds:0.0} s")),
            .. more,
        ];
        page.Properties(rows.Select(r => (HtmlPage.Encode(r.Item1), HtmlPage.Encode(r.Item2))));
    }
}
