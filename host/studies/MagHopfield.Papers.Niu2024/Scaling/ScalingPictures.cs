using ScottPlot;

namespace MagHopfield.Papers.Niu2024.Scaling;

/// <summary>The plots of the scaling report.</summary>
internal static class ScalingPictures
{
    private static readonly Color[] Palette =
    [
        Colors.FireBrick, Colors.SteelBlue, Colors.DarkOrange, Colors.SeaGreen, Colors.MediumPurple, Colors.Black,
    ];

    /// <summary>Time of one pattern and of one G against the number of nodes, both axes logarithmic.</summary>
    public static Figure Cost(ScalingResult r)
    {
        Plot plot = ReportFont.NewPlot();
        Curve(plot, 0, "training, one pattern", r.Sizes.Select(s => (Math.Log10(s.Nodes), Math.Log10(s.LessonSeconds))));
        Curve(plot, 1, "one G, all N electrodes", r.Sizes.Select(s => (Math.Log10(s.Nodes), Math.Log10(s.ConductanceSeconds))));
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. r.Sizes.Select(s => new Tick(Math.Log10(s.Nodes), $"{s.Nodes}"))]);
        LogarithmicLeft(plot, r.Sizes.SelectMany(s => (double[])[s.LessonSeconds, s.ConductanceSeconds]));
        plot.XLabel("nodes N");
        plot.YLabel("wall-clock time (s), one thread");
        plot.ShowLegend(Edge.Bottom);
        return Figure.Of(plot, 520, 420);
    }

    /// <summary>Mean |w| against distance for each array, logarithmic.</summary>
    public static Figure Locality(ScalingResult r)
    {
        Plot plot = ReportFont.NewPlot();
        for (int k = 0; k < r.Sizes.Count; k++)
        {
            Curve(
                plot,
                k,
                $"N = {r.Sizes[k].Nodes}",
                r.Sizes[k].Locality.Where(p => p.Weight > 0).Select(p => (p.Distance, Math.Log10(p.Weight * 1e6))));
        }

        LogarithmicLeft(plot, r.Sizes.SelectMany(s => s.Locality).Where(p => p.Weight > 0).Select(p => p.Weight * 1e6));
        plot.XLabel("distance of the nodes (pitches of 0.875 µm)");
        plot.YLabel("mean |w| (µS)");
        plot.ShowLegend(Edge.Right);
        return Figure.Of(plot, 560, 420);
    }

    /// <summary>Capacity of every network against the number of nodes; what keeps far more than the others leaves the plot.</summary>
    public static Figure Capacity(ScalingResult r, PatternKind kind)
    {
        Plot plot = ReportFont.NewPlot();
        for (int k = 0; k < r.Networks.Count; k++)
        {
            // Curves that coincide stay to be seen: each a little beside the others.
            Curve(plot, k, r.Networks[k], r.Sizes.Select(s => (s.Nodes + 0.4 * k, (double)r.Capacity(s.Nodes, kind, r.Networks[k]))));
        }

        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. r.Sizes.Select(s => new Tick(s.Nodes, $"{s.Nodes}"))]);
        plot.Axes.SetLimitsY(
            -0.5, 1 + r.Sizes.Max(s => r.Networks.Where(name => name != "pseudo-inverse").Max(name => r.Capacity(s.Nodes, kind, name))));
        plot.XLabel("nodes N");
        plot.YLabel("patterns kept M");
        plot.Title(Name(kind));
        plot.ShowLegend(Edge.Bottom);
        return Figure.Of(plot, 520, 440);
    }

    /// <summary>A share of every network against the number of patterns, for one array.</summary>
    public static Figure Share(ScalingResult r, int nodes, PatternKind kind, string name, Func<ScalingScore, double> quantity)
    {
        Plot plot = ReportFont.NewPlot();
        for (int k = 0; k < r.Networks.Count; k++)
        {
            (int M, double Mean, double Deviation)[] points =
                [
                    .. r.PatternCounts(nodes, kind, r.Networks[k]).Select(
                        m => (m, r.Over(nodes, kind, r.Networks[k], m, quantity))).Select(p => (p.m, p.Item2.Mean, p.Item2.Deviation)),
                ];
            Curve(plot, k, r.Networks[k], points.Select(p => ((double)p.M, p.Mean)));
            if (k == 0)
            {
                plot.Add.ErrorBar(
                    [.. points.Select(p => (double)p.M)],
                    [.. points.Select(p => p.Mean)],
                    [.. points.Select(p => p.Deviation)]).Color = Palette[0];
            }
        }

        plot.Axes.SetLimitsY(-0.03, 1.08);
        plot.XLabel("patterns M");
        plot.YLabel(name);
        plot.Title($"N = {nodes}, {Name(kind)}");
        plot.ShowLegend(Edge.Bottom);
        return Figure.Of(plot, 520, 440);
    }

    /// <summary>A kind of patterns in words.</summary>
    internal static string Name(PatternKind kind) => kind switch
    {
        PatternKind.Random => "random patterns",
        PatternKind.Correlated => "patterns that look alike",
        _ => "patterns of connected areas",
    };

    private static void Curve(Plot plot, int index, string name, IEnumerable<(double X, double Y)> points)
    {
        (double X, double Y)[] all = [.. points];
        var line = plot.Add.Scatter(all.Select(p => p.X).ToArray(), all.Select(p => p.Y).ToArray(), Palette[index % Palette.Length]);
        line.LegendText = name;
        line.LineWidth = index == 0 ? 3 : 1.5f;
        line.MarkerSize = 6;
    }

    private static void LogarithmicLeft(Plot plot, IEnumerable<double> values)
    {
        double[] all = [.. values];
        int low = (int)Math.Floor(Math.Log10(all.Min())), high = (int)Math.Ceiling(Math.Log10(all.Max()));
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [
                .. Enumerable.Range(low, high - low + 1).Select(
                    e =>
                        new Tick(
                            e, e < -4 ? $"1e{e}" : Math.Pow(10, e).ToString("0.####", System.Globalization.CultureInfo.InvariantCulture))),
            ]);
        plot.Axes.SetLimitsY(low, high);
    }
}
