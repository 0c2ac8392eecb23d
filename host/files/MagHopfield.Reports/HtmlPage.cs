using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MagHopfield.Store;

namespace MagHopfield.Reports;

/// <summary>One self-contained HTML page: style and pictures are inside, nothing is loaded from elsewhere.</summary>
/// <param name="title">Title of the page.</param>
public sealed partial class HtmlPage(string title)
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; color: #1c1f24; max-width: 1240px; margin: 2em auto; padding: 0 1em; }
        h1 { font-size: 1.7em; margin-bottom: .2em; } h2 { font-size: 1.3em; margin-top: 2em; border-bottom: 1px solid #ccd2da; padding-bottom: .2em; }
        .lead { color: #4a5260; } .pass { color: #14713d; font-weight: 600; } .fail { color: #b3261e; font-weight: 600; }
        table { border-collapse: collapse; margin: .8em 0; } th, td { padding: .25em .8em; text-align: right; border-bottom: 1px solid #e3e7ec; }
        th { background: #f3f5f8; } td.text, th.text { text-align: left; } td { vertical-align: middle; }
        .row { display: flex; flex-wrap: wrap; gap: 1em; align-items: flex-start; } figure { margin: 0; } figure { max-width: 100%; } figcaption { color: #4a5260; font-size: .9em; } .file { font-size: .85em; color: #7a828e; }
        img { max-width: 100%; height: auto; } .led { font: 18px/1 monospace; letter-spacing: .1em; display: inline-block; vertical-align: middle; margin-right: .5em; }
        .on { color: #d32f2f; } .off { color: #c9ced6; } pre { background: #f3f5f8; padding: .8em; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85em; }
        .properties td, .properties th { text-align: left; vertical-align: top; } .properties td { overflow-wrap: anywhere; } .properties th { white-space: nowrap; } .wide { overflow-x: auto; } details { margin: .8em 0; } summary { cursor: pointer; color: #4a5260; }
        """;

    private readonly StringBuilder _body = new();
    private readonly Dictionary<string, Figure> _figures = [];

    /// <summary>Text with the characters of HTML made harmless.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Adds a heading.</summary>
    public void Heading(string text) => _body.Append("<h2>").Append(Encode(text)).AppendLine("</h2>");

    /// <summary>Adds a paragraph of HTML; m_x and the like get their subscripts, patterns stay on one line.</summary>
    public void Paragraph(string html) => _body.Append("<p>").Append(Subscripts(html)).AppendLine("</p>");

    /// <summary>Adds HTML as it is.</summary>
    public void Raw(string html) => _body.AppendLine(html);

    /// <summary>Figures of the page by the names of their files, without extension.</summary>
    public IReadOnlyDictionary<string, Figure> Saved => _figures;

    /// <summary>Adds figures side by side, at their own size. <see cref="Save"/> writes each beside the page, too.</summary>
    /// <param name="figures">
    /// Name of the files without extension, figure, and caption. A name that the page has already gets a number.
    /// </param>
    public void Figures(params IReadOnlyList<(string Name, Figure Figure, string Caption)> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        _body.AppendLine("<div class=\"row\">");
        foreach ((string name, Figure figure, string caption) in figures)
        {
            string own = name;
            for (int k = 2; !_figures.TryAdd(own, figure); k++)
                own = $"{name}-{k}";

            _body.Append(
                "<figure style=\"width:").Append(figure.Width).Append("px\"><img alt=\"").Append(Encode(caption)).Append("\" width=\"")
                    .Append(figure.Width)
                .Append("\" height=\"").Append(figure.Height)
                .Append("\" src=\"data:image/png;base64,").Append(Convert.ToBase64String(figure.Png)).Append("\"><figcaption>")
                .Append(Subscripts(Encode(caption))).Append(" <span class=\"file\">").Append(Encode(own)).AppendLine(
                    ".svg, .png</span></figcaption></figure>");
        }

        _body.AppendLine("</div>");
    }

    /// <summary>Writes the page, and each of its figures beside it as PNG and SVG; each file whole or not at all.</summary>
    /// <param name="path">HTML file.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Save(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach ((string name, Figure figure) in _figures)
            figure.Save(Path.Combine(folder, name));

        WholeFile.Write(path, Encoding.UTF8.GetBytes(ToString()));
    }

    /// <summary>Adds names with their values, which wrap where they are long.</summary>
    /// <param name="rows">Name and value, both HTML.</param>
    public void Properties(IEnumerable<(string Name, string Value)> rows)
    {
        _body.AppendLine("<table class=\"properties\">");
        foreach ((string name, string value) in rows)
            _body.Append("<tr><th>").Append(name).Append("</th><td>").Append(value).AppendLine("</td></tr>");

        _body.AppendLine("</table>");
    }

    /// <summary>Adds a table that is folded away until it is asked for: numbers that a figure shows already.</summary>
    /// <param name="summary">What it holds.</param>
    /// <param name="header">Heads of the columns.</param>
    /// <param name="rows">Cells, row by row.</param>
    /// <param name="textColumns">Number of columns of text, from the left.</param>
    public void Details(string summary, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, int textColumns = 1)
    {
        _body.Append("<details><summary>").Append(Encode(summary)).AppendLine("</summary>");
        Table(header, rows, textColumns);
        _body.AppendLine("</details>");
    }

    /// <summary>Adds a table; cells are HTML in which m_x and the like get their subscripts, the first columns are text.</summary>
    /// <param name="header">Heads of the columns.</param>
    /// <param name="rows">Cells, row by row.</param>
    /// <param name="textColumns">Number of columns of text, from the left; numbers are set to the right.</param>
    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, int textColumns = 1)
    {
        _body.Append("<div class=\"wide\"><table><tr>").AppendJoin(
            "",
            header.Select(Subscripts).Select(
                (h, i) => i < textColumns ? $"<th class=\"text\">{h}</th>" : $"<th>{h}</th>")).AppendLine("</tr>");
        foreach (IReadOnlyList<string> row in rows)
        {
            _body.Append("<tr>").AppendJoin(
                "",
                row.Select(Subscripts).Select(
                    (c, i) => i < textColumns ? $"<td class=\"text\">{c}</td>" : $"<td>{Joined(c)}</td>")).AppendLine("</tr>");
        }

        _body.AppendLine("</table></div>");
    }

    private static string Subscripts(string html) => Subscript().Replace(BetweenSigns().Replace(html, "\u00a0"), "$1<sub>$2</sub>");

    // A pattern stays on one line.
    [GeneratedRegex(@"(?<=[+−]) (?=[+−](?![\d]))")]
    private static partial Regex BetweenSigns();

    // A letter alone before the underscore: no key of a file, no path.
    [GeneratedRegex(@"(?<![\w/.\-])([A-Za-z])_([A-Za-z0-9]+(?:,[a-z]{2}\b)?)")]
    private static partial Regex Subscript();

    // A number and its unit, and the parts of a count, stay on one line.
    private static string Joined(string cell) => BesideNumber().Replace(cell, "\u00a0");

    [GeneratedRegex(
        @"(?<=\d) (?=(?:%|(?:[GMkmµnpf]|&#181;)?(?:S|V|A|T|s|m|W|J|K|Ω|Hz)(?![\w])|of \d))"
        + @"|(?<=\d of) (?=\d)|(?<=±|&#177;) (?=\d)|(?<=\d) (?=±|&#177;)")]
    private static partial Regex BesideNumber();

    /// <summary>The whole page.</summary>
    public override string ToString() => $"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(title)}</title><style>
        {Style}
        </style></head><body>
        <h1>{Encode(title)}</h1>
        {_body}
        </body></html>
        """;
}
