using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.BoardStudies.Tests.EndToEnd;
using MagHopfield.Shared;
using MagHopfield.Toml;

namespace MagHopfield.BoardStudies.Tests.FilmFiles;

public class EndToEndParametersTests
{
    [Fact]
    public void The_preset_is_the_published_experiment()
    {
        EndToEndParameters parameters = EndToEndParameters.Preset("niu2024");
        Assert.Equal(["+ - + -", "+ + - -"], parameters.Trainings.Select(t => t.Pattern.ToString()));
        Assert.All(parameters.Trainings, t => Assert.Equal((5.0, 200e-6, 1), (t.Voltage, t.Width, t.Pulses)));
        Assert.Equal(43.062, parameters.Film.Magnetism.HardAxisAnisotropy);
        Assert.Equal(5e-4, parameters.MeasurementBudget);
    }

    [Fact]
    public void Lessons_of_the_file_replace_the_published_ones()
    {
        EndToEndParameters parameters = EndToEndParameters.Parse(
            """
            preset = "niu2024"
            [[training]]
            pattern = "+ - - -"
            voltage = 3.0
            width = 50e-6
            pulses = 4
            [measurement]
            averages = 2
            budget = 1e-3
            [board]
            seed = 9
            pulse_rise = 1.3e-6
            """,
            "mine.toml");
        Training lesson = Assert.Single(parameters.Trainings);
        Assert.Equal(("+ - - -", 3.0, 50, 4), (lesson.Pattern.ToString(), lesson.Voltage, lesson.WidthMicroseconds, lesson.Pulses));
        Assert.Equal((2, 1e-3, 9), (parameters.Averages, parameters.MeasurementBudget, parameters.Board.Seed));
        Assert.Equal(1.3e-6, parameters.Board.Analog.DriverRise);
    }

    [Theory]
    [
        InlineData(
            "[[training]]\npattern = \"+ - +\"",
            "mine.toml(3): training.pattern is \"+ - +\": the pattern has 3 signs, the film 4 nodes; write 4 signs."),
    ]
    [InlineData("[[training]]\npattern = \"+ + + +\"", "all signs are the same")]
    [InlineData("[[training]]\npattern = \"+ - + -\"\nwidth = 1e-2", "mine.toml(4): training.width is 0.01 s")]
    [InlineData("[[training]]\npattern = \"+ - + -\"\nvoltage = 6.0", "mine.toml(4): training.voltage is 6 V; it must be at most 5 V.")]
    [InlineData("[measurment]\naverages = 2", "mine.toml(2): unknown section [measurment]; did you mean 'measurement'?")]
    [InlineData("[board]\nsede = 2", "mine.toml(3): unknown key 'board.sede'; did you mean 'seed'?")]
    [InlineData("[film]\nthickness = -1e-9", "mine.toml(3): film.thickness is -1E-09 m; it must be greater than 0 m.")]
    [InlineData("[measurement]\naverages = 0", "mine.toml(3): measurement.averages is 0; write a whole number from 1 to 1000.")]
    public void A_mistake_is_named_with_file_line_and_mend(string text, string expected)
    {
        string message = Assert.Throws<ProblemFileException>(
            () => EndToEndParameters.Parse("preset = \"niu2024\"\n" + text, "mine.toml")).Message;
        Assert.Contains(expected, message);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("+ - +", "3 signs")]
    [InlineData("+ x - -", "character 3 is 'x'")]
    [InlineData("", "no '+' or '-'")]
    [InlineData("- - - -", "all signs are the same")]
    public void A_bad_pattern_on_the_command_line_is_named(string text, string expected)
    {
        string message = Assert.Throws<ProblemFileException>(() => CoarseFilm.Parameters.WithPatterns([text])).Message;
        Assert.StartsWith($"--train \"{text}\"", message);
        Assert.Contains(expected, message);
    }

    [Fact]
    public void A_film_of_another_number_of_nodes_takes_its_lessons_from_the_command_line_or_asks_for_them()
    {
        EndToEndParameters parameters = EndToEndParameters.Parse(
            "preset = \"niu2024-7x5\"\n[array]\nrows = 1\ncolumns = 3\npitch = 0.875e-6\npadding = 0.5e-6\npad_size = "
            + "0.5e-6\n[film]\nthickness = 55.8e-9\ncell = 125e-9\n",
            "mine.toml");
        Training lesson = Assert.Single(parameters.WithPatterns(["+ - +"]).Trainings);
        Assert.Equal(("+ - +", 5.0, 200e-6, 1), (lesson.Pattern.ToString(), lesson.Voltage, lesson.Width, lesson.Pulses));
        string message = Assert.Throws<ProblemFileException>(() => parameters.WithPatterns([])).Message;
        Assert.StartsWith("mine.toml(1): no [[training]] is given", message);
        Assert.EndsWith("add [[training]] with a pattern of 3 signs, or give one with --train.", message);
    }
}
