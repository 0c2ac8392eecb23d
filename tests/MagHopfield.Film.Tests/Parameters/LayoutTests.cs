using MagHopfield.Film.Gold;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Shared;
using MagHopfield.Toml;

namespace MagHopfield.Film.Tests.Parameters;

public class LayoutTests
{
    private const string Array = """
        preset = "niu2024"
        [array]
        rows = 8
        columns = 8
        pitch = 1e-6
        padding = 0.6e-6
        pad_size = 0.4e-6

        """;

    [Fact]
    public void The_array_of_35_nodes_is_one_sheet_numbered_row_by_row_from_the_top_left()
    {
        FilmParameters film = FilmParameters.Preset("niu2024-7x5");
        Assert.Equal(35, film.NodeCount);
        Assert.Equal((73, 101), (film.Geometry.CellsX, film.Geometry.CellsY));
        PlaneBox first = film.Electrodes[0].Shape.Bounds;
        PlaneBox second = film.Electrodes[1].Shape.Bounds;
        PlaneBox sixth = film.Electrodes[5].Shape.Bounds;
        Assert.Equal(0.875e-6, second.Left - first.Left, 1e-12);
        Assert.Equal(-0.875e-6, sixth.Top - first.Top, 1e-12);
        Assert.Equal(film.Geometry.Height - 0.53125e-6 + 0.25e-6, first.Top, 1e-12);
        Assert.Equal("35", film.Electrodes[34].Name);
    }

    [Fact]
    public void Short_keys_of_pads_are_shapes_with_the_same_numbers()
    {
        FilmParameters film = Read("""
            preset = "niu2024"
            [[electrode]]
            x = 0.3e-7
            y = 4.7000000000000003e-6
            radius = 0.31e-6
            [[electrode]]
            shape = "rectangle"
            x = 4.1e-6
            y = 4.3e-6
            width = 0.73e-6
            height = 0.37e-6
            [[electrode]]
            shape = "polygon"
            corners = [[0.1e-6, 0.2e-6], [1.3e-6, 0.3e-6], [0.7e-6, 1.1e-6]]
            [gold]
            [[gold.terminal]]
            shape = "ellipse"
            origin = "corner"
            centre = [0.5e-6, 4.5e-6, 0.0]
            size = [0.6e-6, 0.8e-6]
            [[gold.terminal]]
            x = 4.1e-6
            y = 4.3e-6
            radius = 0.4e-6
            [[gold.terminal]]
            x = 0.7e-6
            y = 0.6e-6
            radius = 0.4e-6
            """);
        Assert.Equal(new DiskShape(0.3e-7, 4.7000000000000003e-6, 0.31e-6), film.Electrodes[0].Shape);
        Assert.Equal(new RectangleShape(4.1e-6, 4.3e-6, 0.73e-6, 0.37e-6), film.Electrodes[1].Shape);
        Assert.Equal(
            [(0.1e-6, 0.2e-6), (1.3e-6, 0.3e-6), (0.7e-6, 1.1e-6)], Assert.IsType<PolygonShape>(film.Electrodes[2].Shape).Corners);
        Assert.Equal(new EllipseShape(0.5e-6, 4.5e-6, 0.3e-6, 0.4e-6), film.Terminals[0].Shape);
    }

    [Fact]
    public void Five_volts_on_alternating_columns_give_20_oersted_between_two_of_them()
    {
        FilmParameters film = FilmParameters.Preset("niu2024-7x5");
        OerstedField field = new GoldLayer(film.Geometry, film.Terminals, film.NeededGold).Field(
            [.. Enumerable.Range(0, 35).Select(k => k % 5 % 2 == 0 ? 5.0 : -5.0)]);
        int column = (int)((0.53125e-6 + 1.5 * 0.875e-6) / film.Geometry.CellX);
        Assert.Equal(-1600, field.Y[50 * film.Geometry.CellsX + column], 32.0);
    }

    [Fact]
    public void An_array_of_64_nodes_has_a_conductance_matrix_whose_neighbours_couple_most()
    {
        FilmParameters film = Read(Array);
        Assert.Equal(64, film.NodeCount);
        Assert.Equal(8.2e-6, film.Geometry.Width, 1e-15);
        Assert.Equal(164, film.Geometry.CellsX);
        ConductorGrid grid = new(film.Geometry, film.Electrodes);
        ConductorSolver solver = new(grid);
        ConductanceMatrix g = solver.Solve(SheetConductance.Uniform(grid, 0.279));
        Assert.True(solver.Asymmetry < 1e-7 && solver.CurrentImbalance < 1e-7, $"{solver.Asymmetry} {solver.CurrentImbalance}");
        for (int j = 0; j < 64; j++)
        {
            // Diagonal neighbours couple five times less, the next ones a hundred times.
            bool neighbour = j is 27 - 8 or 27 + 8 or 27 - 1 or 27 + 1;
            Assert.True(j == 27 || (g[27, j] < 0 && (neighbour == g[27, j] < 0.5 * g[27, 28])), $"G[27, {j}] = {g[27, j]}");
        }
    }

    [Fact]
    public void Pads_of_the_gold_may_differ_from_those_of_the_film()
    {
        FilmParameters film = Read(Array + "pad_shape = \"square\"\ngold_pad_shape = \"disk\"\ngold_pad_size = 0.3e-6\n");
        Assert.IsType<RectangleShape>(film.Electrodes[9].Shape);
        Assert.Equal(0.15e-6, Assert.IsType<DiskShape>(film.Terminals[9].Shape).Radius);
        FilmParameters same = Read(Array);
        Assert.Same(same.Electrodes, same.Terminals);
    }

    [Fact]
    public void Polygons_outline_films_and_electrodes()
    {
        FilmParameters film = Read("""
            preset = "niu2024"
            [film]
            width = 2e-6
            height = 2e-6
            cell = 0.05e-6
            shape = "polygon"
            corners = [[1e-6, 0.0], [2e-6, 1e-6], [1e-6, 2e-6], [0.0, 1e-6]]
            [[electrode]]
            shape = "polygon"
            corners = [[0.0, 0.5e-6], [0.5e-6, 1e-6], [0.0, 1.5e-6]]
            [[electrode]]
            shape = "polygon"
            corners = [[2e-6, 0.5e-6], [1.5e-6, 1e-6], [2e-6, 1.5e-6]]

            """);
        Assert.Equal(40, film.Geometry.CellsX);
        Assert.True(film.Geometry.Contains(1e-6, 1e-6));
        Assert.False(film.Geometry.Contains(0.3e-6, 0.3e-6));
        Assert.True(film.Electrodes[0].Shape.Contains(0.2e-6, 1e-6, 0));
        Assert.True(film.Electrodes[0].Shape.Contains(0.5001e-6, 1e-6, 1e-9));
        Assert.False(film.Electrodes[0].Shape.Contains(0.5001e-6, 1e-6, 1e-11));
        Assert.Equal(new PlaneBox(1.5e-6, 0.5e-6, 2e-6, 1.5e-6), film.Electrodes[1].Shape.Bounds);
    }

    [Theory]
    [
        InlineData(
            "[[electrode]]\nx = 0.0\ny = 0.0\nradius = 1e-7\n",
            "film.toml(8): the electrodes are given twice; keep only one of [array] and [[electrode]]"),
    ]
    [InlineData("pad_shape = \"round\"\n", "film.toml(8): array.pad_shape is \"round\"")]
    [
        InlineData(
            "gold_pad_size = 1e-6\n",
            "film.toml(8): array.gold_pad_size is 1E-06 m and the pitch 1E-06 m; make the pads smaller than the pitch"),
    ]
    [InlineData("gold_pad_size = 1e-9\n", "film.toml(2): terminal 1 is 1E-09 m across, less than a cell of")]
    [
        InlineData(
            "[film]\nwidth = 3e-6\n",
            "film.toml(9): film.width is given by rows, columns, pitch and padding of the [array]; remove it here"),
    ]
    [InlineData("[film]\ncell = 1e-12\n", "film.toml(9): film.cell is 1E-12 m, more than 10000 cells along a side")]
    public void A_bad_array_is_refused_with_its_line(string more, string message) =>
        Assert.StartsWith(message, Assert.Throws<ProblemFileException>(() => Read(Array + more)).Message);

    [Fact]
    public void An_array_of_one_is_refused() => Assert.Contains(
        "one row and one column make one electrode",
        Assert.Throws<ProblemFileException>(() => Read(Array.Replace("= 8", "= 1"))).Message);

    private static FilmParameters Read(string text)
    {
        TomlSection root = TomlFile.Parse(text, "film.toml");
        FilmParameters film = FilmParameters.Read(root);
        root.RefuseUnknownKeys();
        return film;
    }
}
