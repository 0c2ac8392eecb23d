using MagHopfield.Film.Gold;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Toml;

namespace MagHopfield.Film.Tests.Parameters;

public class FilmParametersTests
{
    [Fact]
    public void The_preset_holds_the_table_of_the_paper()
    {
        FilmParameters film = FilmParameters.Preset("niu2024");
        Assert.Equal(4, film.NodeCount);
        Assert.Equal(8e5, film.Magnetism.SaturationMagnetisation);
        Assert.Equal(2.5863e-11, film.Magnetism.ExchangeConstant);
        Assert.Equal(43.062, film.Magnetism.HardAxisAnisotropy);
        Assert.Equal(0.3, film.Magnetism.GilbertDamping);
        Assert.Equal(2.21e5, film.Magnetism.GyromagneticRatio);
        Assert.Equal(5e6, film.Transport.IsotropicConductivity);
        Assert.False(film.Magnetism.Demagnetisation);
    }

    [Fact]
    public void Permalloy_differs_from_the_paper_s_film_in_its_anisotropy_alone()
    {
        FilmParameters film = FilmParameters.Preset("permalloy");
        Assert.True(film.Magnetism.Demagnetisation);
        Assert.Equal(0, film.Magnetism.HardAxisAnisotropy);
        FilmParameters printed = FilmParameters.Preset("niu2024");
        Assert.Equal(printed.Geometry, film.Geometry);
        Assert.Equal(printed.Gold, film.Gold);
        Assert.Equal(printed.Transport, film.Transport);
        Assert.Equal(printed.Electrodes, film.Electrodes);
    }

    [Theory]
    [InlineData("niu2024", 1600)]
    [InlineData("permalloy", 1600)]
    [InlineData("permalloy-thin", 1600)]
    [InlineData("permalloy-5um", 6400)]
    [InlineData("niu2024-held", 1600)]
    [InlineData("niu2024-gates", 1600)]
    public void Five_volts_of_plus_minus_plus_minus_give_the_field_at_the_centre_that_the_preset_states(string preset, double field)
    {
        FilmParameters film = FilmParameters.Preset(preset);
        OerstedField h = new GoldLayer(film.Geometry, film.Terminals, film.NeededGold).Field([5, -5, 5, -5]);
        int n = film.Geometry.CellsX;
        int c = n / 2 * n + n / 2;
        double centre = (h.Y[c] + h.Y[c - 1] + h.Y[c - n] + h.Y[c - n - 1]) / 4;
        Assert.Equal(field, centre, 0.02 * field);
    }

    [Fact]
    public void A_file_may_change_single_values_of_a_preset()
    {
        FilmParameters film = Read("preset = \"niu2024\"\n[film]\ncells_x = 50\ncells_y = 50\n[transport]\namr_ratio = 0.08\n");
        Assert.Equal(50, film.Geometry.CellsX);
        Assert.Equal(5e-6, film.Geometry.Width);
        Assert.Equal(0.08, film.Transport.AmrRatio);
        Assert.Equal(5e6, film.Transport.IsotropicConductivity);
        Assert.Equal(4, film.NodeCount);
    }

    [Fact]
    public void Gold_terminals_are_the_electrodes_unless_given()
    {
        FilmParameters same = Read("preset = \"niu2024\"\n");
        Assert.Same(same.Electrodes, same.Terminals);
        FilmParameters other = Read(
            Two + "[[gold.terminal]]\nx = 0.0\ny = 1e-6\nradius = 3e-7\n[[gold.terminal]]\nx = 2e-6\ny = 1e-6\nradius = 3e-7\n");
        Assert.Equal(new DiskShape(0, 1e-6, 3e-7), other.Terminals[0].Shape);
        Assert.IsType<RectangleShape>(other.Electrodes[0].Shape);
    }

    [Theory]
    [InlineData("thickness = -1e-9", "film.toml(3): film.thickness is -1E-09 m; it must be greater than 0 m.")]
    [InlineData("width = 0", "film.toml(3): film.width is 0 m; it must be greater than 0 m.")]
    [InlineData("shape = \"ring\"", "film.toml(3): film.shape is \"ring\"")]
    [InlineData("thicknes = 1e-9", "film.toml(3): unknown key 'film.thicknes'; did you mean 'thickness'?")]
    public void A_bad_film_is_refused_with_its_line(string line, string message) =>
        Assert.StartsWith(message, Refused("preset = \"niu2024\"\n[film]\n" + line + "\n"));

    [Theory]
    [InlineData("x = 9e-6\ny = 0.0\nradius = 3e-7", "electrode B lies outside the film; give x from 0 to")]
    [InlineData("x = 1e-6\ny = 1e-6\nradius = 1e-8", "electrode B is 2E-08 m across, less than a cell of")]
    [InlineData("x = 3e-7\ny = 0.0\nradius = 3e-7", "Electrodes A and B overlap at x = ")]
    [InlineData("x = 1e-6\ny = 0.0\nradius = -3e-7", "radius is -3E-07 m")]
    public void A_bad_electrode_is_refused_with_its_line_and_a_way_to_mend_it(string second, string message)
    {
        string text = "preset = \"niu2024\"\n[[electrode]]\nname = \"A\"\nx = 0.0\ny = 0.0\nradius = 3e-7\n[[electrode]]\nname = \"B\"\n"
            + second + "\n";
        string refused = Refused(text);
        Assert.StartsWith("film.toml(", refused);
        Assert.Contains(message, refused);
        Assert.DoesNotContain('\n', refused);
    }

    [Fact]
    public void An_AMR_ratio_that_no_resistivities_can_give_is_refused() =>
        Assert.Contains(
            "film.toml(3): transport.amr_ratio is 2.5; a = 2(ρ∥ − ρ⊥)/(ρ∥ + ρ⊥) lies between -2 and 2",
            Refused("preset = \"niu2024\"\n[transport]\namr_ratio = 2.5\n"));

    [Fact]
    public void A_film_without_electrodes_or_sections_says_what_to_add()
    {
        Assert.Contains("section [film] is missing", Refused("name = \"x\"\n"));
        Assert.StartsWith("film.toml(1): preset is \"niu2025\"", Refused("preset = \"niu2025\"\n"));
        Assert.Contains(
            "there are niu2024, niu2024-held, niu2024-gates, permalloy, permalloy-thin, permalloy-5um, niu2024-7x5 and yu2021",
            Assert.Throws<ArgumentException>(() => FilmParameters.Preset("py")).Message);
    }

    [Fact]
    public void A_file_on_disk_is_loaded()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".toml");
        try
        {
            File.WriteAllText(path, "preset = \"permalloy\"\nname = \"mine\"\n");
            Assert.Equal("mine", FilmParameters.Load(path).Name);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private const string Two = """
        preset = "niu2024"
        [film]
        width = 2e-6
        height = 2e-6
        cells_x = 20
        cells_y = 20
        [[electrode]]
        shape = "rectangle"
        x = 0.0
        y = 1e-6
        width = 2e-7
        height = 1e-6
        [[electrode]]
        x = 2e-6
        y = 1e-6
        radius = 3e-7
        [gold]
        lead_resistance = 10.0

        """;

    private static FilmParameters Read(string text)
    {
        TomlSection root = TomlFile.Parse(text, "film.toml");
        FilmParameters film = FilmParameters.Read(root);
        root.RefuseUnknownKeys();
        return film;
    }

    private static string Refused(string text) => Assert.Throws<ProblemFileException>(() => Read(text)).Message;
}
