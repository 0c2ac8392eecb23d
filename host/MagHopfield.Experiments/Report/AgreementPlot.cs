using MagHopfield.Experiments.CrossCheck;
using ScottPlot;

namespace MagHopfield.Experiments.Report;

/// <summary>Error of each element of G, relative to the largest element of its two rows, as a bar, with the budget as two lines.</summary>
internal static class AgreementPlot
{
    /// <summary>Draws the plot.</summary>
    /// <param name="rows">Elements.</param>
    /// <returns>A PNG file.</returns>
    public static byte[] Draw(IReadOnlyList<CrossCheckRow> rows)
    {
        Plot plot = ReportFont.NewPlot();
        plot.Add.Bars(rows.Select((r, k) => new Bar
        {
            Position = k,
            Value = 1e6 * r.ErrorOfRows,
            FillColor = r.Passes ? Colors.SteelBlue : Colors.FireBrick,
            LineWidth = 0,
            Error = 1e6 * r.StandardError / r.LargestOfRows,
        }).ToList());
        double budget = 1e6 * rows[0].Budget;
        plot.Add.HorizontalLine(budget, 2, Colors.Gray, LinePattern.Dashed);
        plot.Add.HorizontalLine(-budget, 2, Colors.Gray, LinePattern.Dashed);
        plot.Add.HorizontalLine(0, 1, Colors.Black);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. rows.Select((r, k) => new Tick(k, "G" + r.Pair))]);
        plot.Axes.Bottom.TickLabelStyle.FontSize = 15;
        plot.Axes.Left.TickLabelStyle.FontSize = 14;
        plot.YLabel("board − simulator (ppm)", 16);
        plot.HideGrid();
        return plot.GetImageBytes(560, 340, ImageFormat.Png);
    }
}
