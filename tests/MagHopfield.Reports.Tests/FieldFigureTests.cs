using MagHopfield.Pictures;
using MagHopfield.Reports.Fields;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Reports.Tests;

public class FieldFigureTests
{
    [Theory]
    [InlineData(1e-6, 1e-6, 460)]
    [InlineData(55e-6, 5e-6, 300)]
    [InlineData(5e-6, 55e-6, 300)]
    [InlineData(1e-9, 1e-6, 200)]
    public void Every_text_of_a_texture_is_whole_apart_and_large_enough(double width, double height, int side)
    {
        FieldPanel panel = Vortex(new CellGrid(40, 20, width, height));
        foreach (int count in (int[])[1, 2, 9])
            FigureTexts.AssertReadable(
                FieldFigure.Draw(
                    [.. Enumerable.Range(0, count).Select(k => panel with { Title = $"after {k} pulses" })], new WheelLegend(), side));
    }

    [Theory]
    [InlineData(-1, 1, "mz", false)]
    [InlineData(0, 12.34, "sheet current\n(kA/m)", true)]
    [InlineData(0, 3.7e-5, "charge density", false)]
    [InlineData(-250, 250, "potential\n(mV)", false)]
    [InlineData(0, 99999, "a quantity", true)]
    public void Every_text_of_a_map_is_whole_apart_and_large_enough(double lowest, double highest, string label, bool open)
    {
        BarLegend legend = new(label, lowest, highest, s => ComponentColour.Of((2 * s) - 1))
        {
            OpenAbove = open,
            Outside = (ComponentColour.Outside, "no film"),
        };
        FigureTexts.AssertReadable(FieldFigure.Draw([Vortex(new CellGrid(10, 10, 1e-6, 1e-6))], legend, 320));
    }

    [Fact]
    public void A_texture_says_what_its_colours_mean_and_how_long_a_micrometre_is()
    {
        Figure figure = FieldFigure.Draw([Vortex(new CellGrid(20, 20, 2.5e-6, 2.5e-6))], new WheelLegend(), 400);
        Assert.Equal(["1 µm", "x", "y", "centre: mz = +1", "rim: mz = −1"], FigureTexts.Words(figure));

        // The bar is the only black run of its length: 400 units for 2.5 µm, two pixels a unit.
        RgbImage image = Png.Read(new MemoryStream(figure.Png));
        int longest = Enumerable.Range(2 * 415, image.Height - (2 * 415)).Max(y => Run(image, y));
        Assert.Equal(2 * 160, longest);
    }

    [Fact]
    public void The_wheel_has_the_colours_of_the_texture()
    {
        FieldPanel panel = new(new CellGrid(1, 1, 1e-6, 1e-6), _ => Rgb.White);
        Figure figure = FieldFigure.Draw([panel], new WheelLegend(), 100);
        RgbImage image = Png.Read(new MemoryStream(figure.Png));

        // Half way from the middle of the wheel (96 units across) to its rim the pure hues lie.
        (int x, int y) = Centre(image);
        Assert.Equal([TextureColour.Of(1, 0, 0), TextureColour.Of(0, 1, 0), TextureColour.Of(-1, 0, 0), TextureColour.Of(0, -1, 0)],
            [image[x + 48, y], image[x, y - 48], image[x - 48, y], image[x, y + 48]], new Near());
    }

    [Theory]
    [InlineData(1e-6, 2e-7, "200 nm")]
    [InlineData(2.5e-6, 1e-6, "1 µm")]
    [InlineData(5e-6, 2e-6, "2 µm")]
    [InlineData(55.8e-6, 2e-5, "20 µm")]
    [InlineData(2.5e-3, 1e-3, "1 mm")]
    [InlineData(4e-9, 1e-9, "1 nm")]
    [InlineData(1.3e-9, 5e-10, "500 pm")]
    public void The_bar_of_a_scale_is_round(double extent, double length, string text)
    {
        ScaleBar bar = ScaleBar.For(extent);
        Assert.Equal(length, bar.Length, length * 1e-12);
        Assert.Equal(text, bar.Text);
    }

    [Fact]
    public void The_same_field_gives_the_same_bytes()
    {
        Figure first = FieldFigure.Draw([Vortex(new CellGrid(20, 20, 1e-6, 1e-6))], new WheelLegend(), 200);
        Figure second = FieldFigure.Draw([Vortex(new CellGrid(20, 20, 1e-6, 1e-6))], new WheelLegend(), 200);
        Assert.Equal(first.Png, second.Png);
        Assert.Equal(first.Svg, second.Svg);
    }

    [Fact]
    public void Electrodes_are_outlined_and_bear_their_signs_inside_the_plane()
    {
        FieldPanel plain = new(new CellGrid(4, 4, 4e-6, 4e-6), _ => new Rgb(128, 128, 128));
        ElectrodeMark pad = new(0, 4e-6, [((0, 3e-6), (1e-6, 3e-6)), ((1e-6, 3e-6), (1e-6, 4e-6))], -1);
        Figure figure = FieldFigure.Draw([plain with { Electrodes = [pad] }], new WheelLegend(), 400);
        RgbImage image = Png.Read(new MemoryStream(figure.Png));
        Assert.Equal(Rgb.Black, image[2 * (14 + 60), 2 * (14 + 100)]);
        Assert.Equal(new Rgb(30, 60, 190), image[2 * (14 + 15), 2 * (14 + 24)]);
        Assert.Equal(Rgb.White, image[2 * (14 + 15), 2 * (14 + 15)]);
    }

    // A vortex in the plane of the cells.
    private static FieldPanel Vortex(CellGrid grid)
    {
        (double X, double Y) At(int i) => ((grid.CellsY / 2.0) - (i / grid.CellsX), (i % grid.CellsX) - (grid.CellsX / 2.0));
        return new FieldPanel(grid, i => TextureColour.Of(At(i).X, At(i).Y, 0.5)) { InPlane = At };
    }

    private static int Run(RgbImage image, int y)
    {
        int longest = 0, run = 0;
        for (int x = 0; x < image.Width; x++)
        {
            run = image[x, y] == Rgb.Black ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    // The wheel is all that has colour.
    private static (int X, int Y) Centre(RgbImage image)
    {
        List<int> xs = [], ys = [];
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                Rgb c = image[x, y];
                if (Math.Max(c.R, Math.Max(c.G, c.B)) - Math.Min(c.R, Math.Min(c.G, c.B)) > 60)
                {
                    xs.Add(x);
                    ys.Add(y);
                }
            }
        }

        return ((xs.Min() + xs.Max() + 1) / 2, (ys.Min() + ys.Max() + 1) / 2);
    }

    private sealed class Near : IEqualityComparer<Rgb>
    {
        public bool Equals(Rgb a, Rgb b) => Math.Abs(a.R - b.R) <= 12 && Math.Abs(a.G - b.G) <= 12 && Math.Abs(a.B - b.B) <= 12;

        public int GetHashCode(Rgb colour) => 0;
    }
}
