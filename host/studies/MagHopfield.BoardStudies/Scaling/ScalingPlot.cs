using System.Globalization;
using ScottPlot;

namespace MagHopfield.BoardStudies.Scaling;

/// <summary>Cost and measuring time of boards against their number of nodes.</summary>
public static class ScalingPlot
{
    private const int Width = 520, Height = 400;

    /// <summary>Draws both, all axes logarithmic.</summary>
    /// <param name="rows">Rows of the table.</param>
    public static Figure Draw(IReadOnlyList<ScalingRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Plot cost = Panel(rows, "rough cost (EUR)");
        Curve(cost, "parts", Colors.SteelBlue, rows.Select(r => (r.Nodes, r.Euro)));
        Decades(cost, rows.Select(r => r.Euro));
        Plot time = Panel(rows, "time of a round of G (s)");
        Curve(time, "KELVin", Colors.FireBrick, rows.Select(r => (r.Nodes, r.Seconds)));
        Curve(time, "SEVen", Colors.DarkOrange, rows.Where(r => r.SevenSeconds is not null).Select(r => (r.Nodes, r.SevenSeconds!.Value)));
        Decades(time, rows.Select(r => r.Seconds).Concat(rows.Select(r => r.SevenSeconds).OfType<double>()));
        return Figure.Of([cost, time], 2, Width, Height);
    }

    private static Plot Panel(IReadOnlyList<ScalingRow> rows, string quantity)
    {
        Plot plot = ReportFont.NewPlot();
        plot.XLabel("nodes N");
        plot.YLabel(quantity);
        double[] x = [.. rows.Select(r => Math.Log10(r.Nodes))];
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. rows.Select((r, k) => new Tick(x[k], r.Nodes.ToString(CultureInfo.InvariantCulture)))]);
        plot.Axes.SetLimitsX(x.Min() - 0.08, x.Max() + 0.08);
        plot.ShowLegend(Alignment.UpperLeft);
        return plot;
    }

    private static void Curve(Plot plot, string name, Color colour, IEnumerable<(int Nodes, double Value)> points)
    {
        (int Nodes, double Value)[] all = [.. points];
        var line = plot.Add.Scatter(all.Select(p => Math.Log10(p.Nodes)).ToArray(), all.Select(p => Math.Log10(p.Value)).ToArray(), colour);
        line.LineWidth = 2;
        line.MarkerSize = 8;
        line.LegendText = name;
    }

    private static void Decades(Plot plot, IEnumerable<double> values)
    {
        double[] all = [.. values];
        int low = (int)Math.Floor(Math.Log10(all.Min())), high = (int)Math.Ceiling(Math.Log10(all.Max()));
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [
                .. Enumerable.Range(low, high - low + 1).Select(
                    e => new Tick(e, Math.Pow(10, e).ToString("0.####", CultureInfo.InvariantCulture))),
            ]);
        plot.Axes.SetLimitsY(low, high + 0.05);
    }
}
