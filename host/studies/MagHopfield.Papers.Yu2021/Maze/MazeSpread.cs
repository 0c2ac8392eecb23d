using MathNet.Numerics.Statistics;
using ScottPlot;

namespace MagHopfield.Papers.Yu2021.Maze;

/// <summary>Mean and standard deviation over mazes, in words and as curves in time.</summary>
internal static class MazeSpread
{
    /// <summary>Standard deviation of a sample; 0 of one value.</summary>
    public static double Deviation(IReadOnlyCollection<double> values) => values.Count < 2 ? 0 : values.StandardDeviation();

    /// <summary>Shares as "+2.4 % ± 2.2 %".</summary>
    public static string Text(IReadOnlyCollection<double> shares) => Text(shares.Average(), Deviation(shares));

    /// <summary>A mean share and its standard deviation.</summary>
    public static string Text(double mean, double deviation) => $"{Signed(mean)} ± {Percent(deviation, "0.0")}";

    /// <summary>A share with its sign.</summary>
    public static string Signed(double share) => Percent(share, "+0.0;-0.0;0.0");

    /// <summary>A value of a course. A maze that came to rest ends before its time, and stays as it is.</summary>
    public static double At(double[] course, int k) => course[Math.Min(k, course.Length - 1)];

    /// <summary>Change of |G| against time, mean and a band of one standard deviation, for some kinds of courses.</summary>
    /// <param name="times">Times in seconds.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="kinds">Colour, name and courses, in shares, of each kind.</param>
    public static Figure Plot(double[] times, int height, params ReadOnlySpan<(Color Colour, string Name, double[][] Courses)> kinds)
    {
        Plot plot = ReportFont.NewPlot();
        double[] ns = [.. times.Select(t => 1e9 * t)];
        foreach ((Color colour, string name, double[][] courses) in kinds)
        {
            double[] mean = [.. ns.Select((_, k) => 100 * courses.Average(c => At(c, k)))];
            double[] spread = [.. ns.Select((_, k) => 100 * Deviation([.. courses.Select(c => At(c, k))]))];
            var band = plot.Add.FillY(ns, [.. mean.Zip(spread, (m, s) => m - s)], [.. mean.Zip(spread, (m, s) => m + s)]);
            band.FillColor = colour.WithAlpha(0.15);
            band.LineWidth = 0;
            var line = plot.Add.ScatterLine(ns, mean, colour);
            line.LineWidth = 2;
            line.LegendText = name;
        }

        plot.Add.HorizontalLine(0, 1, Colors.Gray);
        plot.XLabel("time (ns)", 16);
        plot.YLabel("change of |G| (%)", 16);
        plot.ShowLegend(Edge.Right);
        return Figure.Of(plot, 1000, height);
    }
}
