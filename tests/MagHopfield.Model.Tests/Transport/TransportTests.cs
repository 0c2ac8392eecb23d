using CsCheck;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Files;

namespace MagHopfield.Model.Tests.Transport;

/// <summary>Electrodes of problem files: resistance, the current that they drive, and what it does to the magnetisation.</summary>
public sealed class TransportTests : IDisposable
{
    // Between the electrodes, which cover a nanometre at each end.
    private const double Length = 398e-9, Width = 40e-9, Thickness = 2e-9, Ms = 8e5;

    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(0.6, 0.8)]
    public void The_resistance_of_a_uniform_strip_is_that_of_its_anisotropic_resistivity(double mx, double my)
    {
        // E along the strip, and none of the transverse current: ρ = ρ⊥ + (ρ∥ − ρ⊥) cos² of the angle, a = 2(ρ∥ − ρ⊥)/(ρ∥ + ρ⊥).
        _run.Run(
            Strip(
                $"direction = [{TomlText.Number(mx)}, {TomlText.Number(my)}, 0]", "amr_ratio = 0.1\ncontact_resistance = 3.0", "", "1e-15")
            + "[output]\npictures = []\ncolumns = [\"R_left_right\", \"G_left_left\"]\n");
        const double ratio = 2.1 / 1.9;
        double across = (2 + (1 / ratio)) / 3 / 5e6;
        double resistivity = across * (1 + ((ratio - 1) * mx * mx));
        double expected = (resistivity * Length / (Width * Thickness)) + 6;
        Assert.Equal(expected, _run.Column("R_left_right")[0], mx * my == 0 ? 1e-8 * expected : 2e-3 * expected);
        Assert.Equal(1 / _run.Column("R_left_right")[0], _run.Column("G_left_left")[0], 1e-12);
    }

    [Fact]
    public void A_wall_drifts_at_u_under_a_solved_current_where_the_nonadiabaticity_is_the_damping()
    {
        _run.Run(Wall);
        double[] mx = _run.Column("mx"), current = _run.Column("I_left"), voltage = _run.Column("V_left");
        double j = 5e6 * 0.1 / Length;
        double u = PhysicalConstants.BohrMagneton * j / (PhysicalConstants.ElementaryCharge * Ms);
        double moved = 0.5 * 400e-9 * (mx[^1] - mx[^2]);
        Assert.Equal(0.1, voltage[^1], 1e-12);
        Assert.Equal(j * Width * Thickness, current[^1], 1e-8 * j * Width * Thickness);

        // Electrons go from right to left, against the current, and take the wall along.
        Assert.Equal(-u * 1e-9, moved, 0.01 * u * 1e-9);
    }

    [Fact]
    public void A_run_with_electrodes_and_feedback_goes_on_from_a_checkpoint_to_the_same_bits()
    {
        string text = Wall.Replace("amr_ratio = 0.0", "amr_ratio = 0.3\noersted = true").Replace("time = 1e-9", "time = 1e-10")
            .Replace("[initial]", "[field]\nconstant = [300.0, 0, 0]\nfeedback = \"R_left_right\"\nfeedback_gain = 0.01\n[initial]")
            .Replace("[output]", "[output]\ntable_interval = 1.1e-11");
        _run.Run(text);
        using TestRun again = new();
        again.RunInterruptedAfter(text, 150);
        Assert.Equal(_run.Final.X, again.Final.X);
        Assert.Equal(_run.Final.Z, again.Final.Z);
        Assert.Equal(File.ReadAllText(_run.PathOf("out/table.tsv")), File.ReadAllText(again.PathOf("out/table.tsv")));
    }

    [Fact]
    public void A_field_with_feedback_is_the_measured_resistance_times_its_gain_and_an_offset()
    {
        _run.Run(
            Strip(
                "direction = [1, 0.3, 0]",
                "amr_ratio = 0.5",
                "[field]\nconstant = [0, 1e4, 0]\nfeedback = \"R_left_right\"\nfeedback_gain = 0.002\nfeedback_offset = -1.0\n",
                "2e-11")
            + "[output]\npictures = []\ntable_interval = 1e-11\ncolumns = [\"Hy\", \"R_left_right\", \"dt\"]\n");
        double[] h = _run.Column("Hy"), r = _run.Column("R_left_right");
        Assert.Equal(1e4 * ((0.002 * r[0]) - 1), h[0], 1e-9 * Math.Abs(h[0]));

        // Later it is that at the start of the last step: near, and moved along.
        Assert.Equal(1e4 * ((0.002 * r[^1]) - 1), h[^1], 0.02 * Math.Abs(h[^1]));
        Assert.NotEqual(h[0], h[^1]);
    }

    [Theory]
    [InlineData("3.3e-13")]
    [InlineData("7e-13")]
    public void A_pulse_does_the_same_wherever_its_corners_fall_within_steps(string delay)
    {
        // Nothing else moves m, so what comes of a pulse hangs on its area alone; a step over a jump would miss a part of it.
        double[] At(string at)
        {
            using TestRun run = new();
            run.Run(Chain("2e-12", "waveform = \"pulse\"\nduration = 1e-12\ndelay = " + at, "1e-12", "isotropic_conductivity = 5e6"));
            return [.. run.Final.Y];
        }

        double[] first = At("0.0"), later = At(delay);
        double largest = first.Max(Math.Abs);
        Assert.All(first.Zip(later), pair => Assert.Equal(pair.First, pair.Second, 1e-10 * largest));
        using TestRun none = new();
        none.Run(Chain("2e-12", "waveform = \"pulse\"\nduration = 1e-15\ndelay = 1e-13", "1e-12", "isotropic_conductivity = 5e6"));
        Assert.True(first.Zip(none.Final.Y).Max(pair => Math.Abs(pair.First - pair.Second)) > 1e-3 * largest);
    }

    [Fact]
    public void A_current_follows_m_within_steps_so_that_their_length_does_not_matter()
    {
        // The resistance turns with m about the field, and the current with it.
        double[] At(string step)
        {
            using TestRun run = new();
            run.Run(Chain("8e-12", "", step, "isotropic_conductivity = 5e6\namr_ratio = 1.5", "[field]\nconstant = [0, 3e5, 0]\n").Replace(
                "state = \"random\"\nseed = 3",
                "state = \"two_domains\"\ndirection = [1, 0, 0]\nwall_direction = [0, 1, 0]\nwall_width = 100e-9"));
            return [.. run.Final.X, .. run.Final.Y, .. run.Final.Z];
        }

        static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
        // A current held over each step makes 8.7e-4 of it.
        double[] whole = At("2e-13"), quarter = At("5e-14");
        Assert.InRange(Distance(whole, quarter) / Math.Sqrt(whole.Length / 3), 0, 3e-4);
    }

    [Theory]
    [InlineData("[[electrode]]\nname = \"right\"", "[[electrode]]\nname = \"left\"", "is \"left\" again")]
    [InlineData("[[electrode]]\nname = \"right\"", "[[electrode]]\nname = \"a_b\"", "write letters and digits only")]
    [InlineData("electrode = \"left\"", "electrode = \"lift\"", "did you mean \"left\"?")]
    [InlineData("electrode = \"left\"", "electrode = \"right\"", "one [[drive]] holds an electrode")]
    [InlineData("voltage = 0.1", "voltage = 0.1\ncurrent = 1e-3", "are both voltage and current")]
    [InlineData("voltage = 0.1", "", "is neither voltage and current")]
    [InlineData("voltage = 0.1\n", "current = 1e-3\n", null)]
    [InlineData("cells = [80, 1, 1]", "cells = [80, 1, 2]", "is solved in one")]
    [InlineData("cells = [80, 1, 1]", "cells = [80, 1, 1]\nperiodic = [\"y\"]", "remove periodic")]
    [InlineData("[transport]\nmodel = \"amr\"\nisotropic_conductivity = 5e6\namr_ratio = 0.0\n", "", "there is no [transport]")]
    [InlineData("model = \"amr\"", "model = \"gmr\"", "parallel_conductivity")]
    [InlineData("\"I_left\"", "\"I_lift\"", "did you mean \"I_left\"?")]
    [InlineData("[current]\n", "[slonczewski]\nfixed_layer = [1, 0, 0]\npolarisation = 0.4\n[current]\n", "stays in the plane of the film")]
    [InlineData("[initial]", "[field]\nfeedback = \"R_left_rigt\"\n[initial]", "did you mean \"R_left_right\"?")]
    public void What_makes_no_sense_is_refused_in_one_line(string text, string other, string? message)
    {
        string changed = Wall.Replace(text, other);
        Assert.NotEqual(Wall, changed);
        if (message is null)
        {
            ProblemFile.Parse(changed, "a.toml");
            return;
        }

        string said = Assert.Throws<ProblemFileException>(() => ProblemFile.Parse(changed, "a.toml")).Message;
        Assert.Contains(message, said);
        Assert.StartsWith("a.toml(", said);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public void A_film_with_electrodes_and_drives_of_every_kind_is_read_again_from_its_document()
    {
        string text = Wall.Replace("voltage = 0.1", "current = 1e-3\nwaveform = \"pulse\"\nduration = 1e-10\nrise = 1e-11")
            .Replace(
                "model = \"amr\"\nisotropic_conductivity = 5e6\namr_ratio = 0.0",
                "model = \"gmr\"\nparallel_conductivity = 4e6\ngmr_ratio = 0.1\nfixed_layer = [1, 2, 0]\noersted = true")
            .Replace("[initial]", "[field]\nconstant = [1, 2, 3]\nfeedback = \"R_left_right\"\nfeedback_gain = 0.3\n[initial]");
        ProblemDocument document = ProblemDocument.Of(_run.Parse(text));
        Assert.Contains("gmr_ratio", document.Text);
        Assert.Contains("duration", document.Text);
        Assert.Contains("feedback_gain", document.Text);
        Assert.Equal(document, ProblemDocument.Of(ProblemFile.Parse(document.Text, "elsewhere.toml")));
    }

    [Fact]
    public void A_feedback_without_electrodes_is_refused()
    {
        string text = Wall[Wall.IndexOf("[mesh]", StringComparison.Ordinal)..Wall.IndexOf("[transport]", StringComparison.Ordinal)]
            + "[field]\nconstant = [1, 0, 0]\nfeedback = \"R_1_2\"\n[initial]\nstate = \"uniform\"\n[[stage]]\nkind = \"relax\"\n";
        Assert.Contains("which nothing measures", Assert.Throws<ProblemFileException>(() => ProblemFile.Parse(text, "a.toml")).Message);
    }

    [Theory]
    [InlineData("centre = [-200e-9, 0, 0]", "centre = [-900e-9, 0, 0]", "covers no point of the mesh")]
    [InlineData("centre = [-200e-9, 0, 0]", "centre = [200e-9, 0, 0]", "overlap")]
    public void Electrodes_that_cannot_be_are_found_by_check(string text, string other, string message)
    {
        string path = _run.PathOf("problem.toml");
        File.WriteAllText(path, Wall.Replace(text, other));
        Finding finding = Assert.Single(ProblemCheck.OfFile(path), f => f.Severity == Severity.Error);
        Assert.Contains(message, finding.Message);
        Assert.Contains(message, Assert.Throws<ProblemFileException>(() => _run.Run(Wall.Replace(text, other))).Message);
    }

    private static string Electrodes => $$"""
        [[electrode]]
        name = "left"
        shape = "rectangle"
        size = [2e-9, 1e-6]
        centre = [-200e-9, 0, 0]
        [[electrode]]
        name = "right"
        shape = "rectangle"
        size = [2e-9, 1e-6]
        centre = [200e-9, 0, 0]

        """;

    private static string Strip(string initial, string transport, string more, string time) => Electrodes + $"""
        [mesh]
        cells = [80, 8, 1]
        size = [400e-9, 40e-9, 2e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.1
        [demagnetisation]
        enabled = false
        [transport]
        isotropic_conductivity = 5e6
        {transport}
        {more}
        [initial]
        state = "uniform"
        {initial}
        [[stage]]
        kind = "run"
        time = {time}

        """;

    // Cells of random directions that nothing moves but what the test adds.
    private static string Chain(string time, string drive, string step, string transport, string more = "") => Electrodes + $"""
        [mesh]
        cells = [8, 1, 1]
        size = [400e-9, 40e-9, 2e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 0
        gilbert_damping = 0
        [demagnetisation]
        enabled = false
        [transport]
        {transport}
        [[drive]]
        electrode = "left"
        voltage = 4.0
        {drive}
        [[drive]]
        electrode = "right"
        voltage = 0.0
        {more}
        [current]
        polarisation = 1.0
        [initial]
        state = "random"
        seed = 3
        [solver]
        integrator = "runge_kutta_4"
        fixed_step = {step}
        [[stage]]
        kind = "run"
        time = {time}
        [output]
        pictures = []
        columns = ["t", "I_left"]
        """;

    private static string Wall => Electrodes + """
        [mesh]
        cells = [80, 1, 1]
        size = [400e-9, 40e-9, 2e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.1
        [[anisotropy]]
        axis = [1, 0, 0]
        ku1 = 2e4
        [[anisotropy]]
        axis = [0, 0, 1]
        ku1 = -3e5
        [demagnetisation]
        enabled = false
        [transport]
        model = "amr"
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
        nonadiabaticity = 0.1
        drift = "thiaville"
        [initial]
        state = "two_domains"
        direction = [1, 0, 0]
        wall_direction = [0, 1, 0]
        wall_width = 30e-9
        [[stage]]
        kind = "relax"
        [[stage]]
        kind = "run"
        time = 1e-9
        [output]
        pictures = []
        columns = ["t", "mx", "I_left", "V_left", "R_left_right", "E_oersted"]
        """;
}
