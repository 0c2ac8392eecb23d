using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Papers.Niu2024.FourNodes;
using ScottPlot;
using static MagHopfield.FilmStudies.Pictures.PatternText;

namespace MagHopfield.Papers.Niu2024.Figure4;

/// <summary>Margin of each pattern against the time at zero field since its pulse.</summary>
internal static class RetentionPlot
{
    private const int Width = 580, Height = 380;

    /// <summary>Draws one film.</summary>
    /// <param name="run">Its patterns.</param>
    /// <param name="name">Its name.</param>
    public static Figure Draw(SevenPatterns run, string name)
    {
        Plot plot = ReportFont.NewPlot();
        double[] times = [.. run.Patterns[0].Stages.Select(s => s.Time)];
        IReadOnlyList<EnergyLandscape>[] margins = [.. Enumerable.Range(0, times.Length).Select(stage => run.Landscapes(stage, stage))];
        double[] places = [.. Enumerable.Range(0, times.Length).Select(stage => (double)stage)];
        for (int k = 0; k < run.Patterns.Count; k++)
            Curves.Add(plot, k, Signs(run.Patterns[k].Pattern), places.Select((x, stage) => (x, 1e6 * margins[stage][k].Margin)));

        plot.Add.HorizontalLine(0, 1, Colors.Black, LinePattern.Dashed);

        // Times lie decades apart and begin at zero: each has a place of its own.
        Curves.NamePlaces(plot, Width, [.. places.Select((x, stage) => (x, Number(1e9 * times[stage], "0.##")))]);
        plot.XLabel("time at zero field (ns), not to scale");
        plot.YLabel("margin (µS·V²)");
        plot.Title(name);
        plot.ShowLegend(Edge.Right);
        return Figure.Of(plot, Width, Height);
    }
}
