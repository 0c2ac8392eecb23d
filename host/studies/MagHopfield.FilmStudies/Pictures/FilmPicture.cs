using MagHopfield.Pictures;
using MagHopfield.Reports.Fields;
using MagHopfield.Shared;

namespace MagHopfield.FilmStudies.Pictures;

/// <summary>
/// Figures of vector fields on a film: a colour a cell, arrows over it, electrodes with the signs of a pattern, scale and colours
/// explained.
/// </summary>
public static class FilmPicture
{
    /// <summary>Side of a field that stands alone, in pixels of the page.</summary>
    public const int Side = 400;

    /// <summary>Side of a field in a row of them.</summary>
    public const int SideInRow = 200;

    private const double ShareInScale = 0.98;
    private const int ArrowsAcross = 18, ArrowsInRow = 12;
    private static readonly ScottPlot.Colormaps.Inferno Heat = new();

    /// <summary>A magnetisation, coloured by direction.</summary>
    /// <param name="Title">What is written above it; empty for nothing.</param>
    /// <param name="X">x component a cell, x fastest, row 0 at the bottom; zero outside the film.</param>
    /// <param name="Y">y component.</param>
    /// <param name="Z">z component.</param>
    /// <param name="Pattern">Signs written at the electrodes.</param>
    public sealed record Magnetisation(string Title, double[] X, double[] Y, double[] Z, Pattern Pattern);

    /// <summary>Magnetisations side by side, or one.</summary>
    /// <param name="outline">Film.</param>
    /// <param name="textures">The magnetisations.</param>
    public static Figure Textures(FilmOutline outline, params IReadOnlyList<Magnetisation> textures)
    {
        bool alone = textures.Count == 1;
        return FieldFigure.Draw(
            [.. textures.Select(
                t =>
                    new FieldPanel(
                        Grid(outline), i => outline.IsFilm[i] ? TextureColour.Of(t.X[i], t.Y[i], t.Z[i]) : ComponentColour.Outside)
            {
                Title = t.Title,
                InPlane = i => (t.X[i], t.Y[i]),
                Arrows = new Arrows(alone ? ArrowsAcross : ArrowsInRow, Rgb.Black, EqualLength: true),
                Electrodes = Marks(outline, t.Pattern),
            })],
            new WheelLegend { Outside = Outside(outline) },
            alone ? Side : SideInRow);
    }

    /// <summary>
    /// A sheet current density, coloured by its size up to the 98th percentile (the pads are far brighter than the rest).
    /// </summary>
    /// <param name="outline">Film.</param>
    /// <param name="jx">x component a cell in A/m.</param>
    /// <param name="jy">y component a cell in A/m.</param>
    /// <param name="pattern">Signs written at the electrodes.</param>
    public static Figure Current(FilmOutline outline, double[] jx, double[] jy, Pattern pattern)
    {
        double[] sizes = [.. jx.Zip(jy, (x, y) => Math.Sqrt((x * x) + (y * y)))];
        double[] sorted = [.. sizes.Where((_, i) => outline.IsFilm[i]).Order()];
        double fullScale = sorted[(int)(ShareInScale * (sorted.Length - 1))];
        fullScale = fullScale > 0 ? fullScale : 1;
        (
            double perUnit,
            string unit) = fullScale switch { >= 1e6 => (1e6, "MA/m"), >= 1e3 => (1e3, "kA/m"), >= 1 => (1, "A/m"), _ => (1e-3, "mA/m") };
        return FieldFigure.Draw(
            [
                new FieldPanel(Grid(outline), i => outline.IsFilm[i] ? Colour(sizes[i] / fullScale) : ComponentColour.Outside)
                {
                    InPlane = i => (jx[i], jy[i]),
                    Arrows = new Arrows(ArrowsAcross, Rgb.White, EqualLength: true),
                    Electrodes = Marks(outline, pattern),
                },
            ],
            new BarLegend($"sheet current\n({unit})", 0, fullScale / perUnit, Colour) { OpenAbove = true, Outside = Outside(outline) },
            Side);
    }

    /// <summary>A sheet current density, coloured by the logarithm of its size.</summary>
    /// <param name="outline">Film.</param>
    /// <param name="jx">x component a cell in A/m.</param>
    /// <param name="jy">y component a cell in A/m.</param>
    /// <param name="pattern">Signs written at the electrodes.</param>
    /// <param name="decades">Powers of ten from the darkest to the brightest colour, which is that of the largest.</param>
    public static Figure CurrentOfDecades(FilmOutline outline, double[] jx, double[] jy, Pattern pattern, double decades)
    {
        double[] logs = [.. jx.Zip(jy, (x, y) => Math.Log10(Math.Max(double.Hypot(x, y), double.Epsilon)))];
        double high = logs.Where((_, i) => outline.IsFilm[i]).Max(), low = high - decades;
        return FieldFigure.Draw(
            [
                new FieldPanel(Grid(outline), i => outline.IsFilm[i] ? Colour((logs[i] - low) / decades) : ComponentColour.Outside)
                {
                    InPlane = i => (jx[i], jy[i]),
                    Arrows = new Arrows(ArrowsAcross, Rgb.White, EqualLength: true),
                    Electrodes = Marks(outline, pattern),
                },
            ],
            new BarLegend("log10 of sheet\ncurrent (A/m)", low, high, Colour) { Outside = Outside(outline) },
            Side);
    }

    private static (Rgb Colour, string Text)? Outside(FilmOutline outline) =>
        outline.IsFilm.All(f => f) ? null : (ComponentColour.Outside, "no film");

    private static CellGrid Grid(FilmOutline outline) => new(outline.CellsX, outline.CellsY, outline.Width, outline.Height);

    private static ElectrodeMark[] Marks(FilmOutline outline, Pattern pattern) =>
        [
            .. Enumerable.Range(0, outline.ElectrodeX.Count).Select(
                k => new ElectrodeMark(outline.ElectrodeX[k], outline.ElectrodeY[k], outline.ElectrodeEdges[k], pattern[k])),
        ];

    private static Rgb Colour(double share)
    {
        ScottPlot.Color c = Heat.GetColor(Math.Clamp(share, 0, 1));
        return new Rgb(c.R, c.G, c.B);
    }
}
