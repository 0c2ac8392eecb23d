using CsCheck;

namespace MagHopfield.Toml.Tests;

public class TomlSectionTests
{
    private const string Film = """
        name = "test"
        [film]
        width = 5e-6
        cells = [100, 50]
        demagnetisation = true
        seed = 7
        gold.thickness = 1e-7
        [[electrode]]
        x = 1
        [[electrode]]
        x = 2
        """;

    [Fact]
    public void Values_are_read_with_their_types()
    {
        TomlSection root = TomlFile.Parse(Film, "film.toml");
        TomlSection film = root.Section("film");
        Assert.Equal("test", root.Text("name"));
        Assert.Equal(5e-6, film.Positive("width", "m"));
        Assert.Equal([100.0, 50.0], film.Numbers("cells", 2, ""));
        Assert.True(film.Flag("demagnetisation"));
        Assert.Equal(7, film.Integer("seed", 0, 10));
        Assert.Equal(1e-7, film.Section("gold").Positive("thickness", "m"));
        Assert.Equal([1.0, 2.0], root.Sections("electrode").Select(e => e.Number("x", "m")));
        root.RefuseUnknownKeys();
    }

    [Fact]
    public void Sections_that_are_written_as_a_list_are_refused_not_passed_over()
    {
        TomlSection root = TomlFile.Parse("title = \"t\"\nregion = [\n  { name = \"a\" },\n]\n", "file.toml");
        ProblemFileException e = Assert.Throws<ProblemFileException>(() => root.Sections("region"));
        Assert.Equal(
            "file.toml(2): 'region' must be a section; write [region], or [[region]] where it may stand several times, on a line of its "
            + "own.",
            e.Message);
    }

    [Fact]
    public void An_unknown_key_is_refused_with_line_and_suggestion()
    {
        TomlSection root = TomlFile.Parse("[film]\nthicknes = 1e-8\n", "film.toml");
        root.Section("film").Positive("thickness", "m", 1e-8);
        string message = Assert.Throws<ProblemFileException>(root.RefuseUnknownKeys).Message;
        Assert.Equal("film.toml(2): unknown key 'film.thicknes'; did you mean 'thickness'?", message);
    }

    [Fact]
    public void An_unknown_section_is_refused()
    {
        TomlSection root = TomlFile.Parse("[fillm]\nwidth = 1\n", "a.toml");
        root.OptionalSection("film");
        Assert.Contains(
            "a.toml(1): unknown section [fillm]; did you mean 'film'?",
            Assert.Throws<ProblemFileException>(root.RefuseUnknownKeys).Message);
    }

    [Theory]
    [InlineData("width = -1.0", "a.toml(1): width is -1 m; it must be greater than 0 m.")]
    [InlineData("width = 0", "a.toml(1): width is 0 m; it must be greater than 0 m.")]
    [InlineData("width = nan", "a.toml(1): width is NaN m; write a finite number in m.")]
    [InlineData("width = \"5\"", "a.toml(1): width is the text \"5\", not a number; write a number in m.")]
    [InlineData("", "a.toml(1): key 'width' is missing; add it as a number in m.")]
    [InlineData("[width]\na = 1", "a.toml(1): width is a section here, but one value is wanted; write key = value.")]
    public void A_bad_number_says_where_what_and_how_to_mend(string text, string expected)
    {
        TomlSection root = TomlFile.Parse(text, "a.toml");
        Assert.Equal(expected, Assert.Throws<ProblemFileException>(() => root.Positive("width", "m")).Message);
    }

    [Theory]
    [InlineData("a = ")]
    [InlineData("[x\ny = 1")]
    [InlineData("a = 1\na = 2")]
    [InlineData("= 3")]
    public void Broken_TOML_is_one_line_with_the_file(string text)
    {
        string message = Assert.Throws<ProblemFileException>(() => TomlFile.Parse(text, "a.toml")).Message;
        Assert.StartsWith("a.toml", message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        string message = Assert.Throws<ProblemFileException>(() => TomlFile.Load("/nowhere/film.toml")).Message;
        Assert.Equal("/nowhere/film.toml: there is no such file; check the path.", message);
    }

    [Fact]
    public void Any_text_is_read_or_refused_by_a_ProblemFileException() =>
        Gen.OneOf(Gen.String[0, 60], Gen.String[Gen.Char["[]=\".\na1 {},'"], 0, 40]).Sample(text =>
        {
            try
            {
                TomlSection root = TomlFile.Parse(text, "fuzz.toml");
                root.RefuseUnknownKeys();
            }
            catch (ProblemFileException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        });

    [Fact]
    public void The_nearest_name_is_the_one_a_slip_away()
    {
        Assert.Equal("thickness", NearestName.To("thikcness", ["width", "thickness", "height"]));
        Assert.Null(NearestName.To("banana", ["width", "thickness"]));
    }

    [Fact]
    public void Undeclared_keys_are_listed_before_anything_is_read()
    {
        TomlSection film = TomlFile.Parse("[film]\nthicknes = 1e-8\nwidth = 1\ncolour = 2\n", "a.toml").Section("film");
        film.Declare(["thickness", "width"]);
        Assert.Equal(
            [
                "a.toml(2): unknown key 'film.thicknes'; did you mean 'thickness'?",
                "a.toml(4): unknown key 'film.colour'; known here: thickness, width.",
            ],
            film.UndeclaredKeys());
        Assert.Equal(3, film.LineOf("width"));
        Assert.Equal(1, film.LineOf("height"));
    }

    [Fact]
    public void A_declared_key_that_nothing_asked_for_is_refused_as_without_effect()
    {
        TomlSection root = TomlFile.Parse("seed = 1\n", "a.toml");
        root.Declare(["seed"]);
        Assert.Equal(
            "a.toml(1): key 'seed' has no effect beside the other keys here; remove it, or choose what uses it.",
            Assert.Throws<ProblemFileException>(root.RefuseUnknownKeys).Message);
    }

    [Fact]
    public void Points_are_read_as_pairs()
    {
        TomlSection root = TomlFile.Parse("corners = [[0, 0], [1.5, 0], [0, 2]]\nflat = [1, 2, 3]\n", "a.toml");
        Assert.Equal([(0, 0), (1.5, 0), (0, 2)], root.Points("corners", 3, "m"));
        Assert.Equal(
            "a.toml(2): flat is an array of 3; write an array of at least 3 points in m, as in [[0.0, 0.0], [1.0, 0.0]].",
            Assert.Throws<ProblemFileException>(() => root.Points("flat", 3, "m")).Message);
    }
}
