using MagHopfield.Reports;

namespace MagHopfield.Validation;

/// <summary>One self-contained page with every standard problem that was run: published values beside ours, and the curves.</summary>
public static class ValidationReport
{
    /// <summary>Writes the page, and its figures beside it.</summary>
    /// <param name="path">HTML file.</param>
    /// <param name="results">The problems.</param>
    /// <param name="provenance">How the results came about: names and values.</param>
    public static void WriteHtml(string path, IReadOnlyList<ProblemResult> results, IReadOnlyList<(string Name, string Value)> provenance)
    {
        ArgumentNullException.ThrowIfNull(results);
        HtmlPage page = new("The micromagnetic engine on the µMAG standard problems");
        int agree = results.Sum(r => r.Comparisons.Count(c => c.Agrees)), all = results.Sum(r => r.Comparisons.Count);
        page.Paragraph(
            $"<span class=\"lead\">{agree} of {all} values agree with published ones within what the tables state. Lines are ours, points and bands are published. "
            + "Every curve is a run of a problem file; files, tables and fields stand beside this page.</span>");
        foreach (ProblemResult result in results)
        {
            page.Heading(result.Title);
            page.Raw(result.Text);
            foreach (var row in result.Plots.Chunk(result.Plots.Sum(p => p.Figure.Width) > 1200 ? 1 : 2))
                page.Figures(row);
            page.Table(
                ["quantity", "published", "ours", "deviation", "allowed", "source", ""],
                result.Comparisons.Select(c => (IReadOnlyList<string>)
                [
                    HtmlPage.Encode(c.Quantity), HtmlPage.Encode(c.Published), HtmlPage.Encode(c.Ours), Number(Math.Max(0, c.Deviation)), Number(c.Allowed),
                    HtmlPage.Encode(c.Source), c.Agrees ? "<span class=\"pass\">agrees</span>" : "<span class=\"fail\">MISS</span>",
                ]));
        }
        page.Heading("How this came about");
        page.Properties(provenance.Select(p => (HtmlPage.Encode(p.Name), HtmlPage.Encode(p.Value))));
        page.Save(path);
    }

    private static string Number(double value) => value.ToString("0.0e+0").Replace('-', '−');
}
