using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Shared;
using ScottPlot;
using static MagHopfield.FilmStudies.Pictures.PatternText;

namespace MagHopfield.Papers.Niu2024.Spread;

/// <summary>The report of many random devices.</summary>
public sealed class SpreadStudy : PaperStudy
{
    /// <summary>Declares it.</summary>
    public SpreadStudy()
        : base("spread", "Random devices at 300 K: grains, edges, electrodes, AMR ratio; goes on after an interruption.", 7, 66)
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [.. base.Parameters, Devices, Threads];

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context) =>
        Of(new Niu2024Spread(film, new SpreadParameters()).Run(
            context.Of(Devices), context.Of(Threads), context.Store, context.Progress, context.Cancellation));

    private static readonly string[] Stages = ["right after the pulses", "after the time at zero field"];

    // Two working samples of two are what a yield of 95 % gives nine times out of ten.
    private const double Enough = 0.95;

    /// <summary>Makes the report.</summary>
    public static StudyRecord Of(SpreadResult r) => PaperRecord.Of(
        $"Niu 2024: {r.Devices.Count} random devices at {Number(r.Spread.Temperature, "0")} K",
        r.Film,
        [.. Compare(r)],
        page => Body(page, r),
        new Dictionary<string, object> { ["spread"] = r.Spread, ["devices"] = r.Devices.ToArray() },
        SpreadJson.Default.DictionaryStringObject);

    private static IEnumerable<StudyComparison> Compare(SpreadResult r)
    {
        for (int stage = 0; stage < 2; stage++)
        {
            int at = stage;
            string when = at == 0 ? Stages[0] : $"after {Number(1e9 * r.Spread.Retention, "0")} ns at zero field";
            yield return Rate(r, $"at least 95 % of devices with all seven patterns lowest, {when}", d => d.Learned(at) == 7);
            yield return Rate(
                r, $"the same with {Percent(r.Spread.MeasurementError)} of error on every G, {when}", d => d.LearnedAsMeasured(at) == 7);
        }
    }

    private static StudyComparison Rate(SpreadResult r, string quantity, Func<DeviceOutcome, bool> success)
    {
        int count = r.Devices.Count(success);
        (double low, double high) = SpreadResult.Interval(count, r.Devices.Count);
        return new StudyComparison(
            "Fig. S4: works in another sample too", quantity, "2 of 2 samples",
            $"{count} of {r.Devices.Count}, {Percent((double)count / r.Devices.Count, "0")} (interval of 95 %: {Percent(low, "0")} to "
            + $"{Percent(high, "0")})",
            count >= Enough * r.Devices.Count);
    }

    private static void Body(HtmlPage page, SpreadResult r)
    {
        SpreadParameters s = r.Spread;
        page.Paragraph(
            $"Each device: AMR ratio evenly from {Percent(s.LowestAmr, "0")} to {Percent(s.HighestAmr, "0")}; grains of "
            + $"{Nano(s.GrainSize)} with easy axes at random and an anisotropy field of "
            + $"{Number(s.GrainField, "0")} A/m; edges rough by {Nano(s.EdgeRoughness)} over {Nano(s.EdgeCorrelation)}; every electrode of "
            + $"film and gold misplaced by {Nano(s.Misplacement)} along each axis, radii "
            + $"scattered by {Percent(s.RadiusScatter, "0")} (standard deviations). {Number(s.Temperature, "0")} K during pulses of "
            + $"{Number(s.Voltage, "0.#")} V, {Nano(s.PulseTime, "s")}, and at zero field; no friction: what pins "
            + "the texture are the grains. Weights from each device's own seven matrices, taken at the same time. "
            + $"{r.Film.WithCells(s.Cells).Geometry.CellsX}×{r.Film.WithCells(s.Cells).Geometry.CellsY} cells.");
        for (int stage = 0; stage < 2; stage++)
        {
            int at = stage;
            page.Heading(Stages[at][..1].ToUpperInvariant() + Stages[at][1..]);
            page.Figures(
                ($"learned{at + 1}", Histogram(r, at), "Patterns learned of seven, exact G."),
                ($"margins{at + 1}", Scatter(r, at), "Smallest margin of each device against its AMR ratio."));
            page.Table(
                ["pattern", "learned", "learned as measured", "margin of |G<sub>12</sub>|: median", "5 %", "smallest"],
                WiringGeometry.All(4).Select((p, k) => (IReadOnlyList<string>)
                [
                    Signs(p),
                    $"{r.Devices.Count(d => d.Margins[at][k] > 0)} of {r.Devices.Count}",
                    $"{r.Devices.Count(d => d.Measured[at][k] > 0)} of {r.Devices.Count}",
                    .. ((double[])[0.5, 0.05, 0]).Select(
                        q =>
                            Percent(
                                r.Devices.Select(
                                    d => d.Margins[at][k] / d.EdgeConductance).Order().ElementAt((int)(q * (r.Devices.Count - 1))))),
                ]));
            page.Paragraph(
                $"All four gates: {r.Devices.Count(d => d.GatesRight[at] == 4)} of {r.Devices.Count} devices; three: "
                + $"{r.Devices.Count(d => d.GatesRight[at] == 3)}; two: {r.Devices.Count(d => d.GatesRight[at] == 2)}.");
        }
    }

    private static string Nano(double value, string unit = "m") => Number(1e9 * value, "0") + " n" + unit;

    private static Figure Histogram(SpreadResult r, int stage)
    {
        Plot plot = ReportFont.NewPlot();
        plot.Add.Bars((List<Bar>)[.. Enumerable.Range(0, 8).Select(n => new Bar
        {
            Position = n, Value = r.Devices.Count(d => d.Learned(stage) == n), FillColor = Colors.SteelBlue, LineWidth = 0,
        })]);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
        plot.Axes.Margins(bottom: 0);
        plot.XLabel("patterns learned, of 7", 15);
        plot.YLabel("devices", 15);
        return Figure.Of(plot, 530, 340);
    }

    private static Figure Scatter(SpreadResult r, int stage)
    {
        Plot plot = ReportFont.NewPlot();
        var points = plot.Add.ScatterPoints(
            r.Devices.Select(d => 100 * d.AmrRatio).ToArray(), r.Devices.Select(
                d => 100 * d.Margins[stage].Min() / d.EdgeConductance).ToArray());
        points.MarkerSize = 6;
        plot.Add.HorizontalLine(0, 1, Colors.Black, LinePattern.Dashed);
        plot.XLabel("AMR ratio (%)", 15);
        plot.YLabel("smallest margin / |G12| (%)", 15);
        return Figure.Of(plot, 530, 340);
    }
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(SpreadParameters))]
[JsonSerializable(typeof(DeviceOutcome[]))]
internal sealed partial class SpreadJson : JsonSerializerContext;
