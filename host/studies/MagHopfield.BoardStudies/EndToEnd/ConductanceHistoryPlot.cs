using ScottPlot;

namespace MagHopfield.BoardStudies.EndToEnd;

/// <summary>Off-diagonal elements of G against simulated time, with the measured values as points (as Niu 2024, Fig. 3a).</summary>
internal static class ConductanceHistoryPlot
{
    private const int Width = 1000, Height = 340, LegendWidth = 90, AxisWidth = 90, LegendLine = 24, MostCurves = 16;
    private const float TitleSize = 15, TitleHeight = 17;

    private static readonly Color[] Palette =
    [
        Colors.FireBrick,
        Colors.SteelBlue,
        Colors.DarkOrange,
        Colors.SeaGreen,
        Colors.MediumPurple,
        Colors.SaddleBrown,
        Colors.DeepPink,
        Colors.Gray,
    ];

    /// <summary>Says of many pairs which are drawn; empty where all are.</summary>
    /// <param name="pairs">Number of pairs.</param>
    public static string Selection(int pairs) =>
        pairs <= MostCurves ? "" : $"Of {pairs} pairs the {MostCurves} that change most are drawn. ";

    /// <summary>Draws the plot.</summary>
    /// <param name="pairs">Indices of the pairs to draw; of many, those that change most are drawn, see <see cref="Selection"/>.</param>
    /// <param name="labels">Name of each pair, as in "12".</param>
    /// <param name="times">Simulated time of each sample in seconds, one after the other over all trainings.</param>
    /// <param name="samples">G_ij in siemens of each sample and pair.</param>
    /// <param name="measuredTimes">Simulated times of the measurements in seconds.</param>
    /// <param name="measured">Measured G_ij in siemens of each measurement and pair.</param>
    /// <param name="boundaries">Start of each training in seconds and its title.</param>
    public static Figure Draw(
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
        int[] drawn = [.. pairs.OrderByDescending(p => samples.Max(s => s[p]) - samples.Min(s => s[p])).Take(MostCurves).Order()];
        foreach (int pair in drawn)
        {
            Color colour = Palette[pair % Palette.Length];
            double[] values = [.. samples.Select(s => 1e3 * s[pair])];
            var line = plot.Add.ScatterLine(nanoseconds, values, colour);
            line.LineWidth = 2;
            line.LegendText = "G" + labels[pair];
            double[] x = [.. measuredTimes.Select(t => 1e9 * t)];
            double[] y = [.. measured.Select(m => 1e3 * m[pair])];
            var points = plot.Add.ScatterPoints(x, y, colour);
            points.MarkerSize = 11;
            points.MarkerShape = MarkerShape.OpenCircle;
            points.MarkerLineWidth = 2;
        }

        Titles(plot, boundaries, times[^1] - times[0]);
        plot.XLabel("simulated time under the pulses and at zero field after them (ns)");
        plot.YLabel("G (mS)");
        plot.ShowLegend(Edge.Right);
        return Figure.Of(plot, Width, Math.Max(Height, 60 + (LegendLine * drawn.Length)) + (int)plot.Axes.Top.MinimumSize);
    }

    // Titles stand upright where they do not fit side by side, and where not even that, some are left out.
    private static void Titles(Plot plot, IReadOnlyList<(double Time, string Title)> boundaries, double span)
    {
        double perSecond = (Width - LegendWidth - AxisWidth) / span;
        float widest = boundaries.Max(b => ReportFont.WidthOf(b.Title, TitleSize));
        double[] ends = [.. boundaries.Skip(1).Select(b => b.Time), boundaries[0].Time + span];
        bool turned = boundaries.Zip(ends, (b, end) => (end - b.Time) * perSecond).Any(room => room < widest + 12);
        plot.Axes.Top.MinimumSize = turned ? widest + 16 : 34;
        double free = double.NegativeInfinity;
        foreach ((double time, string title) in boundaries)
        {
            var line = plot.Add.VerticalLine(1e9 * time, 1, Colors.Gray, LinePattern.Dashed);
            if ((time - free) * perSecond < 0)
                continue;

            free = time + ((turned ? TitleHeight + 2 : 0) / perSecond);
            line.LabelText = title;
            line.LabelRotation = turned ? -90 : 0;
            line.LabelAlignment = turned ? Alignment.MiddleLeft : Alignment.UpperLeft;
            line.LabelOppositeAxis = true;
            line.LabelBackgroundColor = Colors.Transparent;
            line.LabelFontColor = Colors.Black;
            line.LabelFontSize = TitleSize;
            line.LabelBold = false;
        }
    }
}
