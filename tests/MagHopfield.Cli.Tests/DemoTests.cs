using System.Diagnostics;
using System.Text.Json;

namespace MagHopfield.Cli.Tests;

public sealed class DemoTests : IDisposable
{
    private const string CoarseFilm = "preset = \"niu2024\"\n[film]\ncells_x = 50\ncells_y = 50\n";
    private readonly string _root = Directory.CreateTempSubdirectory("maghopfield-demo").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_demo_passes_and_leaves_report_data_pictures_and_trace()
    {
        string trace = InRoot("spi.tsv");
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run(
            "demo", "--film", Film(CoarseFilm), "--out", InRoot("out"), "--trace-spi", trace);
        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        string[] figures =
        [
            .. from figure in (string[])["conductance", "current", "energy", "texture"]
            from number in (int[])[1, 2]
            from kind in (string[])["png", "svg"]
            select $"{figure}{number}.{kind}",
        ];
        string[] files =
        [
            .. figures.Concat(["command.txt", "files.txt", "film.toml", "report.html", "result.json"]).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(files, Directory.EnumerateFileSystemEntries(InRoot("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(files, File.ReadAllLines(InRoot("out", "files.txt")));
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(InRoot("out", "result.json")));
        Assert.True(json.RootElement.GetProperty("passes").GetBoolean());
        Assert.Contains("●", outcome.Output);
        Assert.Contains("cross-check: pass", outcome.Output.ReplaceLineEndings(" "));

        // The film that the result records is that film again.
        Assert.Equal(
            0,
            MaghopfieldProcess.Run(
                "demo",
                "--film",
                InRoot("out", "film.toml"),
                "--train",
                "+ - + -",
                "--train",
                "+ + - -",
                "--out",
                InRoot("again")).ExitCode);
        using JsonDocument again = JsonDocument.Parse(File.ReadAllText(InRoot("again", "result.json")));
        Assert.Equal(Learned(json, 0), Learned(again, 0));

        static string Learned(JsonDocument result, int training) =>
            result.RootElement.GetProperty("trainings")[training].GetProperty("conductance_simulated_S").GetRawText();
    }

    [Fact]
    public void The_SPI_trace_has_time_chip_bytes_and_register_names_for_every_frame()
    {
        string trace = InRoot("spi.tsv");
        Assert.Equal(
            0,
            MaghopfieldProcess.Run(
                "demo", "--film", Film(CoarseFilm), "--train", "+ - - -", "--out", InRoot("out"), "--trace-spi", trace).ExitCode);
        string[] lines = File.ReadAllLines(trace);
        Assert.Equal("time (us)\tchip\tout\tin\tmeaning", lines[0]);
        string[][] rows = [.. lines.Skip(1).Select(l => l.Split('\t'))];
        Assert.All(rows, r => Assert.Equal(5, r.Length));
        Assert.Equal(["ADC", "DAC1", "PSW1", "SW1", "SW2", "SW3", "SW4"], rows.Select(r => r[1]).Distinct().Order());
        double[] times = [.. rows.Select(r => double.Parse(r[0], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(times.Order(), times);
        Assert.Contains(rows, r => r[1] == "ADC" && r[4].Contains("IO_CONTROL_1"));
        Assert.Contains(rows, r => r[1] == "SW1" && r[4].Contains("SW_DATA"));
        Assert.All(rows, r => Assert.Equal(r[2].Length, r[3].Length));
    }

    [Fact]
    public void Patterns_on_the_command_line_replace_the_published_ones()
    {
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run(
            "demo", "--film", Film(CoarseFilm), "--train", "- - + -", "--out", InRoot("out"));
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("trained - - + -", outcome.Output);
        Assert.DoesNotContain("trained + - + -", outcome.Output);
    }

    [Theory]
    [InlineData(1, 3, "+ - +")]
    [InlineData(2, 1, "+ -")]
    public void A_film_of_any_number_of_nodes_is_taught_what_the_command_line_says(int rows, int columns, string pattern)
    {
        string text = $"""
            preset = "niu2024-7x5"
            [array]
            rows = {rows}
            columns = {columns}
            pitch = 0.875e-6
            padding = 0.5e-6
            pad_shape = "square"
            pad_size = 0.5e-6
            [film]
            thickness = 55.8e-9
            cell = 125e-9
            """;
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run(
            "demo", "--film", Film(text), "--train", pattern, "--out", InRoot("out"));
        Assert.Equal("", outcome.Error);
        Assert.Contains($"trained {pattern}", outcome.Output);
        AssertOneLine(MaghopfieldProcess.Run("demo", "--film", Film(text), "--out", InRoot("again")), 2, "no [[training]] is given");
    }

    [Theory]
    [InlineData(new[] { "demo", "--train", "+ - +" }, "the pattern has 3 signs, the film 4 nodes; write 4 signs.")]
    [InlineData(new[] { "demo", "--train", "abc" }, "character 1 is 'a'")]
    [InlineData(new[] { "demo", "--film", "niu2042" }, "did you mean 'niu2024'?")]
    [InlineData(new[] { "demo", "--film", "missing.toml" }, "missing.toml: there is no such file; check the path.")]
    [InlineData(new[] { "demo", "--trian", "+ - + -" }, "did you mean '--train'?")]
    [InlineData(new[] { "dmeo" }, "did you mean 'demo'?")]
    [InlineData(new[] { "demo", "--out", "/dev/null" }, "is a file; name a folder with --out.")]
    [InlineData(new[] { "demo", "--out", "/proc/maghopfield" }, "cannot be written")]
    [InlineData(new[] { "demo", "--trace-spi", "/missing/folder/spi.tsv" }, "there is no folder '/missing/folder'")]
    [InlineData(new[] { "preset", "niu2042" }, "There is no film preset 'niu2042'")]
    public void A_mistake_on_the_command_line_is_one_line_and_exit_code_2(string[] arguments, string expected) =>
        AssertOneLine(MaghopfieldProcess.Run(arguments), 2, expected);

    [Theory]
    [InlineData("[film]\nthicknes = 1e-9", "(3): unknown key 'film.thicknes'; did you mean 'thickness'?")]
    [InlineData("[film]\nthickness = -1e-9", "(3): film.thickness is -1E-09 m; it must be greater than 0 m.")]
    [InlineData("[[electrode]]\nname = \"1\"\nshape = \"disk\"\nx = 9e-6\ny = 0.0\nradius = 1e-7", "outside the film")]
    [InlineData("[[training]]\npattern = \"+ -\"", "(3): training.pattern is \"+ -\"")]
    [InlineData("[film", "(2)")]
    public void A_mistake_in_the_file_is_one_line_with_file_and_line(string text, string expected)
    {
        string film = Film("preset = \"niu2024\"\n" + text);
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run("demo", "--film", film, "--out", InRoot("out"));
        AssertOneLine(outcome, 2, expected);
        Assert.Contains(film, outcome.Error);
        Assert.False(Directory.Exists(InRoot("out")));
    }

    [Fact]
    public void An_instrument_that_stops_is_exit_code_3_and_leaves_nothing()
    {
        // A switch of 1 MΩ starves the probe current; the firmware must notice and say so.
        string film = Film(CoarseFilm + "[board]\nswitch_resistance = 1e6\n");
        AssertOneLine(
            MaghopfieldProcess.Run("demo", "--film", film, "--out", InRoot("out")), 3, "the instrument stopped, all switches are open");
        Assert.False(Directory.Exists(InRoot("out")));
    }

    [Fact]
    public void Ctrl_C_ends_a_run_with_one_line_and_no_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sends SIGINT by the tools of a Linux machine.");
        using Process process = MaghopfieldProcess.StartInterruptible("demo", "--out", InRoot("out"), "--trace-spi", InRoot("spi.tsv"));
        while (!Directory.Exists(InRoot("out")) && !process.HasExited)
            Thread.Sleep(20);

        // `kill -INT` is what a terminal sends; a run of the full film lasts for seconds after its folder exists.
        Thread.Sleep(300);
        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            kill.WaitForExit();
        }

        AssertOneLine(MaghopfieldProcess.Finish(process), 130, "interrupted; no result was written.");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void A_preset_can_be_printed_changed_and_run()
    {
        MaghopfieldProcess.Outcome preset = MaghopfieldProcess.Run("preset", "niu2024");
        Assert.Equal(0, preset.ExitCode);
        Assert.Contains("hard_axis_anisotropy = 43.062", preset.Output);
        string changed = preset.Output.Replace("cells_x = 100", "cells_x = 40").Replace("cells_y = 100", "cells_y = 40");
        Assert.NotEqual(preset.Output, changed);
        Assert.Equal(0, MaghopfieldProcess.Run("demo", "--film", Film(changed), "--train", "+ + - -", "--out", InRoot("out")).ExitCode);
    }

    private static void AssertOneLine(MaghopfieldProcess.Outcome outcome, int exitCode, string expected)
    {
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.StartsWith("maghopfield: ", outcome.Error);
        Assert.Contains(expected, outcome.Error);
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("   at ", outcome.Error);
    }

    private string InRoot(params string[] parts) => Path.Combine([_root, .. parts]);

    private string Film(string text)
    {
        string path = InRoot("film.toml");
        File.WriteAllText(path, text);
        return path;
    }
}
