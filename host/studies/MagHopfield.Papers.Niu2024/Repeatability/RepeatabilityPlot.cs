using MagHopfield.FilmStudies.Pictures;
using ScottPlot;

namespace MagHopfield.Papers.Niu2024.Repeatability;

/// <summary>How far G comes back, round by round.</summary>
internal static class RepeatabilityPlot
{
    /// <summary>
    /// For each element of G the deviation from its mean after the same pattern, root mean square over the patterns, in percent of its
    /// range.
    /// </summary>
    /// <param name="r">The visits.</param>
    public static Figure Draw(RepeatabilityResult r)
    {
        Plot plot = ReportFont.NewPlot();
        string[] names = PairName.All(r.Film.NodeCount);
        int rounds = r.Visits[0].Count;
        for (int pair = 0; pair < names.Length; pair++)
        {
            int p = pair;
            double[] means = [.. Enumerable.Range(0, r.Visits.Count).Select(k => r.Mean(k, p))];
            Curves.Add(plot, p, "G" + names[p], Enumerable.Range(0, rounds).Select(round => (
                round
                    + 1.0, 100 * Math.Sqrt(
                        r.Visits.Select((v, k) => Math.Pow(v[round].ToPairs()[p] - means[k], 2)).Average()) / r.Range(p))));
        }

        Curves.NamePlaces(plot, 580, [.. Enumerable.Range(1, rounds).Select(k => ((double)k, $"{k}"))]);
        plot.XLabel("round of all patterns");
        plot.YLabel("deviation of G (% of its range)");
        plot.ShowLegend(Edge.Right);
        return Figure.Of(plot, 580, 360);
    }
}
