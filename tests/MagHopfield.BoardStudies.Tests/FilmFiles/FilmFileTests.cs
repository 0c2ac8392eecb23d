using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Film.Parameters;
using MagHopfield.Instrument.Board;
using MagHopfield.Toml;

namespace MagHopfield.BoardStudies.Tests.FilmFiles;

public sealed class FilmFileTests
{
    private static string Page => Path.Combine(Root(), "docs", "film-files.md");

    public static TheoryData<string> Presets => [.. FilmParameters.Presets];

    [Fact]
    public void The_reference_page_is_what_the_readers_declare()
    {
        if (Environment.GetEnvironmentVariable("MAGHOPFIELD_WRITE_DOCS") is not null)
            File.WriteAllText(Page, FilmFileReference.Markdown());

        Assert.True(
            File.ReadAllText(Page) == FilmFileReference.Markdown(),
            "docs/film-files.md differs from the readers' keys; run this test with MAGHOPFIELD_WRITE_DOCS=1 to write it.");
    }

    // What a reader asks for without declaring it, a file with that key would be refused.
    [Theory]
    [MemberData(nameof(Presets))]
    public void Every_key_of_a_built_in_film_is_declared_and_none_is_a_mistake(string preset)
    {
        TomlSection root = TomlFile.Parse(FilmParameters.PresetText(preset), preset);
        Assert.True(FilmFile.IsOne(root));
        Assert.Empty(FilmFile.Check(root));
    }

    [Fact]
    public void A_file_with_every_key_of_the_experiment_is_read()
    {
        const string text = """
            preset = "niu2024"
            [[training]]
            pattern = "+ - + -"
            voltage = 4.0
            width = 100e-6
            pulses = 2
            [measurement]
            averages = 2
            consistency_limit = 0.03
            budget = 1e-3
            calibration_voltage = 4.5
            calibration_width = 150e-6
            [board]
            seed = 3
            adc_noise = 20e-9
            switch_resistance = 3.0
            switch_resistance_spread = 0.2
            resistor_tolerance = 2e-4
            thermal_emf = 2e-6
            lead_resistance = 2.0
            pulse_rise = 1e-6
            """;
        Assert.Empty(FilmFile.Check(TomlFile.Parse(text, "a.toml")));
        EndToEndParameters p = EndToEndParameters.Parse(text, "a.toml");
        Assert.Equal((4.0, 100e-6, 2), (p.Trainings[0].Voltage, p.Trainings[0].Width, p.Trainings[0].Pulses));
        Assert.Equal(
            (2, 0.03, 1e-3, 4.5, 150e-6), (p.Averages, p.ConsistencyLimit, p.MeasurementBudget, p.CalibrationVoltage, p.CalibrationWidth));
        Assert.Equal(
            (3, 20e-9, 3.0, 0.2),
            (p.Board.Seed, p.Board.Adc.NoiseAtHighGain, p.Board.NodeSwitch.OnResistance, p.Board.NodeSwitch.OnResistanceSpread));
        Assert.Equal(
            (2e-4, 2e-6, 2.0, 1e-6),
            (p.Board.Analog.ResistorTolerance, p.Board.Analog.ThermalEmf, p.Board.Analog.ForceLeadResistance, p.Board.Analog.DriverRise));
    }

    [Theory]
    [
        InlineData(
            "preset = \"niu2024\"\n[film]\nthicknes = 1e-8\n", 3, "unknown key 'film.thicknes'; did you mean 'thickness'?", Severity.Error),
    ]
    [
        InlineData(
            "preset = \"niu2024\"\n[magnetism]\nsaturation_magnetisation = -1\n",
            3,
            "magnetism.saturation_magnetisation is -1 A/m",
            Severity.Error),
    ]
    [InlineData("preset = \"niu2024\"\n[film]\nthickness = 55.8\n", 3, "film.thickness is 55.8 m", Severity.Warning)]
    [
        InlineData(
            "preset = \"niu2024\"\n[measurement]\nbudget = 0.5\n",
            3,
            "measurement.budget is 0.5, a share and not per cent: 0.5 % would be 0.005.",
            Severity.Warning),
    ]
    [InlineData("preset = \"niu2024\"\n[[training]]\npattern = \"+ + + +\"\n", 3, "all signs are the same", Severity.Error)]
    [InlineData("[film]\nwidth = 5e-6\n", 1, "is missing", Severity.Error)]
    public void A_mistake_is_found_at_its_line(string text, int line, string part, Severity severity)
    {
        IReadOnlyList<Finding> findings = FilmFile.Check(TomlFile.Parse(text, "film.toml"));
        Assert.Contains(findings, f => f.Severity == severity && f.Message.Contains(part) && (line == f.Line || part == "is missing"));
        Assert.All(findings, f => Assert.DoesNotContain('\n', f.Message));
    }

    [Fact]
    public void A_problem_is_no_film()
    {
        Assert.All(
            Directory.GetFiles(Path.Combine(Root(), "examples"), "*.toml"), path => Assert.False(FilmFile.IsOne(TomlFile.Load(path))));
        Assert.False(FilmFile.IsOne(TomlFile.Parse("[mesh]\ncells = [1, 1, 1]\n", "a.toml")));
    }

    [Fact]
    public void A_problem_with_gold_and_pulse_is_a_film_with_its_experiment()
    {
        string text = File.ReadAllText(Path.Combine(Root(), "examples", "spin-torque-strip.toml"));
        int drives = text.IndexOf("[[drive]]", StringComparison.Ordinal);
        text = text.Remove(drives, text.IndexOf("[initial]", StringComparison.Ordinal) - drives) + """

            [gold]
            thickness = 100e-9
            conductivity = 4e7
            insulator_thickness = 30e-9
            lead_resistance = 0.5
            [simulation]
            rest_torque = 100.0
            longest_time = 1e-9
            relaxation_time = 0.0
            [[training]]
            pattern = "+ - - +"
            """;
        TomlSection root = TomlFile.Parse(text, "strip.toml");
        Assert.True(FilmFile.IsOne(root));
        Assert.DoesNotContain(FilmFile.Check(root), finding => finding.Severity == Severity.Error);
        EndToEndParameters parameters = EndToEndParameters.Read(TomlFile.Parse(text, "strip.toml"));
        Assert.Equal(("Spin-torque strip", 4, 160), (parameters.Film.Name, parameters.Film.NodeCount, parameters.Film.Geometry.CellsX));
        Assert.Equal("+ - - +", parameters.Trainings.Single().Pattern.ToString());
        Assert.Equal(
            "strip.toml(" + LineOf(text, "amr_ration") + "): unknown key 'transport.amr_ration'; did you mean 'amr_ratio'?",
            Assert.Throws<ProblemFileException>(
                () => EndToEndParameters.Read(TomlFile.Parse(text.Replace("amr_ratio", "amr_ration"), "strip.toml"))).Message);
    }

    private static int LineOf(string text, string wrong) =>
        text[..text.IndexOf(wrong[..^1], StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    [Fact]
    public void The_page_has_every_key_of_every_section()
    {
        string page = File.ReadAllText(Page);
        Assert.All(EndToEndParameters.Sections.SelectMany(s => s.Keys), k => Assert.Contains($"| `{k.Name}` |", page));
        Assert.All(EndToEndParameters.Sections.Where(s => s.Name.Length > 0), s => Assert.Contains($"## `{s.Header}`", page));
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MagHopfield.sln")))
            folder = folder.Parent;

        return folder?.FullName ?? throw new DirectoryNotFoundException("No MagHopfield.sln above the tests.");
    }
}
