using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Rules;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Shared;
using ScottPlot;

namespace MagHopfield.Papers.Niu2024.Letters.Figure5;

/// <summary>The pictures of Fig. 5.</summary>
internal static class Figure5Pictures
{
    private static readonly Color[] Palette = [Colors.FireBrick, Colors.SteelBlue, Colors.DarkOrange, Colors.SeaGreen, Colors.MediumPurple];

    /// <summary>Similarity, exact recall and no recall against x, each with its spread over the seeds.</summary>
    public static Figure Accuracy(
        string xLabel,
        IReadOnlyList<double> x,
        IReadOnlyList<(string Name, (double Mean, double Deviation)[] Y)> curves,
        double? paper = null)
    {
        Plot plot = ReportFont.NewPlot();
        for (int k = 0; k < curves.Count; k++)
        {
            double[] mean = [.. curves[k].Y.Select(y => y.Mean)];
            var line = plot.Add.ScatterLine(x.ToArray(), mean, Palette[k % Palette.Length]);
            line.LegendText = curves[k].Name;
            line.LineWidth = 2;
            line.LinePattern = k < 2 ? LinePattern.Solid : LinePattern.Dashed;
            var bars = plot.Add.ErrorBar(x.ToArray(), mean, [.. curves[k].Y.Select(y => y.Deviation)]);
            bars.Color = Palette[k % Palette.Length];

            // Points of their own, after the solid bars: those of a dashed line would be drawn dashed.
            plot.Add.ScatterPoints(x.ToArray(), mean, Palette[k % Palette.Length]).MarkerSize = 7;
        }

        if (paper is double value)
        {
            var line = plot.Add.HorizontalLine(value, 1, Colors.Gray, LinePattern.Dotted);
            line.LegendText = "the paper's similarity";
        }

        plot.Axes.SetLimitsY(0, 1.05);
        ReportFont.WholeTicks(plot.Axes.Bottom);
        plot.XLabel(xLabel);
        plot.YLabel("share of test images");
        plot.ShowLegend(Edge.Right);
        return Figure.Of(plot, 720, 330);
    }

    /// <summary>Weights as a heat map: red couples equal signs, blue opposite ones.</summary>
    public static Figure Weights(WeightMatrix weights)
    {
        int n = weights.NodeCount;
        double[,] micro = new double[n, n];
        double largest = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                micro[i, j] = 1e6 * weights[i, j];
                largest = Math.Max(largest, Math.Abs(micro[i, j]));
            }
        }

        Plot plot = ReportFont.NewPlot();
        var map = plot.Add.Heatmap(micro);
        map.Colormap = new ScottPlot.Colormaps.Balance();
        map.ManualRange = new ScottPlot.Range(-largest, largest);
        map.Extent = new CoordinateRect(0.5, n + 0.5, 0.5, n + 0.5);
        ReportFont.AddColourBar(plot, map, "w (µS)");
        plot.Axes.SetLimits(0.5, n + 0.5, 0.5, n + 0.5);
        plot.Axes.InvertY();
        plot.XLabel("node j");
        plot.YLabel("node i");
        return Figure.Of(plot, 520, 430);
    }

    /// <summary>Says which pairs <see cref="Training"/> draws.</summary>
    public static string Selection(PatternSet set)
    {
        int all = Neighbours(set).Count();
        return all <= Palette.Length
            ? "G of all neighbours"
            : $"G of {Palette.Length} of {all} pairs of neighbours, those on which the letters disagree most";
    }

    /// <summary>Elements of G of some pairs side by side after each letter.</summary>
    public static Figure Training(LetterHistory history, PatternSet set)
    {
        // The pairs where the letters disagree most are those that have something to learn: as many pairs as colours.
        (int I, int J)[] pairs =
        [
            .. Neighbours(set).OrderBy(p => Math.Abs(set.Patterns.Sum(x => x[p.I] * x[p.J]))).ThenBy(p => p.I).Take(Palette.Length),
        ];
        Plot plot = ReportFont.NewPlot();
        double[] x = [.. Enumerable.Range(1, history.Lessons.Count).Select(k => k / (double)set.Count)];
        for (int k = 0; k < pairs.Length; k++)
        {
            (int i, int j) = pairs[k];
            var line = plot.Add.Scatter(x, [.. history.Lessons.Select(l => 1e3 * l.Conductance[i, j])], Palette[k]);
            line.LegendText = $"G {i + 1},{j + 1}";
            line.LineWidth = 1.5f;
            line.MarkerSize = 4;
        }

        ReportFont.WholeTicks(plot.Axes.Bottom);
        plot.XLabel("epoch; a point after every letter");
        plot.YLabel("G (mS)");
        plot.ShowLegend(Edge.Right);
        return Figure.Of(plot, 720, 300);
    }

    private static IEnumerable<(int I, int J)> Neighbours(PatternSet set) => Enumerable.Range(0, set.NodeCount)
        .SelectMany(
            i =>
                ((int[])[i + 1, i + set.Columns]).Where(
                    j => j < set.NodeCount && NodeDistance.Of(i, j, set.Columns) < 1.01).Select(j => (i, j)));

    /// <summary>Textures after the letters of an epoch, each with the letter's signs at the electrodes.</summary>
    public static Figure Textures(FilmParameters film, IEnumerable<LetterTexture> textures, PatternSet set) => FilmPicture.Textures(
        FilmPlan.Outline(film),
        [.. textures.Select(t => new FilmPicture.Magnetisation(
            $"epoch {t.Epoch}, {set.Labels[t.Pattern]}",
            Array.ConvertAll(t.X, v => (double)v),
            Array.ConvertAll(t.Y, v => (double)v),
            Array.ConvertAll(t.Z, v => (double)v),
            set.Patterns[t.Pattern]))]);
}
