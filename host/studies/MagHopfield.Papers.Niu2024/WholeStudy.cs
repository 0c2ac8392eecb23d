using System.Text;
using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Tables;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Studies.Exports;

namespace MagHopfield.Papers.Niu2024;

/// <summary>All experiments of Niu et al., PNAS 2024, in one report: on top, claim by claim, what is reproduced and what is not.</summary>
public sealed class WholeStudy : PaperStudy
{
    /// <summary>Declares it.</summary>
    public WholeStudy()
        : base("", "Niu et al., PNAS 2024, with four nodes: every figure in one report; the commands below run one each.", 0, 0)
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [.. base.Parameters, Devices, Threads];

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context)
    {
        PaperStudy[] all = [.. In(GetType().Assembly).OfType<PaperStudy>().Where(s => s is not WholeStudy).OrderBy(s => s.Place)];
        double whole = all.Sum(s => s.Cost), done = 0;
        List<(PaperStudy Study, StudyRecord Record)> parts = [];
        foreach (PaperStudy study in all)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            parts.Add((study, Run(study, film, context.Part(study.Part, done / whole, (done + study.Cost) / whole))));
            done += study.Cost;
        }

        return Of(film, parts);
    }

    private static StudyRecord Of(FilmParameters film, IReadOnlyList<(PaperStudy Study, StudyRecord Record)> parts)
    {
        ILookup<bool, StudyComparison> byKind =
            parts.SelectMany(
                p => p.Record.Comparisons.Select(c => (p.Study.ChecksOwnNumbers, c))).ToLookup(c => c.ChecksOwnNumbers, c => c.c);
        return PaperRecord.Of(
            "Niu 2024 with four nodes: what is reproduced, and what is not",
            film,
            [.. parts.SelectMany(p => p.Record.Comparisons)],
            page => Body(page, parts, [.. byKind[false]], [.. byKind[true]]),
            parts.ToDictionary(p => p.Study.Part, p => p.Record.Comparisons),
            WholeJson.Default.DictionaryStringIReadOnlyListStudyComparison,
            from part in parts
            from file in part.Record.Told
            select (file.Name, Encoding.UTF8.GetString(part.Record.Files[file.Name])),
            hasTable: false);
    }

    private static void Body(
        HtmlPage page, IReadOnlyList<(PaperStudy Study, StudyRecord Record)> parts, StudyComparison[] claims, StudyComparison[] own)
    {
        int right = claims.Count(c => c.Agrees);
        page.Paragraph(
            $"<b>{right} of {claims.Length}</b> values agree with the paper. Each line below is a claim of the paper: reproduced where all "
            + "its values agree, not reproduced where none does. "
            + (
                own.Length == 0
                    ? ""
                    : $"The last lines are no claims of the paper: {own.Count(c => c.Agrees)} of {own.Length} groups of our own numbers "
                        + "stay what they are on finer meshes and with smaller steps and tolerances. ")
            + "The tables and pictures behind each follow in the order of the paper.");
        page.Table(
            ["experiment", "claim of the paper", "values", "where it misses: paper, ours", "verdict"],
            from part in parts
            from claim in part.Record.Comparisons.GroupBy(c => c.Claim)
            let agree = claim.Count(c => c.Agrees)
            select (IReadOnlyList<string>)
            [
                $"<a href=\"#{part.Study.Part}\">{part.Study.Part}</a>", HtmlPage.Encode(claim.Key), NoBreak($"{agree} of {claim.Count()}"),
                string.Join("<br>", claim.Where(c => !c.Agrees).Take(Shown).Select(Miss))
                    + (claim.Count() - agree > Shown ? $"<br>and {claim.Count() - agree - Shown} more" : ""),
                Word(part.Study.ChecksOwnNumbers ? "converged" : "reproduced", agree, claim.Count()),
            ],
            textColumns: 4);
        foreach ((PaperStudy study, StudyRecord record) in parts)
        {
            page.Raw($"<a id=\"{study.Part}\"></a>");
            page.Heading(record.Title);
            StudyHtml.Comparisons(page, record.Comparisons);
            FilmRecord.Body(record, page);
        }
    }

    private const int Shown = 3;

    private static string Miss(StudyComparison c) =>
        $"<small>{HtmlPage.Encode(c.Quantity)}: {HtmlPage.Encode(c.Paper)}, ours "
        + $"{HtmlPage.Encode(c.Ours)}{(c.Miss.Length > 0 ? $" ({HtmlPage.Encode(c.Miss)})" : "")}</small>";

    private static string Word(string good, int agree, int count) => agree == count ? Verdict(true, good, "")
        : agree == 0 ? Verdict(false, "", "not " + good)
        : $"<span style=\"white-space:nowrap\"><b>in part</b></span>";
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<StudyComparison>>))]
internal sealed partial class WholeJson : JsonSerializerContext;
