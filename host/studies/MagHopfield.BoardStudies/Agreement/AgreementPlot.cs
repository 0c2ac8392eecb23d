using ScottPlot;

namespace MagHopfield.BoardStudies.Agreement;

/// <summary>
/// Error of each element of G, relative to the largest element of its two rows, as a bar with the stated standard error as a whisker, and
/// the budget as two lines. Every bar bears the name of its element.
/// </summary>
internal static class AgreementPlot
{
    private const int Frame = 110, NameWidth = 36, TurnedWidth = 20, MostUpright = 10, MostInRow = 48, Widest = 1080;
    private const int Height = 300, SmallHeight = 240;

    /// <summary>Draws the elements of one measurement.</summary>
    /// <param name="rows">Elements.</param>
    public static Figure Draw(IReadOnlyList<CrossCheckRow> rows)
    {
        double limit = Limit(rows);
        Plot[] plots = [.. rows.Chunk(MostInRow).Select(part => Panel(part, "", limit))];
        return Figure.Of(plots, 1, Math.Max(480, Width(Math.Min(rows.Count, MostInRow))), Height);
    }

    /// <summary>Draws many measurements side by side, all on one scale.</summary>
    /// <param name="lessons">Name and elements of each.</param>
    public static Figure Many(IReadOnlyList<(string Name, IReadOnlyList<CrossCheckRow> Rows)> lessons)
    {
        double limit = lessons.Max(l => Limit(l.Rows));
        int width = Width(lessons.Max(l => Math.Min(l.Rows.Count, MostInRow)));
        Plot[] plots = [.. lessons.SelectMany(l => l.Rows.Chunk(MostInRow).Select(part => Panel(part, l.Name, limit)))];
        return Figure.Of(plots, Math.Clamp(Widest / width, 1, plots.Length), width, SmallHeight);
    }

    private static int Width(int bars) => Frame + (bars * (bars > MostUpright ? TurnedWidth : NameWidth));

    // Room for the budget and for every bar with its whisker.
    private static double Limit(IReadOnlyList<CrossCheckRow> rows) =>
        1.15e6 * rows.Max(r => Math.Max(r.Budget, Math.Abs(r.ErrorOfRows) + (r.StandardError / r.LargestOfRows)));

    private static Plot Panel(IReadOnlyList<CrossCheckRow> rows, string title, double limit)
    {
        Plot plot = ReportFont.NewPlot();
        plot.Add.Bars(rows.Select((r, k) => new Bar
        {
            Position = k,
            Value = 1e6 * r.ErrorOfRows,
            FillColor = r.Passes ? Colors.SteelBlue : Colors.FireBrick,
            LineWidth = 0,
        }).ToList());

        // A bar's own whisker is drawn in the width of its outline, which is none here.
        if (rows.Any(r => r.StandardError > 0))
        {
            var whiskers = plot.Add.ErrorBar(
                [.. rows.Select((_, k) => (double)k)],
                [.. rows.Select(r => 1e6 * r.ErrorOfRows)],
                [.. rows.Select(r => 1e6 * r.StandardError / r.LargestOfRows)]);
            whiskers.Color = Colors.Black;
            whiskers.LineWidth = 1.5f;
            whiskers.CapSize = 5;
        }

        double budget = 1e6 * rows[0].Budget;
        plot.Add.HorizontalLine(budget, 2, Colors.Gray, LinePattern.Dashed);
        plot.Add.HorizontalLine(-budget, 2, Colors.Gray, LinePattern.Dashed);
        plot.Add.HorizontalLine(0, 1, Colors.Black);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. rows.Select((r, k) => new Tick(k, "G" + r.Pair))]);
        if (rows.Count > MostUpright)
        {
            plot.Axes.Bottom.TickLabelStyle.Rotation = -90;
            plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
            plot.Axes.Bottom.MinimumSize = 64;
        }

        plot.Axes.SetLimits(-0.8, rows.Count - 0.2, -limit, limit);
        if (title.Length > 0)
            plot.Title(title);

        plot.YLabel(title.Length > 0 ? "error (ppm)" : "board − simulator (ppm)");
        plot.HideGrid();
        return plot;
    }
}
