using ScottPlot;

namespace MagHopfield.Experiments.Report;

/// <summary>All off-diagonal elements of G against simulated time, with the measured values as points (as Niu 2024, Fig. 3a).</summary>
internal static class ConductanceHistoryPlot
{
    private static readonly Color[] Palette =
    [
        Colors.FireBrick, Colors.SteelBlue, Colors.DarkOrange, Colors.SeaGreen, Colors.MediumPurple, Colors.SaddleBrown, Colors.DeepPink, Colors.Gray,
    ];

    /// <summary>Draws the plot.</summary>
    /// <param name="pairs">Indices of the pairs to draw.</param>
    /// <param name="labels">Name of each pair, as in "12".</param>
    /// <param name="times">Simulated time of each sample in seconds, one after the other over all trainings.</param>
    /// <param name="samples">G_ij in siemens of each sample and pair.</param>
    /// <param name="measuredTimes">Simulated times of the measurements in seconds.</param>
    /// <param name="measured">Measured G_ij in siemens of each measurement and pair.</param>
    /// <param name="boundaries">Start of each training in seconds and its title.</param>
    /// <returns>A PNG file.</returns>
    public static byte[] Draw(
        IReadOnlyList<int> pairs,
        IReadOnlyList<string> labels,
        IReadOnlyList<double> times,
        IReadOnlyList<double[]> samples,
        IReadOnlyList<double> measuredTimes,
        IReadOnlyList<double[]> measured,
        IReadOnlyList<(double Time, string Title)> boundaries)
    {
        Plot plot = ReportFont.NewPlot();
        double[] nanoseconds = [.. times.Select(t => 1e9 * t)];
        foreach (int pair in pairs)
        {
            Color colour = Palette[pair % Palette.Length];
            double[] values = [.. samples.Select(s => 1e3 * s[pair])];
            var line = plot.Add.ScatterLine(nanoseconds, values, colour);
            line.LineWidth = 2;
            line.LegendText = $"G{Subscript(labels[pair])}";
            double[] x = [.. measuredTimes.Select(t => 1e9 * t)];
            double[] y = [.. measured.Select(m => 1e3 * m[pair])];
            var points = plot.Add.ScatterPoints(x, y, colour);
            points.MarkerSize = 11;
            points.MarkerShape = MarkerShape.OpenCircle;
            points.MarkerLineWidth = 2;
        }

        foreach ((double time, string title) in boundaries)
        {
            var line = plot.Add.VerticalLine(1e9 * time, 1, Colors.Gray, LinePattern.Dashed);
            line.LabelText = title;
            line.LabelAlignment = Alignment.UpperLeft;
            line.LabelOppositeAxis = true;
            line.LabelBackgroundColor = Colors.Transparent;
            line.LabelFontColor = Colors.Black;
            line.LabelFontSize = 15;
        }

        plot.Axes.Top.MinimumSize = 34;
        plot.XLabel("simulated time under the pulses and at zero field after them (ns)", 16);
        plot.YLabel("G (mS)", 16);
        plot.Legend.FontSize = 15;
        plot.ShowLegend(Edge.Right);
        return plot.GetImageBytes(1000, 340, ImageFormat.Png);
    }

    private static string Subscript(string digits) =>
        string.Concat(digits.Select(d => char.IsAsciiDigit(d) ? (char)('₀' + (d - '0')) : d));
}
