using System.Net;
using System.Text;

namespace MagHopfield.Reports;

/// <summary>One self-contained HTML page: style and pictures are inside, nothing is loaded from elsewhere.</summary>
/// <param name="title">Title of the page.</param>
public sealed class HtmlPage(string title)
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; color: #1c1f24; max-width: 1100px; margin: 2em auto; padding: 0 1em; }
        h1 { font-size: 1.7em; margin-bottom: .2em; } h2 { font-size: 1.3em; margin-top: 2em; border-bottom: 1px solid #ccd2da; padding-bottom: .2em; }
        .lead { color: #4a5260; } .pass { color: #14713d; font-weight: 600; } .fail { color: #b3261e; font-weight: 600; }
        table { border-collapse: collapse; margin: .8em 0; } th, td { padding: .25em .8em; text-align: right; border-bottom: 1px solid #e3e7ec; }
        th { background: #f3f5f8; } td.text, th.text { text-align: left; } td { vertical-align: middle; }
        .row { display: flex; flex-wrap: wrap; gap: 1em; align-items: flex-start; } figure { margin: 0; } figcaption { color: #4a5260; font-size: .9em; }
        img { max-width: 100%; height: auto; } .led { font: 18px/1 monospace; letter-spacing: .1em; display: inline-block; vertical-align: middle; margin-right: .5em; }
        .on { color: #d32f2f; } .off { color: #c9ced6; } pre { background: #f3f5f8; padding: .8em; overflow-x: auto; font-size: .85em; }
        """;

    private readonly StringBuilder _body = new();

    /// <summary>Text with the characters of HTML made harmless.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Adds a heading.</summary>
    public void Heading(string text) => _body.Append("<h2>").Append(Encode(text)).AppendLine("</h2>");

    /// <summary>Adds a paragraph of HTML.</summary>
    public void Paragraph(string html) => _body.Append("<p>").Append(html).AppendLine("</p>");

    /// <summary>Adds HTML as it is.</summary>
    public void Raw(string html) => _body.AppendLine(html);

    /// <summary>Adds pictures side by side.</summary>
    /// <param name="figures">Pictures as PNG, each with its width in CSS pixels and its caption.</param>
    public void Figures(params (byte[] Png, int Width, string Caption)[] figures)
    {
        _body.AppendLine("<div class=\"row\">");
        foreach ((byte[] png, int width, string caption) in figures)
        {
            _body.Append("<figure style=\"width:").Append(width).Append("px\"><img alt=\"").Append(Encode(caption)).Append("\" width=\"").Append(width)
                .Append("\" src=\"data:image/png;base64,").Append(Convert.ToBase64String(png)).Append("\"><figcaption>")
                .Append(Encode(caption)).AppendLine("</figcaption></figure>");
        }

        _body.AppendLine("</div>");
    }

    /// <summary>Adds a table; cells are HTML, the first columns are text.</summary>
    /// <param name="header">Heads of the columns.</param>
    /// <param name="rows">Cells, row by row.</param>
    /// <param name="textColumns">Number of columns of text, from the left; numbers are set to the right.</param>
    public void Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, int textColumns = 1)
    {
        _body.Append("<table><tr>").AppendJoin("", header.Select((h, i) => i < textColumns ? $"<th class=\"text\">{h}</th>" : $"<th>{h}</th>")).AppendLine("</tr>");
        foreach (IReadOnlyList<string> row in rows)
        {
            _body.Append("<tr>").AppendJoin("", row.Select((c, i) => i < textColumns ? $"<td class=\"text\">{c}</td>" : $"<td>{c}</td>")).AppendLine("</tr>");
        }

        _body.AppendLine("</table>");
    }

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
