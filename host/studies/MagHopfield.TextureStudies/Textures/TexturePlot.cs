using ScottPlot;

namespace MagHopfield.TextureStudies.Textures;

/// <summary>Lines and points of the studies' plots.</summary>
internal static class TexturePlot
{
    /// <summary>Colours of curves in one plot.</summary>
    public static readonly Color[] Palette = [Colors.FireBrick, Colors.SteelBlue, Colors.SeaGreen, Colors.DarkOrange, Colors.MediumPurple];

    /// <summary>A plot with named axes.</summary>
    /// <param name="x">Quantity and unit along x.</param>
    /// <param name="y">Quantity and unit along y.</param>
    public static Plot New(string x, string y)
    {
        Plot plot = ReportFont.NewPlot();
        plot.XLabel(x);
        plot.YLabel(y);
        return plot;
    }

    /// <summary>Adds a curve of lines.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="x">Abscissas.</param>
    /// <param name="y">Ordinates.</param>
    /// <param name="colour">Number of its colour.</param>
    /// <param name="legend">What it is.</param>
    public static void Line(Plot plot, IEnumerable<double> x, IEnumerable<double> y, int colour, string legend)
    {
        var line = plot.Add.ScatterLine(x.ToArray(), y.ToArray(), Palette[colour]);
        line.LineWidth = 2;
        line.LegendText = legend;
    }

    /// <summary>Adds points.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="x">Abscissas.</param>
    /// <param name="y">Ordinates.</param>
    /// <param name="colour">Number of its colour.</param>
    /// <param name="legend">What they are.</param>
    public static void Points(Plot plot, IEnumerable<double> x, IEnumerable<double> y, int colour, string legend)
    {
        var points = plot.Add.ScatterPoints(x.ToArray(), y.ToArray(), Palette[colour]);
        points.MarkerSize = 8;
        points.LegendText = legend;
    }
}
