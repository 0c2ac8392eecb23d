using System.Globalization;
using MagHopfield.Reports;
using MagHopfield.Studies.Records;

namespace MagHopfield.Validation;

/// <summary>One self-contained page with every standard problem that was run: published values beside ours, and the curves.</summary>
public static class ValidationReport
{
    /// <summary>The record of the problems.</summary>
    /// <param name="results">The problems.</param>
    public static StudyRecord Of(IReadOnlyList<ProblemResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new("The micromagnetic engine on the µMAG standard problems", [Table(results), new StudyPage(page => Body(page, results))])
        {
            Comparisons =
            [
                .. from result in results
                from c in result.Comparisons
                select new StudyComparison($"{result.Title} ({c.Source})", c.Quantity, c.Published, c.Ours, c.Agrees),
            ],
            Passes = results.All(r => r.Comparisons.All(c => c.Agrees)),
        };
    }

    private static StudyTable Table(IReadOnlyList<ProblemResult> results) => new(
        "", ["", "quantity", "published", "ours", ""],
        [
            .. from result in results
               from c in result.Comparisons
               select (Words[])
               [
                   result.Number.ToString(
                       CultureInfo.InvariantCulture), c.Quantity, c.Published, c.Ours, Words.Verdict(c.Agrees, "agrees", "MISS"),
               ],
        ])
    {
        TextColumns = 5,
        On = Outlet.Terminal,
    };

    private static void Body(HtmlPage page, IReadOnlyList<ProblemResult> results)
    {
        int agree = results.Sum(r => r.Comparisons.Count(c => c.Agrees)), all = results.Sum(r => r.Comparisons.Count);
        page.Paragraph(
            $"<span class=\"lead\">{agree} of {all} values agree with published ones within what the tables state. Lines are ours, points "
            + "and bands are published. "
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
                    HtmlPage.Encode(c.Quantity), HtmlPage.Encode(c.Published), HtmlPage.Encode(c.Ours), Number(
                        Math.Max(0, c.Deviation)), Number(c.Allowed),
                    HtmlPage.Encode(c.Source), c.Agrees ? "<span class=\"pass\">agrees</span>" : "<span class=\"fail\">MISS</span>",
                ]));
        }
    }

    private static string Number(double value) => value.ToString("0.0e+0").Replace('-', '−');
}
