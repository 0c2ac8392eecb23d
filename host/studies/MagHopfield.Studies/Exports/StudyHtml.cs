using System.Globalization;
using MagHopfield.Reports;
using MagHopfield.Studies.Records;

namespace MagHopfield.Studies.Exports;

/// <summary>A result as one self-contained page.</summary>
public static class StudyHtml
{
    /// <summary>Writes the page, and its figures beside it.</summary>
    /// <param name="path">HTML file.</param>
    /// <param name="record">The result.</param>
    /// <param name="run">How it came about.</param>
    public static void Write(string path, StudyRecord record, RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(record);
        HtmlPage page = new(record.Title);
        foreach (StudySection section in record.Sections.Where(s => s.On.HasFlag(Outlet.Page)))
            Add(page, section, record, run);
        if (!record.Sections.OfType<StudyProvenance>().Any())
            Add(page, new StudyProvenance(), record, run);
        page.Save(path);
    }

    /// <summary>Adds a table of comparisons.</summary>
    /// <param name="page">The page.</param>
    /// <param name="comparisons">The comparisons.</param>
    public static void Comparisons(HtmlPage page, IReadOnlyList<StudyComparison> comparisons)
    {
        ArgumentNullException.ThrowIfNull(page);
        string? claim = null;
        page.Table(
            ["claim", "quantity", "paper", "ours", "miss", ""],
            comparisons.Select(c =>
            {
                string first = c.Claim == claim ? "" : HtmlPage.Encode(c.Claim);
                claim = c.Claim;
                return (IReadOnlyList<string>)
                [
                    first, HtmlPage.Encode(c.Quantity), HtmlPage.Encode(c.Paper), HtmlPage.Encode(c.Ours), ReportText.NoBreak(c.Miss),
                    ReportText.Verdict(c.Agrees, "agrees", "MISS"),
                ];
            }),
            textColumns: 2);
    }

    private static void Add(HtmlPage page, StudySection section, StudyRecord record, RunRecord run)
    {
        switch (section)
        {
            case StudyHeading heading:
                page.Heading(string.Concat(heading.Text.Select(w => w.Text)));
                break;
            case StudyLine line:
                page.Paragraph(string.Concat(line.Text.Select(Html)));
                break;
            case StudyText text:
                page.Raw($"<pre>{HtmlPage.Encode(text.Text)}</pre>");
                break;
            case StudyTable table:
                if (table.Title.Length > 0)
                    page.Heading(table.Title);
                page.Table(
                    [.. table.Heads.Select(HtmlPage.Encode)], table.Rows.Select(
                        r => (IReadOnlyList<string>)[.. r.Select(Html)]), table.TextColumns);
                if (table.Caption.Length > 0)
                    page.Paragraph(HtmlPage.Encode(table.Caption));
                break;
            case ComparisonTable when record.Comparisons.Count > 0:
                Comparisons(page, record.Comparisons);
                break;
            case StudyPictures pictures:
                page.Figures(pictures.Pictures);
                break;
            case StudyPage own:
                own.Draw(page);
                break;
            case StudyProvenance provenance:
                Provenance(page, run, provenance.More);
                break;
        }
    }

    private static void Provenance(HtmlPage page, RunRecord run, IReadOnlyList<(string Name, string Value)> more)
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

    private static string Html(Words words) => words.Tone switch
    {
        Tone.Good => $"<span class=\"pass\">{HtmlPage.Encode(words.Text)}</span>",
        Tone.Bad => $"<span class=\"fail\">{HtmlPage.Encode(words.Text)}</span>",
        Tone.Strong => $"<b>{HtmlPage.Encode(words.Text)}</b>",
        _ => HtmlPage.Encode(words.Text),
    };
}
