using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Pictures;
using MagHopfield.Shared;
using MagHopfield.Toml;

namespace MagHopfield.Film.Tests.Parameters;

public sealed class FilmImageTests : IDisposable
{
    private static readonly Rgb Grey = new(128, 128, 128);
    private static readonly Rgb Red = new(255, 0, 0);
    private static readonly Rgb Green = new(0, 255, 0);
    private static readonly Rgb Blue = new(0, 0, 255);

    private readonly string _folder = Directory.CreateTempSubdirectory("film-image-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Electrodes_drawn_in_an_image_conduct_as_the_same_electrodes_by_numbers()
    {
        // 25 pixels over 50 cells: red is the top left corner, green the top right, blue a pad in the lower half.
        Draw("film.png", (x, y) => (x < 3, x >= 22, y < 3, x is >= 10 and < 14 && y is >= 17 and < 20) switch
        {
            (true, _, true, _) => Red,
            (_, true, true, _) => Green,
            (_, _, _, true) => Blue,
            _ => Grey,
        });
        FilmParameters drawn = Read("file = \"film.png\"\nelectrodes = [\"#ff0000\", \"#00ff00\", \"#0000ff\"]\n");
        const double Pixel = 0.2e-6;
        Electrode[] written =
        [
            new("1", new RectangleShape(1.5 * Pixel, 23.5 * Pixel, 3 * Pixel, 3 * Pixel)),
            new("2", new RectangleShape(23.5 * Pixel, 23.5 * Pixel, 3 * Pixel, 3 * Pixel)),
            new("3", new RectangleShape(12 * Pixel, 6.5 * Pixel, 4 * Pixel, 3 * Pixel)),
        ];
        ConductanceMatrix expected = Conductance(drawn.Geometry with { Outline = null }, written);
        ConductanceMatrix g = Conductance(drawn.Geometry, drawn.Electrodes);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                Assert.Equal(expected[i, j], g[i, j], 1e-9 * expected[0, 0]);
        }

        Assert.Same(drawn.Electrodes, drawn.Terminals);
    }

    [Fact]
    public void White_pixels_are_outside_and_a_second_image_places_the_gold()
    {
        Draw("film.png", (x, y) => Math.Pow(x - 12, 2) + Math.Pow(y - 12, 2) > 150 ? Rgb.White : x < 4 ? Red : x > 20 ? Green : Grey);
        Draw("gold.png", (x, y) => x < 2 ? Red : x > 22 ? Green : Grey);
        FilmParameters film = Read("file = \"film.png\"\ngold_file = \"gold.png\"\nelectrodes = [\"#ff0000\", \"#00ff00\"]\n");
        Assert.False(film.Geometry.Contains(0.1e-6, 0.1e-6));
        Assert.True(film.Geometry.Contains(2.5e-6, 2.5e-6));
        Assert.Equal(0.4e-6, film.Terminals[0].Shape.Bounds.Right, 1e-12);
        Assert.Equal(0.8e-6, film.Electrodes[0].Shape.Bounds.Right, 1e-12);
        ConductanceMatrix g = Conductance(film.Geometry, film.Electrodes);
        Assert.True(g[0, 0] > 0 && Math.Abs(g[0, 0] + g[0, 1]) < 1e-12);
    }

    [Theory]
    [InlineData("file = \"no.png\"\nelectrodes = [\"#ff0000\", \"#00ff00\"]", ", but there is no such file; mend the path")]
    [InlineData("file = \"film.toml\"\nelectrodes = [\"#ff0000\", \"#00ff00\"]", "not a PNG file")]
    [InlineData("file = \"film.png\"\nelectrodes = [\"#ff0000\"]", "image.electrodes names fewer than two colours")]
    [
        InlineData(
            "file = \"film.png\"\nelectrodes = [\"#ff0000\", \"lime\"]",
            "image.electrodes has the colour \"lime\"; write it as \"#rrggbb\""),
    ]
    [
        InlineData(
            "file = \"film.png\"\nelectrodes = [\"#ff0000\", \"#0000ff\"]",
            "has the colour #00ff00, which is neither outside, film nor an electrode"),
    ]
    [
        InlineData(
            "file = \"film.png\"\nelectrodes = [\"#ff0000\", \"#00ff00\", \"#0000ff\"]", "no pixel has the colour #0000ff of electrode 3"),
    ]
    [InlineData("file = \"film.png\"\nelectrodes = [\"#ff0000\", \"#ff0000\"]", "the colour #ff0000 stands for two things")]
    [
        InlineData(
            "file = \"film.png\"\nelectrodes = [\"#ff0000\", \"#00ff00\"]\n[array]\nrows = 2\ncolumns = 2\npitch = 1e-6\npadding = "
            + "1e-6\npad_size = 0.5e-6",
            "the electrodes are given twice"),
    ]
    [
        InlineData(
            "file = \"film.png\"\nelectrodes = [\"#ff0000\", \"#00ff00\"]\n[film]\nshape = \"disk\"",
            "film.shape is given by the pixels of the [image]; remove it here"),
    ]
    [InlineData("file = \"film.png\"\ncolour = \"#ff0000\"\nelectrodes = [\"#ff0000\", \"#00ff00\"]", "colour")]
    public void A_bad_image_is_refused_with_its_line(string section, string message)
    {
        Draw("film.png", (x, _) => x < 4 ? Red : x > 20 ? Green : Grey);
        string error = Assert.Throws<ProblemFileException>(() => Read(section + "\n")).Message;
        Assert.Contains(message, error);
        Assert.Matches(@"film\.toml\(\d+\): ", error);
    }

    private static ConductanceMatrix Conductance(FilmGeometry geometry, IReadOnlyList<Electrode> electrodes)
    {
        ConductorGrid grid = new(geometry, electrodes);
        return new ConductorSolver(grid).Solve(SheetConductance.Uniform(grid, 0.279));
    }

    private void Draw(string name, Func<int, int, Rgb> colour)
    {
        byte[] bytes = new byte[3 * 25 * 25];
        for (int k = 0; k < 25 * 25; k++)
        {
            Rgb at = colour(k % 25, k / 25);
            (bytes[3 * k], bytes[(3 * k) + 1], bytes[(3 * k) + 2]) = (at.R, at.G, at.B);
        }

        File.WriteAllBytes(Path.Combine(_folder, name), Png.Bytes(new RgbImage(25, 25, bytes)));
    }

    private FilmParameters Read(string image)
    {
        string path = Path.Combine(_folder, "film.toml");
        string film = image.Contains("[film]", StringComparison.Ordinal) ? "" : "[film]\ncells_x = 50\ncells_y = 50\n";
        File.WriteAllText(path, "preset = \"niu2024\"\n" + film + "[image]\n" + image);
        return FilmParameters.Load(path);
    }
}
