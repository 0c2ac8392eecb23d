using MagHopfield.Reports;
using ScottPlot;

namespace MagHopfield.Validation;

/// <summary>The plots of the report: our curves as lines, published values as points and bands.</summary>
internal static class ProblemPlots
{
    private static readonly Color[] Components = [Colors.FireBrick, Colors.SeaGreen, Colors.SteelBlue];
    private static readonly string[] Names = ["⟨mx⟩", "⟨my⟩", "⟨mz⟩"];
    private static readonly string[] Authors = ["Streibl et al.", "McMichael et al.", "López-Díaz et al.", "Donahue, McMichael"];
    private static readonly MarkerShape[] Shapes =
        [MarkerShape.OpenTriangleUp, MarkerShape.OpenSquare, MarkerShape.OpenDiamond, MarkerShape.OpenCircle];

    public static Figure Reversal(PublishedTable ours, PublishedTable mean, PublishedTable? oommf, string title)
    {
        Plot plot = ReportFont.NewPlot();
        double[] t = mean.Column(0, 1e9);
        for (int c = 0; c < 3; c++)
        {
            double[] m = mean.Column(c + 1), e = mean.Column(c + 4);
            var band = plot.Add.FillY(t, [.. m.Select((v, i) => v - e[i])], [.. m.Select((v, i) => v + e[i])]);
            band.FillColor = Components[c].WithAlpha(0.22);
            band.LineWidth = 0;
            band.LegendText = c == 0 ? "µMAG submissions" : "";
            Line(plot, ours.Column(0, 1e9), ours.Column(c + 1), Components[c], Names[c] + ", ours");
            if (oommf is not null)
                Points(
                    plot, oommf.Column(0, 1e9), oommf.Column(c + 1), Components[c], MarkerShape.OpenCircle, c == 0 ? "OOMMF, 2.5 nm" : "");
        }
        plot.Title(title);
        plot.Axes.SetLimits(0, 1, -1.05, 1.05);
        return Finish(plot, "t (ns)", "average magnetisation", 1090, 380, Edge.Right);
    }

    public static Figure Vortex(PublishedTable ours, PublishedTable fidimag)
    {
        Plot plot = ReportFont.NewPlot();
        for (int c = 0; c < 3; c++)
        {
            Line(plot, ours.Column(0, 1e9), ours.Column(c + 1), Components[c], Names[c] + ", ours");
            Points(plot, fidimag.Column(0, 1e9), fidimag.Column(c + 1), Components[c], MarkerShape.OpenCircle, c == 0 ? "fidimag" : "");
        }
        Points(plot, [1, 1, 1], [-0.23480, -0.09454, 0.02296], Colors.Black, MarkerShape.OpenSquare, "mumax3 at 1 ns", 12);
        return Finish(plot, "t (ns)", "average magnetisation", 720, 400, Edge.Right);
    }

    public static Figure Spiral(PublishedTable ours, PublishedTable fidimag)
    {
        Plot plot = ReportFont.NewPlot();
        Line(plot, ours.Column(1), ours.Column(2), Colors.FireBrick, "ours");
        Points(plot, fidimag.Column(1), fidimag.Column(2), Colors.SteelBlue, MarkerShape.OpenCircle, "fidimag");
        return Finish(plot, "⟨mx⟩", "⟨my⟩", 360, 400, Alignment.LowerRight);
    }

    public static Figure Coercivity(PublishedTable published, List<(double D, double Mx, double My, double Hc)> ours)
    {
        Plot plot = ReportFont.NewPlot();
        Authored(plot, published, 4, Colors.SteelBlue, true);
        Ours(plot, [.. ours.Select(o => o.D)], [.. ours.Select(o => o.Hc)], Colors.FireBrick, "ours");
        var theory = plot.Add.HorizontalLine(0.05707, 1, Colors.Gray, LinePattern.Dashed);
        theory.LegendText = "limit of small d";
        plot.Axes.SetLimits(0, 32, 0.04, 0.066);
        return Finish(plot, "d / exchange length", "coercive field Hc/Ms", 540, 420, Alignment.LowerLeft);
    }

    public static Figure Remanence(PublishedTable published, List<(double D, double Mx, double My, double Hc)> ours)
    {
        Plot plot = ReportFont.NewPlot();
        Authored(plot, published, 3, Colors.SteelBlue, true);
        Ours(plot, [.. ours.Select(o => o.D)], [.. ours.Select(o => o.My)], Colors.FireBrick, "ours, ⟨my⟩");
        plot.Axes.SetLimits(0, 32, -0.005, 0.1);
        return Finish(plot, "d / exchange length", "remanence ⟨my⟩", 540, 420, Alignment.LowerRight);
    }

    public static Figure Energies(double[] lengths, StandardProblem3.Energies[][] curves, PublishedTable published)
    {
        Plot plot = ReportFont.NewPlot();
        string[] states = ["flower", "vortex"];
        for (int s = 0; s < 2; s++)
            Line(plot, lengths, [.. curves[s].Select(e => e.Total)], Components[s * 2], states[s] + ", ours");
        Points(plot, [8.47], [0.3027], Colors.Black, MarkerShape.OpenSquare, "Rave et al.: 8.47, 0.3027", 12);
        double[] finest = published[published.Count - 1];
        Points(plot, [finest[1]], [finest[2]], Colors.SeaGreen, MarkerShape.OpenCircle, $"Martins et al., {finest[0]}³ cells", 12);
        return Finish(plot, "edge / exchange length", "energy / (½ µ₀Ms² L³)", 540, 420, Alignment.LowerLeft);
    }

    public static Figure Limits(PublishedTable published, List<(int N, double L, double E)> ours, double extrapolated)
    {
        Plot plot = ReportFont.NewPlot();
        Points(
            plot,
            [.. published.Column(0).Select(n => 1e4 / (n * n))],
            published.Column(1),
            Colors.SteelBlue,
            MarkerShape.OpenCircle,
            "Martins et al., µMAG",
            9);
        Ours(plot, [.. ours.Select(o => 1e4 / ((double)o.N * o.N))], [.. ours.Select(o => o.L)], Colors.FireBrick, "ours");
        Points(plot, [0], [extrapolated], Colors.FireBrick, MarkerShape.FilledDiamond, $"ours, extrapolated: {extrapolated:0.000}", 12);
        var line = plot.Add.HorizontalLine(8.47, 1, Colors.Black, LinePattern.Dashed);
        line.LegendText = "Rave et al.: 8.47";
        return Finish(plot, "10⁴ / N²,  N³ cells", "single-domain limit / exchange length", 540, 420, Alignment.LowerLeft);
    }

    private static void Authored(Plot plot, PublishedTable published, int column, Color colour, bool legend)
    {
        for (int author = 1; author <= 4; author++)
        {
            double[][] rows = [.. published.Where(r => r[0] == author && !double.IsNaN(r[column]) && r[1] <= 32)];
            Color own = author == 4 ? Colors.Black : colour.WithAlpha(0.75);
            Points(
                plot,
                [.. rows.Select(r => r[1])],
                [.. rows.Select(r => r[column])],
                own,
                Shapes[author - 1],
                legend ? Authors[author - 1] : "",
                8);
        }
    }

    private static void Ours(Plot plot, double[] x, double[] y, Color colour, string legend)
    {
        var line = plot.Add.Scatter(x, y, colour);
        line.LineWidth = 2;
        line.MarkerShape = MarkerShape.FilledCircle;
        line.MarkerSize = 7;
        line.LegendText = legend;
    }

    // Of points at the same x the last: a state before it has settled is no part of the curve.
    private static void Line(Plot plot, double[] x, double[] y, Color colour, string legend)
    {
        int[] last = [.. Enumerable.Range(0, x.Length).Where(i => i == x.Length - 1 || x[i] != x[i + 1])];
        var line = plot.Add.ScatterLine(last.Select(i => x[i]).ToArray(), last.Select(i => y[i]).ToArray(), colour);
        line.LineWidth = 2;
        line.LegendText = legend;
    }

    private static void Points(Plot plot, double[] x, double[] y, Color colour, MarkerShape shape, string legend, float size = 7)
    {
        var points = plot.Add.ScatterPoints(x, y, colour);
        points.MarkerShape = shape;
        points.MarkerSize = size;
        points.MarkerLineWidth = 1.5f;
        points.LegendText = legend;
    }

    private static Figure Finish(Plot plot, string x, string y, int width, int height, Edge legend)
    {
        plot.ShowLegend(legend);
        return Finish(plot, x, y, width, height);
    }

    private static Figure Finish(Plot plot, string x, string y, int width, int height, Alignment legend)
    {
        plot.ShowLegend(legend);
        return Finish(plot, x, y, width, height);
    }

    private static Figure Finish(Plot plot, string x, string y, int width, int height)
    {
        plot.XLabel(x);
        plot.YLabel(y);
        return Figure.Of(plot, width, height);
    }
}
