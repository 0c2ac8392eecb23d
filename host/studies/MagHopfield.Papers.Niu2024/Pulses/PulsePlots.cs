using MagHopfield.FilmStudies.Pictures;
using ScottPlot;

namespace MagHopfield.Papers.Niu2024.Pulses;

/// <summary>Margin, range and change of what the pulses taught, against their length and against the duration of their edges.</summary>
internal static class PulsePlots
{
    private const int Width = 400, Height = 380;

    /// <summary>Against the longest time under the field, steep edges.</summary>
    public static Figure Lengths(IReadOnlyList<PulseTrial> trials) =>
        Draw(trials, [.. trials.Where(t => t.Rise == 0)], t => t.Width, "longest time under the field (ns)");

    /// <summary>Against the duration of each edge, after the same time under the field.</summary>
    public static Figure Edges(IReadOnlyList<PulseTrial> trials) =>
        Draw(trials, [.. trials.Where(t => t.Rise > 0)], t => t.Rise, "duration of each edge (ns)");

    private static Figure Draw(IReadOnlyList<PulseTrial> all, IReadOnlyList<PulseTrial> shown, Func<PulseTrial, double> time, string label)
    {
        (double X, string Name)[] places = [.. shown.Select(time).Distinct().Order().Select(t => (Math.Log10(t), Number(1e9 * t, "0.##")))];
        return Figure.Of(
            [
                Panel("smallest margin (µS·V²)", t => t.Margin, true),
                Panel("range of G12 (µS)", t => t.EdgeRange, false),
                Panel(
                    "largest change of G (µS)",
                    t => t.LargestChange(all.Where(o => o.Film == t.Film && o.Rise == 0).MaxBy(o => o.Width)!),
                    false),
            ],
            3, Width, Height);

        Plot Panel(string quantity, Func<PulseTrial, double> value, bool withZero)
        {
            Plot plot = ReportFont.NewPlot();
            int index = 0;
            foreach (IGrouping<string, PulseTrial> film in shown.GroupBy(t => t.Film))
                Curves.Add(plot, index++, film.Key, film.OrderBy(time).Select(t => (Math.Log10(time(t)), 1e6 * value(t))));

            if (withZero)
                plot.Add.HorizontalLine(0, 1, Colors.Black, LinePattern.Dashed);

            Curves.NamePlaces(plot, Width, places);
            plot.XLabel(label);
            plot.YLabel(quantity);
            plot.Legend.Orientation = Orientation.Vertical;
            plot.ShowLegend(Edge.Bottom);
            return plot;
        }
    }
}
