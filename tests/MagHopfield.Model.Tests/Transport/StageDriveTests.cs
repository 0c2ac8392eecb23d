using MagHopfield.Model.Files;
using MagHopfield.Toml;

namespace MagHopfield.Model.Tests.Transport;

/// <summary>Stages that drive electrodes otherwise than the file does.</summary>
public sealed class StageDriveTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_drive_of_a_stage_stands_for_that_of_its_electrode_while_the_stage_lasts()
    {
        _run.Run(File(Run + Run + Drive("left", "voltage = 0.3") + Run + Drive("right", "voltage = 0.05")));
        double[] left = _run.Column("V_left"), right = _run.Column("V_right");
        Assert.Equal([0.1, 0.1, 0.3, 0.1], left, (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([0, 0, 0, 0.05], right, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void Twice_the_voltage_is_the_same_as_a_factor_of_two_on_the_current()
    {
        _run.Run(File(Run + Run + Drive("left", "voltage = 0.2")));
        using TestRun factor = new();
        factor.Run(File(Run + Run + "current_factor = 2.0\n"));
        Assert.Equal(factor.Final.X, _run.Final.X);
        Assert.Equal(factor.Final.Y, _run.Final.Y);
        using TestRun once = new();
        once.Run(File(Run + Run));
        Assert.NotEqual(once.Final.X, _run.Final.X);
    }

    [Fact]
    public void Its_time_begins_with_the_stage_and_steps_end_at_its_corners()
    {
        _run.Run(File(Run + Run + Drive("left", "voltage = 1.0\nwaveform = \"ramp\"\ndelay = 5e-12\nduration = 1e-11")) + "\n"
            + "table_interval = 5e-12\n");
        Assert.Equal(
            [0, 5e-12, 1e-11, 1.5e-11, 2e-11, 2.5e-11, 3e-11, 3.5e-11, 4e-11], _run.Column("t"), (a, b) => Math.Abs(a - b) < 1e-20);
        Assert.Equal([0.1, 0.1, 0.1, 0.1, 0.1, 0, 0.5, 1, 1], _run.Column("V_left"), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void A_run_with_it_goes_on_from_a_checkpoint_to_the_same_bits()
    {
        string text = File(Run + Run.Replace("2e-11", "2e-10") + Drive("left", "voltage = 1.0\nwaveform = \"sine\"\nfrequency = 2e10"))
            .Replace("amr_ratio = 0.0", "amr_ratio = 0.3\noersted = true");
        _run.Run(text);
        using TestRun again = new();
        again.RunInterruptedAfter(text, 120);
        Assert.Equal(_run.Final.X, again.Final.X);
        Assert.Equal(_run.Final.Z, again.Final.Z);
        Assert.Equal(
            System.IO.File.ReadAllText(_run.PathOf("out/table.tsv")), System.IO.File.ReadAllText(again.PathOf("out/table.tsv")));
    }

    [Theory]
    [InlineData("left", "current = 1e-3", "write voltage")]
    [InlineData("lift", "voltage = 0.2", "did you mean \"left\"?")]
    [InlineData("left", "voltage = 0.2\n[[stage.drive]]\nelectrode = \"left\"\nvoltage = 0.3", "is \"left\" again")]
    [InlineData("left", "voltage = 0.2\n[[stage]]\nkind = \"relax\"\n[[stage.drive]]\nelectrode = \"left\"\nvoltage = 0", "has no current")]
    [InlineData("left", "voltage = 0.2\nvoltag = 3", "voltag")]
    public void What_makes_no_sense_is_refused_in_one_line(string electrode, string keys, string message)
    {
        string said = Assert.Throws<ProblemFileException>(() => ProblemFile.Parse(File(Run + Drive(electrode, keys)), "a.toml")).Message;
        Assert.Contains(message, said);
        Assert.StartsWith("a.toml(", said);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public void It_is_read_again_from_its_document()
    {
        ProblemDocument document = ProblemDocument.Of(
            _run.Parse(File(Run + Run + Drive("left", "voltage = 0.2\nwaveform = \"pulse\"\nduration = 1e-11\nrise = 1e-12"))));
        Assert.Contains("[[stage.drive]]", document.Text);
        Assert.Equal(document, ProblemDocument.Of(ProblemFile.Parse(document.Text, "elsewhere.toml")));
    }

    private const string Run = "[[stage]]\nkind = \"run\"\ntime = 2e-11\n";

    private static string Drive(string electrode, string keys) => $"[[stage.drive]]\nelectrode = \"{electrode}\"\n{keys}\n";

    private static string File(string stages) => $"""
        [[electrode]]
        name = "left"
        shape = "rectangle"
        size = [2e-9, 1e-6]
        centre = [-40e-9, 0, 0]
        [[electrode]]
        name = "right"
        shape = "rectangle"
        size = [2e-9, 1e-6]
        centre = [40e-9, 0, 0]
        [mesh]
        cells = [16, 4, 1]
        size = [80e-9, 20e-9, 2e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.1
        [demagnetisation]
        enabled = false
        [transport]
        isotropic_conductivity = 5e6
        amr_ratio = 0.0
        [[drive]]
        electrode = "left"
        voltage = 0.1
        [[drive]]
        electrode = "right"
        voltage = 0.0
        [current]
        polarisation = 1.0
        nonadiabaticity = 0.2
        [initial]
        state = "two_domains"
        direction = [1, 0, 0]
        wall_direction = [0, 1, 0]
        wall_width = 30e-9
        {stages}
        [output]
        pictures = []
        columns = ["t", "mx", "V_left", "V_right", "I_left"]

        """;
}
