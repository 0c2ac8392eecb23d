using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Reports;
using MagHopfield.Shared;
using MagHopfield.Tests.Figures;

namespace MagHopfield.FilmStudies.Tests.Pictures;

public class FilmFigureTests
{
    private static readonly FilmParameters Film = FilmParameters.Preset("niu2024");

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(12)]
    public void An_energy_diagram_names_its_states_in_letters_that_can_be_read(int nodes)
    {
        Pattern trained = Pattern.FromState(1, nodes);
        double[] energies =
        [
            .. Enumerable.Range(0, 1 << nodes).Select(s => Pattern.FromState(s, nodes).SameUpToSign(trained) ? -5e-3 : 1e-3 * Math.Sin(s)),
        ];
        Figure figure = EnergyDiagram.Draw(energies, trained);
        FigureTexts.AssertReadable(figure);

        // One text a sign, and one stack of them a name; the trained pattern and its negative always have theirs.
        int signs = FigureTexts.Words(figure).Count(w => w is "+" or "−");
        Assert.Equal(0, signs % nodes);
        Assert.InRange(signs / nodes, nodes > 5 ? 2 : 1 << nodes, 1 << nodes);
    }

    [Theory]
    [InlineData("niu2024", 4)]
    [InlineData("niu2024-7x5", 35)]
    public void Fields_of_a_film_have_its_electrodes_a_scale_and_their_colours_explained(string preset, int nodes)
    {
        FilmParameters film = FilmParameters.Preset(preset);
        FilmOutline outline = FilmPlan.Outline(film);
        Assert.Equal(nodes, outline.ElectrodeEdges.Count(edges => edges.Count >= 4));
        int cells = outline.CellsX * outline.CellsY;
        double[] x =
        [
            .. Enumerable.Range(0, cells).Select(i => Math.Cos(0.01 * i)),
        ], y = [.. Enumerable.Range(0, cells).Select(i => Math.Sin(0.01 * i))];
        Pattern pattern = Pattern.FromState(5, nodes > 16 ? 4 : nodes);
        if (nodes > 16)
            pattern = new Pattern([.. Enumerable.Range(0, nodes).Select(k => (sbyte)(k % 2 == 0 ? 1 : -1))]);
        FilmPicture.Magnetisation texture = new("after 12 pulses", x, y, new double[cells], pattern);
        Figure one = FilmPicture.Textures(outline, texture), many = FilmPicture.Textures(
            outline, texture, texture, texture, texture, texture, texture);
        FigureTexts.AssertReadable(one);
        FigureTexts.AssertReadable(many);
        Assert.Contains("centre: mz = +1", FigureTexts.Words(one));
        foreach (
            (double size, string unit) in (
                ReadOnlySpan<(double, string)>)[(2e-3, "(mA/m)"), (340, "(A/m)"), (4.2e4, "(kA/m)"), (0, "(A/m)")])
        {
            Figure current = FilmPicture.Current(outline, [.. x.Select(v => size * v)], [.. y.Select(v => size * v)], pattern);
            FigureTexts.AssertReadable(current);
            Assert.Contains(unit, FigureTexts.Words(current));
        }
    }

    [Fact]
    public void Where_a_film_has_holes_a_map_of_its_current_has_the_colour_of_no_film()
    {
        FilmParameters disk = Film with { Geometry = Film.Geometry with { Outline = new EllipseShape(2.5e-6, 2.5e-6, 2.5e-6, 2.5e-6) } };
        FilmOutline outline = FilmPlan.Outline(disk);
        int cells = outline.CellsX * outline.CellsY;
        double[] j = [.. Enumerable.Range(0, cells).Select(i => outline.IsFilm[i] ? 1000.0 : 0)];
        Figure current = FilmPicture.Current(outline, j, j, Pattern.FromState(5, 4));
        FigureTexts.AssertReadable(current);
        Assert.Contains("no film", FigureTexts.Words(current));
        using SkiaSharp.SKBitmap bitmap = SkiaSharp.SKBitmap.Decode(current.Png);

        // Four pixels inside the frame's corner, beside the electrode's mark; the same film without its hole is bright or dark there, not
        // grey.
        SkiaSharp.SKColor corner = bitmap.GetPixel(2 * (14 + 200), 2 * (14 + 200)), hole = bitmap.GetPixel(2 * (14 + 60), 2 * (14 + 4));
        Assert.Equal(new SkiaSharp.SKColor(200, 200, 200), hole);
        Assert.NotEqual(hole, corner);
        Assert.DoesNotContain("no film", FigureTexts.Words(FilmPicture.Current(FilmPlan.Outline(Film), j, j, Pattern.FromState(5, 4))));
    }
}
