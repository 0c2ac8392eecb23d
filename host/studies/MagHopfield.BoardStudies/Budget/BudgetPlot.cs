using ScottPlot;

namespace MagHopfield.BoardStudies.Budget;

/// <summary>Contributions as bars, predicted beside observed, one panel a way to measure.</summary>
public static class BudgetPlot
{
    private const double Floor = 1e-3;

    /// <summary>Draws the bars of the edges.</summary>
    /// <param name="runs">Ways to measure; the first three are drawn.</param>
    public static Figure Draw(IReadOnlyList<BudgetRun> runs)
    {
        Plot[] panels = [.. runs.Take(3).Select(Panel)];
        return Figure.Of(panels, panels.Length, 520, 560);
    }

    private static Plot Panel(BudgetRun run)
    {
        Plot plot = ReportFont.NewPlot();
        List<(string Name, double Predicted, double? Observed)> rows =
        [
            .. run.Budget.Contributions.Select(c => (BudgetDocument.NameOf(c.Source), c.Edge, run.Of(c.Source)?.Edge)),
            ("all together", run.Budget.Total.Edge, run.Total.Edge),
        ];
        List<Bar> bars = [];
        List<Tick> ticks = [];
        for (int i = 0; i < rows.Count; i++)
        {
            double at = rows.Count - 1 - i;
            bars.Add(BarOf(at + 0.2, rows[i].Predicted, Colors.SteelBlue));
            if (rows[i].Observed is double seen)
                bars.Add(BarOf(at - 0.2, seen, Colors.DarkOrange));

            ticks.Add(new Tick(at, rows[i].Name));
        }

        plot.Add.Bars(bars).Horizontal = true;
        plot.Add.VerticalLine(Math.Log10(500 / Floor), 1.5f, Colors.FireBrick, LinePattern.Dashed);
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. ticks]);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [
                .. Enumerable.Range(-3, 7).Select(
                    e =>
                        new Tick(
                            e + 3, e switch { -3 => "0.001", -2 => "0.01", -1 => "0.1", 0 => "1", 1 => "10", 2 => "100", _ => "1000" })),
            ]);
        plot.Axes.SetLimits(0, 6, -0.7, rows.Count - 0.3);
        plot.Axes.Right.MinimumSize = 30; // half of the last number
        plot.XLabel("error of an edge of G (ppm, 1σ)");
        plot.Title(run.Budget.Case.Name);
        plot.Legend.ManualItems.AddRange(
        [
            new LegendItem { LabelText = "predicted", FillColor = Colors.SteelBlue },
            new LegendItem { LabelText = "observed", FillColor = Colors.DarkOrange },
            new LegendItem
            {
                LabelText = "specification",
                LineColor = Colors.FireBrick,
                LineWidth = 1.5f,
                LinePattern = LinePattern.Dashed,
            },
        ]);
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.ShowLegend(Edge.Bottom);
        return plot;
    }

    private static Bar BarOf(double position, double value, Color colour) => new()
    {
        Position = position,
        Size = 0.36,
        Value = Math.Log10(Math.Max(value * 1e6, Floor) / Floor),
        FillColor = colour,
        LineWidth = 0,
    };
}
