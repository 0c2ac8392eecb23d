using ScottPlot;

namespace MagHopfield.Papers.Niu2024.Convergence;

/// <summary>How much of what they may move by the reported numbers do move by, figure by figure, in each finer computation.</summary>
internal static class ConvergencePlot
{
    /// <summary>Least share that is told from none; smaller ones stand at its place.</summary>
    public const double LeastShare = 1e-3;

    private const int Width = 1000, Frame = 120, Row = 44;
    private const float MarkerSize = 9;
    private static readonly Color[] Palette = [Colors.FireBrick, Colors.SteelBlue, Colors.DarkOrange, Colors.SeaGreen];
    private static readonly MarkerShape[] Shapes =
    [
        MarkerShape.FilledSquare, MarkerShape.FilledCircle, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleUp,
    ];

    /// <summary>A row for each figure, a point for each number and finer computation, a line at what is allowed.</summary>
    /// <param name="r">The computations.</param>
    public static Figure Draw(ConvergenceResult r)
    {
        ArgumentNullException.ThrowIfNull(r);
        (string Figure, int[] Values)[] rows =
            [.. r.Runs[0].Values.Select((v, k) => (v.Figure, k)).GroupBy(v => v.Figure, v => v.k).Select(g => (g.Key, g.ToArray()))];
        Plot plot = ReportFont.NewPlot();
        double most = 1;
        for (int run = 1; run < r.Runs.Count; run++)
        {
            // The computations of a row stand below each other, in the order of the legend.
            double offset = ((double)run / r.Runs.Count) - 0.5;
            (double X, double Y)[] points =
                [
                    .. rows.SelectMany(
                        (row, place) => row.Values.Select(k => (Math.Log10(Math.Max(r.Share(run, k), LeastShare)), place + offset))),
                ];
            most = Math.Max(most, Math.Pow(10, points.Max(p => p.X)));
            var marks = plot.Add.ScatterPoints(
                points.Select(p => p.X).ToArray(), points.Select(p => p.Y).ToArray(), Palette[(run - 1) % Palette.Length].WithAlpha(0.6));
            marks.MarkerShape = Shapes[(run - 1) % Shapes.Length];
            marks.MarkerSize = MarkerSize;
            marks.LegendText = r.Runs[run].Name;
        }

        var limit = plot.Add.VerticalLine(0, 2, Colors.Black, LinePattern.Dashed);
        limit.LegendText = "allowed";
        int low = (int)Math.Round(Math.Log10(LeastShare)), high = (int)Math.Ceiling(Math.Log10(most) + 0.05);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [
                .. Enumerable.Range(low, high - low + 1).Select(
                    d => new Tick(d, (d == low ? "≤ " : "") + ReportText.Number(Math.Pow(10, d), "0.###"))),
            ]);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. rows.Select((row, place) => new Tick(place, row.Figure))]);
        plot.Axes.SetLimits(low - 0.15, high + 0.05, rows.Length - 0.4, -0.6);
        plot.XLabel("change over what is allowed");
        plot.ShowLegend(Edge.Right);
        return Figure.Of(plot, Width, Math.Max(240, Frame + (Row * rows.Length)));
    }
}
