using System.Text.Json;
using MagHopfield.Experiments.Report;
using MagHopfield.Experiments.Results;
using MagHopfield.Film.Parameters;
using MagHopfield.Store;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>What an experiment of a paper hands out: comparisons for all to read, a page, and data.</summary>
public sealed class PaperReport
{
    private static readonly JsonSerializerOptions Options = ShapeJson.In(new()
    {
        WriteIndented = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    });

    private readonly Action<HtmlPage> _body;
    private readonly object _data;

    internal PaperReport(string title, FilmParameters film, IReadOnlyList<PaperComparison> comparisons, Action<HtmlPage> body, object data)
    {
        Title = title;
        Film = film;
        Comparisons = comparisons;
        _body = body;
        _data = data;
    }

    /// <summary>Title of the page.</summary>
    public string Title { get; }

    /// <summary>The film of the run.</summary>
    public FilmParameters Film { get; }

    /// <summary>The paper's values beside ours, misses included.</summary>
    public IReadOnlyList<PaperComparison> Comparisons { get; }

    /// <summary>Other files that belong to the report: names and contents.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Writes page, data, the film as a file to run again, and other files.</summary>
    /// <param name="path">Path of each file by its name.</param>
    /// <param name="run">How the result came about.</param>
    public void Write(Func<string, string> path, RunRecord run)
    {
        WriteHtml(path("report.html"), run);
        WriteJson(path("result.json"), run);
        foreach ((string name, byte[] content) in FilmDocument.Of(Film).Files)
        {
            WholeFile.Write(path(name), content);
        }

        foreach ((string name, string text) in Files)
        {
            WholeFile.Write(path(name), text);
        }
    }

    /// <summary>Writes the page, and its figures beside it.</summary>
    /// <param name="path">HTML file.</param>
    /// <param name="run">How the result came about.</param>
    public void WriteHtml(string path, RunRecord run)
    {
        HtmlPage page = new(Title);
        page.Paragraph($"<span class=\"lead\">Film <b>{HtmlPage.Encode(Film.Name)}</b>; paper: Niu et al., PNAS 2024.</span>");
        if (Comparisons.Count > 0 && HasTable)
        {
            Table(page);
        }

        Body(page);
        Provenance.Add(page, run);
        FilmParameterTable.Add(page, Film);
        page.Save(path);
    }

    /// <summary>Whether the page begins with the table of comparisons; a page that has its own does not.</summary>
    public bool HasTable { get; init; } = true;

    /// <summary>What the page shows below the table.</summary>
    internal void Body(HtmlPage page) => _body(page);

    internal void Table(HtmlPage page)
    {
        string? claim = null;
        page.Table(
            ["claim", "quantity", "paper", "ours", "miss", ""],
            Comparisons.Select(c =>
            {
                string first = c.Claim == claim ? "" : HtmlPage.Encode(c.Claim);
                claim = c.Claim;
                return (IReadOnlyList<string>)
                [
                    first, HtmlPage.Encode(c.Quantity), HtmlPage.Encode(c.Paper), HtmlPage.Encode(c.Ours), ReportText.NoBreak(c.Miss), ReportText.Verdict(c.Agrees, "agrees", "MISS"),
                ];
            }),
            textColumns: 2);
    }

    /// <summary>Writes the data.</summary>
    /// <param name="path">JSON file.</param>
    /// <param name="run">How the result came about.</param>
    public void WriteJson(string path, RunRecord run) => WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object> { ["title"] = Title, ["run"] = run, ["film"] = Film, ["comparisons"] = Comparisons, ["data"] = _data },
        Options));
}
