using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Json;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Papers.Niu2024.Inference;
using MagHopfield.Papers.Niu2024.Paper;

namespace MagHopfield.Papers.Niu2024.Convergence;

/// <summary>The report of how far the reported numbers are converged.</summary>
public sealed class ConvergenceStudy : PaperStudy
{
    /// <summary>Declares it.</summary>
    public ConvergenceStudy()
        : base(
            "convergence",
            "The numbers of Figs. 3 and 4 and of the gates with finer cells, smaller steps and tighter solvers; goes on after an "
            + "interruption.",
            9,
            285)
    {
    }

    /// <inheritdoc/>
    public override bool ChecksOwnNumbers => true;

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context) =>
        Of(new Niu2024Convergence(film).Run(context.Store, context.Progress, context.Cancellation));

    /// <summary>Makes the report.</summary>
    public static StudyRecord Of(ConvergenceResult r) => PaperRecord.Of(
        "Niu 2024: convergence with mesh, time step and tolerances",
        r.Runs[0].Film,
        [.. from run in Enumerable.Range(1, r.Runs.Count - 1)
            from figure in r.Runs[0].Values.Select((v, k) => (v.Figure, k)).GroupBy(v => v.Figure, v => v.k)
            let worst = figure.MaxBy(k => r.Share(run, k))
            let kind = r.Runs[0].Values[worst].Kind
            select new StudyComparison(
                r.Runs[run].Name,
                $"{figure.Key}: every number {(kind == ConvergenceKind.Count ? "" : "within ")}{Limit(kind)}",
                "not given",
                $"largest share of that {Percent(r.Share(run, worst), "0")}, {r.Runs[0].Values[worst].Quantity}: "
                + $"{Show(r.Runs[0].Values[worst])} to {Show(r.Runs[run].Values[worst])}",
                figure.All(k => r.Share(run, k) <= 1))],
        page => Body(page, r),
        r.Runs,
        ConvergenceJson.Default.IReadOnlyListConvergenceRun);

    private static void Body(HtmlPage page, ConvergenceResult r)
    {
        page.Paragraph(HtmlPage.Encode(string.Join("; ", r.Runs.Select(run =>
            $"{run.Name}: {run.Film.Geometry.CellsX}×{run.Film.Geometry.CellsY} cells, {Number(run.Seconds, "0")} s")))
                + ". Elements of G may move by 1 %, changes and margins by a tenth of the largest of their figure, "
            + "power by a tenth, ξ by one step of its scan, counts not at all. Bold where they move by more. A gate's margin is negative "
            + "where its truth table is another's.");
        page.Figures(("convergence", ConvergencePlot.Draw(r),
            "What the numbers of each figure change by in the finer computations, over what they may change by (1: the dashed line). "
            + $"Shares below {Number(ConvergencePlot.LeastShare, "0.###")} stand at the left edge."));
        foreach (IGrouping<string, int> figure in r.Runs[0].Values.Select((v, k) => (v.Figure, k)).GroupBy(v => v.Figure, v => v.k))
        {
            page.Heading(figure.Key);
            page.Table(
                ["", .. r.Runs.Select(run => HtmlPage.Encode(run.Name))],
                figure.Select(k => (IReadOnlyList<string>)
                [
                    HtmlPage.Encode(r.Runs[0].Values[k].Quantity),
                    .. r.Runs.Select((run, n) => n > 0 && r.Share(n, k) > 1 ? $"<b>{Show(run.Values[k])}</b>" : Show(run.Values[k])),
                ]));
        }
    }

    private static string Limit(ConvergenceKind kind) => kind switch
    {
        ConvergenceKind.Conductance => "1 %",
        ConvergenceKind.Power => "10 %",
        ConvergenceKind.ReferenceFactor => Number(Niu2024Inference.FactorStep, "0.0000"),
        ConvergenceKind.Count => "the same count",
        _ => "10 % of the figure's largest",
    };

    private static string Show(ConvergenceValue v) => v.Kind switch
    {
        ConvergenceKind.Conductance => Milli(v.Value),
        ConvergenceKind.Change => Micro(v.Value),
        ConvergenceKind.Margin => Number(1e6 * v.Value, "0.0") + " µS·V²",
        ConvergenceKind.ReferenceFactor => Number(v.Value, "0.0000"),
        ConvergenceKind.Count => Number(v.Value, "0"),
        _ => Number(1e3 * v.Value, "0.00") + " mW",
    };
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    IncludeFields = true,
    Converters = [typeof(ShapeJson), typeof(PatternJson)])]
[JsonSerializable(typeof(IReadOnlyList<ConvergenceRun>))]
internal sealed partial class ConvergenceJson : JsonSerializerContext;
