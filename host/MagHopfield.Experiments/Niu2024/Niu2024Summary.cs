using MagHopfield.Experiments.Report;
using static MagHopfield.Experiments.Report.ReportText;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>All experiments of Niu et al., PNAS 2024, in one report: on top, claim by claim, what is reproduced and what is not.</summary>
public static class Niu2024Summary
{
    /// <summary>Runs all experiments one after the other.</summary>
    /// <param name="run">Film, folder and progress.</param>
    public static IReadOnlyList<(PaperExperiment Experiment, PaperReport Report)> Run(PaperRun run)
    {
        double whole = Niu2024Experiments.All.Sum(e => e.Cost);
        double done = 0;
        List<(PaperExperiment, PaperReport)> reports = [];
        foreach (PaperExperiment experiment in Niu2024Experiments.All)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            reports.Add((experiment, experiment.Run(run.Part(experiment.Name, done / whole, (done + experiment.Cost) / whole))));
            done += experiment.Cost;
        }

        return reports;
    }

    /// <summary>Makes the report.</summary>
    /// <param name="parts">Experiments with their reports, of one film.</param>
    public static PaperReport Of(IReadOnlyList<(PaperExperiment Experiment, PaperReport Report)> parts)
    {
        PaperComparison[] all = [.. parts.SelectMany(p => p.Report.Comparisons)];
        ILookup<bool, PaperComparison> byKind = parts.SelectMany(p => p.Report.Comparisons.Select(c => (p.Experiment.ChecksOwnNumbers, c))).ToLookup(c => c.ChecksOwnNumbers, c => c.c);
        return new PaperReport(
            "Niu 2024 with four nodes: what is reproduced, and what is not",
            parts[0].Report.Film,
            all,
            page => Body(page, parts, [.. byKind[false]], [.. byKind[true]]),
            parts.ToDictionary(p => p.Experiment.Name, p => p.Report.Comparisons))
        {
            HasTable = false,
            Files = parts.SelectMany(p => p.Report.Files).ToDictionary(f => f.Key, f => f.Value),
        };
    }

    private static void Body(HtmlPage page, IReadOnlyList<(PaperExperiment Experiment, PaperReport Report)> parts, PaperComparison[] claims, PaperComparison[] own)
    {
        int right = claims.Count(c => c.Agrees);
        page.Paragraph($"<b>{right} of {claims.Length}</b> values agree with the paper. Each line below is a claim of the paper: reproduced where all its values agree, not reproduced where none does. "
            + (own.Length == 0 ? "" : $"The last lines are no claims of the paper: {own.Count(c => c.Agrees)} of {own.Length} groups of our own numbers stay what they are on finer meshes and with smaller steps and tolerances. ")
            + "The tables and pictures behind each follow in the order of the paper.");
        page.Table(
            ["experiment", "claim of the paper", "values", "where it misses: paper, ours", "verdict"],
            from part in parts
            from claim in part.Report.Comparisons.GroupBy(c => c.Claim)
            let agree = claim.Count(c => c.Agrees)
            select (IReadOnlyList<string>)
            [
                $"<a href=\"#{part.Experiment.Name}\">{part.Experiment.Name}</a>", HtmlPage.Encode(claim.Key), NoBreak($"{agree} of {claim.Count()}"),
                string.Join("<br>", claim.Where(c => !c.Agrees).Take(Shown).Select(Miss)) + (claim.Count() - agree > Shown ? $"<br>and {claim.Count() - agree - Shown} more" : ""),
                Word(part.Experiment.ChecksOwnNumbers ? "converged" : "reproduced", agree, claim.Count()),
            ],
            textColumns: 4);
        foreach ((PaperExperiment experiment, PaperReport report) in parts)
        {
            page.Raw($"<a id=\"{experiment.Name}\"></a>");
            page.Heading(report.Title);
            report.Table(page);
            report.Body(page);
        }
    }

    private const int Shown = 3;

    private static string Miss(PaperComparison c) =>
        $"<small>{HtmlPage.Encode(c.Quantity)}: {HtmlPage.Encode(c.Paper)}, ours {HtmlPage.Encode(c.Ours)}{(c.Miss.Length > 0 ? $" ({HtmlPage.Encode(c.Miss)})" : "")}</small>";

    private static string Word(string good, int agree, int count) => agree == count ? Verdict(true, good, "")
        : agree == 0 ? Verdict(false, "", "not " + good)
        : $"<span style=\"white-space:nowrap\"><b>in part</b></span>";
}
