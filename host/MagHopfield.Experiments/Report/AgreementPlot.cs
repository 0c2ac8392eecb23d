using MagHopfield.Experiments.CrossCheck;
using ScottPlot;

namespace MagHopfield.Experiments.Report;

/// <summary>
/// Error of each element of G, relative to the largest element of its two rows, as a bar with the stated standard error as a whisker, and
/// the budget as two lines.
/// </summary>
internal static class AgreementPlot
{
    /// <summary>Draws the elements of one measurement.</summary>
    /// <param name="rows">Elements.</param>
    /// <returns>A PNG file.</returns>
    public static byte[] Draw(IReadOnlyList<CrossCheckRow> rows)
    {
        Plot plot = ReportFont.NewPlot();
        AddBars(plot, rows, 0);
        Frame(plot, rows, [.. rows.Select((r, k) => new Tick(k, "G" + r.Pair))]);
        return plot.GetImageBytes(560, 340, ImageFormat.Png);
    }

    /// <summary>Draws many measurements side by side.</summary>
    /// <param name="lessons">Name and elements of each.</param>
    /// <returns>A PNG file.</returns>
    public static byte[] Many(IReadOnlyList<(string Name, IReadOnlyList<CrossCheckRow> Rows)> lessons)
    {
        Plot plot = ReportFont.NewPlot();
        int width = lessons[0].Rows.Count + 2;
        for (int k = 0; k < lessons.Count; k++)
        {
            AddBars(plot, lessons[k].Rows, k * width);
        }

        Frame(plot, [.. lessons.SelectMany(l => l.Rows)], [.. lessons.Select((l, k) => new Tick((k * width) + ((width - 3) / 2.0), l.Name))]);
        return plot.GetImageBytes(1200, 360, ImageFormat.Png);
    }

    private static void AddBars(Plot plot, IReadOnlyList<CrossCheckRow> rows, int first)
    {
        plot.Add.Bars(rows.Select((r, k) => new Bar
        {
            Position = first + k,
            Value = 1e6 * r.ErrorOfRows,
            FillColor = r.Passes ? Colors.SteelBlue : Colors.FireBrick,
            LineWidth = 0,
        }).ToList());

        // A bar's own whisker is drawn in the width of its outline, which is none here.
        CrossCheckRow[] stated = [.. rows.Where(r => r.StandardError > 0)];
        if (stated.Length > 0)
        {
            var whiskers = plot.Add.ErrorBar(
                [.. rows.Select((_, k) => (double)(first + k))],
                [.. rows.Select(r => 1e6 * r.ErrorOfRows)],
                [.. rows.Select(r => 1e6 * r.StandardError / r.LargestOfRows)]);
            whiskers.Color = Colors.Black;
            whiskers.LineWidth = 1.5f;
            whiskers.CapSize = 5;
        }
    }

    private static void Frame(Plot plot, IReadOnlyList<CrossCheckRow> rows, Tick[] ticks)
    {
        double budget = 1e6 * rows[0].Budget;
        plot.Add.HorizontalLine(budget, 2, Colors.Gray, LinePattern.Dashed);
        plot.Add.HorizontalLine(-budget, 2, Colors.Gray, LinePattern.Dashed);
        plot.Add.HorizontalLine(0, 1, Colors.Black);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(ticks);
        plot.Axes.Bottom.TickLabelStyle.FontSize = 15;
        plot.Axes.Left.TickLabelStyle.FontSize = 14;
        plot.YLabel("board − simulator (ppm)", 16);
        plot.HideGrid();
    }
}
