using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Shared;
using ScottPlot;
using static MagHopfield.FilmStudies.Pictures.PatternText;

namespace MagHopfield.Papers.Niu2024.Inference;

/// <summary>The report of inference by measured currents.</summary>
public sealed class InferenceStudy : PaperStudy
{
    /// <summary>Declares it.</summary>
    public InferenceStudy()
        : base(
            "inference",
            "Inference by measured currents: the window of ξ for each AMR ratio, and recalls with their number of updates; goes on "
            + "after an interruption.",
            4,
            8)
    {
    }

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context) =>
        Of(new Niu2024Inference(film).Run(context.Store, context.Progress, context.Cancellation));

    // "typically within several iterations".
    private const double Several = 10;

    /// <summary>Makes the report.</summary>
    public static StudyRecord Of(InferenceResult r)
    {
        RecallStatistics best = r.Recalls.Where(s => s.Mode == RecallMode.Asynchronous).MaxBy(s => s.Right)!;
        return PaperRecord.Of(
            "Niu 2024: inference by measured currents",
            r.Film,
            [
                .. r.Windows.Select(w => new StudyComparison(
                    "inference with ξ = 0.98 of the 1 T reference finds every pattern",
                    $"AMR {Percent(w.AmrRatio, "0")}: patterns lowest in energy, and fixed points of the protocol",
                    "7 of 7",
                    $"{w.LearnedAtPaper} of 7, {w.FixedAtPaper} fixed points; all seven for ξ in {w.Window(r.Factors)}",
                    w.LearnedAtPaper == 7
                        && w.FixedAtPaper == 7)),
                new StudyComparison(
                    "patterns are correctly retrieved within several iterations",
                    $"one wrong node, random order ({best.Method}): recalled",
                    "correctly",
                    $"{Percent((double)best.Right / best.Recalls, "0.0")} of {best.Recalls}", best.Right == best.Recalls),
                new StudyComparison(
                    "patterns are correctly retrieved within several iterations",
                    "updates until nothing changes any more, median and 90 %",
                    "several",
                    $"{Quantile(best.LastChange, 0.5)} and {Quantile(best.LastChange, 0.9)} of single nodes", Quantile(
                        best.LastChange, 0.5) <= Several),
            ],
            page => Body(page, r),
            new Dictionary<string, object>
            {
                ["factors"] = r.Factors.ToArray(),
                ["windows"] = r.Windows.ToArray(),
                ["recalls"] = r.Recalls.ToArray(),
            },
            InferenceJson.Default.DictionaryStringObject);
    }

    private static int Quantile(IReadOnlyList<int> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1)));

    private static void Body(HtmlPage page, InferenceResult r)
    {
        page.Paragraph(
            "Electrodes at ±1 V; I<sub>i</sub> = I<sub>i1</sub> + I<sub>i2</sub> with electrode i in both polarities, V<sub>i</sub> = "
            + "sgn(I<sub>i</sub> − ξ I<sub>i</sub><sup>1T</sup>), the "
            + "reference with the film saturated out of its plane. Starts: each of the seven patterns and its negative with one wrong "
            + "node. A recall is right when it ends stable in the trained "
            + "pattern or its negative. Asynchronous: random order, ends when nothing changed for more than 10 updates and every node was "
            + "tried. "
            + "Without a threshold for ties the sign of a field that is zero by symmetry is that of the texture's last digits.");
        page.Heading("Recall from one wrong node");
        page.Table(
            ["field", "order", "right", "cycles", "last change: median", "90 %", "largest", "updates: median"],
            r.Recalls.Select(s => (IReadOnlyList<string>)
            [
                s.Method, Order(s), $"{s.Right} of {s.Recalls}", $"{s.Cycles}",
                $"{Quantile(s.LastChange, 0.5)}",
                $"{Quantile(s.LastChange, 0.9)}",
                $"{s.LastChange.Max()}",
                $"{Quantile(s.Iterations, 0.5)}",
            ]),
            textColumns: 2);
        page.Details(
            "Right, pattern by pattern",
            ["field", "order", .. WiringGeometry.All(4).Select(p => NoBreak(Signs(p)))],
            r.Recalls.Select(s => (IReadOnlyList<string>)[s.Method, Order(s), .. s.RightByPattern.Select(p => Percent(p, "0"))]),
            textColumns: 2);
        page.Figures(
            [
                .. r.Recalls.Where(s => s.Mode == RecallMode.Asynchronous).Select(
                    (s, k) => ($"last-change{k + 1}", Histogram(s), s.Method + ": update of the last change.")),
            ]);
        page.Heading("Patterns learned, by ξ");
        page.Figures(
            (
                "reference-factor",
                Windows(r),
                "Of seven patterns, those lowest in energy with weights G − ξ G of 1 T; dashed: the paper's ξ = 0.98."));
        page.Details(
            "The same in numbers",
            ["ξ", .. r.Windows.Select(w => "a = " + Percent(w.AmrRatio, "0"))],
            r.Factors.Select(
                (f, k) =>
                    (
                        IReadOnlyList<string>)[Number(f, "0.0000"), .. r.Windows.Select(w => $"{w.Learned[k]} of 7")]).Where(
                            (_, k) => k % 4 == 0));
    }

    private static string Order(RecallStatistics s) => s.Mode == RecallMode.Asynchronous ? "random" : "all at once";

    private static Figure Histogram(RecallStatistics s)
    {
        Plot plot = ReportFont.NewPlot();
        plot.Add.Bars((List<Bar>)[.. s.LastChange.GroupBy(k => k).Select(g => new Bar
        {
            Position = g.Key, Value = 100.0 * g.Count() / s.Recalls, FillColor = Colors.SteelBlue, LineWidth = 0,
        })]);
        plot.XLabel("updates of single nodes", 14);
        plot.YLabel("recalls (%)", 14);
        return Figure.Of(plot, 480, 300);
    }

    private static Figure Windows(InferenceResult r)
    {
        Plot plot = ReportFont.NewPlot();
        foreach (InferenceWindow w in r.Windows)
        {
            var line = plot.Add.ScatterLine(r.Factors.ToArray(), w.Learned.Select(n => (double)n).ToArray());
            line.LineWidth = 2;
            line.LegendText = "a = " + Percent(w.AmrRatio, "0");
        }

        plot.Add.VerticalLine(Niu2024Paper.ReferenceFactor, 1, Colors.Black, LinePattern.Dashed);
        plot.XLabel("ξ, share of the 1 T reference", 16);
        plot.YLabel("patterns learned, of 7", 16);
        plot.ShowLegend(Edge.Right);
        return Figure.Of(plot, 1000, 320);
    }
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(InferenceWindow[]))]
[JsonSerializable(typeof(RecallStatistics[]))]
internal sealed partial class InferenceJson : JsonSerializerContext;
