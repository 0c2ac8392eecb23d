using ScottPlot;

namespace MagHopfield.FilmStudies.Pictures;

/// <summary>Curves with a point at each value that was computed, and axes of times that are decades apart.</summary>
public static class Curves
{
    private static readonly Color[] Palette =
    [
        Colors.FireBrick, Colors.SteelBlue, Colors.DarkOrange, Colors.SeaGreen, Colors.MediumPurple, Colors.SaddleBrown, Colors.DeepPink,
    ];

    /// <summary>Adds a curve.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="index">Its place among the curves, which sets its colour.</param>
    /// <param name="name">Its name in the legend; empty for none.</param>
    /// <param name="points">Its points.</param>
    public static void Add(Plot plot, int index, string name, IEnumerable<(double X, double Y)> points)
    {
        (double X, double Y)[] all = [.. points];
        var line = plot.Add.Scatter(all.Select(p => p.X).ToArray(), all.Select(p => p.Y).ToArray(), Palette[index % Palette.Length]);
        line.LineWidth = 2;
        line.MarkerSize = 7;
        line.LegendText = name;
    }

    /// <summary>Names the places of a bottom axis; what lies closer than a name is wide loses its name.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="width">Its width in pixels, axes and all.</param>
    /// <param name="places">Place and name of each, rising.</param>
    public static void NamePlaces(Plot plot, int width, IReadOnlyList<(double X, string Name)> places)
    {
        const double Axes = 110, Margin = 0.06;
        double span = Math.Max(places[^1].X - places[0].X, 1e-9), pixels = (width - Axes) / (span * (1 + (2 * Margin)));
        List<Tick> ticks = [];
        double free = double.NegativeInfinity;
        foreach ((double x, string name) in places)
        {
            double half = ReportFont.WidthOf(name, 13) / 2;
            bool fits = (x * pixels) - half >= free;
            ticks.Add(new Tick(x, fits ? name : ""));
            free = fits ? (x * pixels) + half + 6 : free;
        }

        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. ticks]);
        plot.Axes.SetLimitsX(places[0].X - (Margin * span), places[^1].X + (Margin * span));
    }
}
