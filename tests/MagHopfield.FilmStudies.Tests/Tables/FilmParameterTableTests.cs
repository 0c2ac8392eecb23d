using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Tables;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Magnet;
using MagHopfield.Reports;
using MagHopfield.Toml;

namespace MagHopfield.FilmStudies.Tests.Tables;

public class FilmParameterTableTests
{
    private static readonly FilmParameters Film = FilmParameters.Preset("niu2024");

    // The layout is read from some of these keys, but what comes of it is shown as shapes.
    private static readonly string[] OfLayout = ["", "geometry", "electrode", "gold.terminal", "array", "image"];

    // Keys of terms that every film has a value of.
    private static readonly string[] OfFilms = ["exchange_stiffness", "exchange_constant", "hard_axis_anisotropy"];

    [Fact]
    public void Every_key_of_the_physics_of_a_film_file_is_in_the_table()
    {
        FilmParameters film = Film with { Magnetism = Film.Magnetism with { Grains = new GrainParameters(50e-9, 500) } };
        HashSet<(string, string)> shown = [.. FilmParameterRows.Of(film).Select(r => (r.Section, r.Key))];
        string[] ofTerms = [.. MagnetParts.MaterialKeys.Select(k => k.Name).Where(name => !OfFilms.Contains(name))];
        IEnumerable<SectionDeclaration> own = FilmParameters.Sections.Except(MagnetParts.Sections);
        foreach (SectionDeclaration section in own.Where(s => !OfLayout.Contains(s.Name)))
        {
            // The way to the first equilibrium may stand in two sections, and is one row.
            foreach (KeyDeclaration key in section.Keys.Where(k => k.Name != "corners" && !ofTerms.Contains(k.Name)))
                Assert.Contains((key.Name == "prepare" ? "magnetism" : section.Name, key.Name), shown);
        }
    }

    [Fact]
    public void Every_key_of_the_regions_and_terms_of_a_film_is_in_the_table_with_its_value()
    {
        FilmParameters film = FilmParameters.Read(TomlFile.Parse(
            """
            preset = "niu2024"
            [magnetism]
            interfacial_dmi = 1.25e-4
            [[region]]
            name = "spot"
            shape = "disk"
            diameter = 1e-6
            gilbert_damping = 0.125
            [[anisotropy]]
            axis = [0, 0, 1]
            ku1 = 1500
            region = "spot"
            [slonczewski]
            current_density = 2.5e9
            fixed_layer = [0, 1, 0]
            polarisation = 0.375
            """,
            "film.toml"));
        (string, string, string)[] rows = [.. FilmParameterRows.Of(film).Select(r => (r.Section, r.Key, r.Value))];
        Assert.Contains(("magnetism", "interfacial_dmi", "0.000125"), rows);
        Assert.Contains(("region", "gilbert_damping", "0.125"), rows);
        Assert.Contains(("anisotropy", "ku1", "1500.0"), rows);
        Assert.Contains(("slonczewski", "polarisation", "0.375"), rows);
        Assert.Contains("<code>polarisation</code>", Html(film));
        Assert.DoesNotContain("slonczewski", Html(Film));
    }

    [Theory]
    [InlineData(InitialState.Random, "random")]
    [InlineData(InitialState.AlongX, "along x")]
    [InlineData(InitialState.AlongY, "along y")]
    [InlineData(InitialState.OutOfPlane, "out of plane")]
    public void The_initial_state_has_its_name(InitialState state, string name) =>
        Assert.Equal(name, Value(Film with { Magnetism = Film.Magnetism with { InitialState = state } }, "magnetism", "initial_state"));

    [Fact]
    public void Shapes_are_given_whole()
    {
        PolygonShape polygon = new([(0, 0), (5e-6, 0), (2.5e-6, 5e-6)]);
        FilmParameters film = Film with
        {
            Geometry = Film.Geometry with { Outline = polygon },
            Electrodes = [Film.Electrodes[0], new Electrode("2", new RectangleShape(1e-6, 2e-6, 3e-7, 4e-7)), .. Film.Electrodes.Skip(2)],
        };
        Assert.Equal("polygon, corners (0, 0), (5·10⁻⁶, 0), (2.5·10⁻⁶, 5·10⁻⁶)", Value(film, "film", "shape"));
        Assert.Equal("disk, centre (0, 5·10⁻⁶), radius 5·10⁻⁷", Value(film, "electrode", "1"));
        Assert.Equal("rectangle, centre (10⁻⁶, 2·10⁻⁶), 3·10⁻⁷ × 4·10⁻⁷", Value(film, "electrode", "2").Replace("1·10", "10"));
        Assert.Equal("rectangle: the whole box", Value(Film, "film", "shape"));
        Assert.Equal(4, FilmParameterRows.Of(film).Count(r => r.Section == "gold.terminal"));
    }

    [Fact]
    public void A_value_says_where_it_is_from()
    {
        string html = Html(Film with { Transport = Film.Transport with { AmrRatio = 0.08 } });
        Assert.Contains("0.08", html);
        Assert.Equal(7, html.Split("Niu 2024, Table 1").Length - 1);
        Assert.Equal(1, html.Split("set for this run").Length - 1);
        Assert.DoesNotContain("set for this run", Html(Film));
        Assert.DoesNotContain("built-in film", Html(Film with { Name = "my own" }));
    }

    [Theory]
    [InlineData("niu2024")]
    [InlineData("niu2024-7x5")]
    [InlineData("permalloy-5um")]
    public void No_parameter_is_a_raw_dump_or_cut(string preset)
    {
        string html = Html(FilmParameters.Preset(preset));
        Assert.DoesNotContain("Parameters {", html);
        Assert.DoesNotContain("<pre", html);
        Assert.Equal(preset == "niu2024-7x5", html.Contains("<details>"));
    }

    private static string Value(FilmParameters film, string section, string key) =>
        FilmParameterRows.Of(film).Single(r => r.Section == section && r.Key == key).Value;

    private static string Html(FilmParameters film)
    {
        HtmlPage page = new("test");
        FilmParameterTable.Add(page, film);
        return page.ToString();
    }
}
