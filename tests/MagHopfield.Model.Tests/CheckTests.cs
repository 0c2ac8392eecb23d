using MagHopfield.Model.Checking;
using MagHopfield.Model.Files;

namespace MagHopfield.Model.Tests;

public sealed class CheckTests
{
    private const string Sound = """
        [mesh]
        cells = [10, 10, 1]
        cell_size = [4e-9, 4e-9, 4e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.02
        [field]
        constant = [1e3, 0, 0]
        [initial]
        state = "uniform"
        [[stage]]
        kind = "run"
        time = 1e-9
        """;

    [Fact]
    public void A_sound_problem_has_no_finding() => Assert.Empty(ProblemCheck.Of(ProblemFile.Parse(Sound, "a.toml")));

    public static TheoryData<string> Examples => [.. Example.Paths];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_examples_have_no_finding(string path) => Assert.Empty(ProblemCheck.OfFile(path));

    [Theory]
    [
        InlineData(
            "[4e-9, 4e-9", "[8e-9, 8e-9", 3, "cells of 8 nm are larger than the exchange length √(2A/(µ0 Ms²)) of the material, 5.686 nm"),
    ]
    [InlineData("damping = 0.02", "damping = 0.02\ninterfacial_dmi = 4e-3", 3, "1/12 of the spiral period 4πA/D of the material, 3.403 nm")]
    [InlineData("[1e3, 0, 0]", "[0.02, 0, 0]", 8, "looks like tesla")]
    [InlineData("\"uniform\"", "\"random\"", 12, "put a stage of kind \"relax\" before")]
    [InlineData("[initial]", "[solver]\nfixed_step = 1e-12\n[initial]", 11, "longer than dormand_prince_54 bears here, 7.03e-13 s")]
    [InlineData("[initial]", "[solver]\nfixed_step = 1e-18\n[initial]", 11, "is forced tiny")]
    [InlineData("[initial]", "[solver]\nmax_step = 1e-18\n[initial]", 11, "forced tiny")]
    [InlineData("[initial]", "[output]\ntable_interval = 1e-18\n[initial]", 11, "force tiny steps")]
    [InlineData("= 8e5", "= 1.0", 5, "looks like tesla or kA/m")]
    [
        InlineData(
            "[initial]",
            "[[region]]\nname = \"far\"\nshape = \"disk\"\ndiameter = 1e-9\ncentre = [1e-6, 0, 0]\n[initial]",
            10,
            "region \"far\" has no cell"),
    ]
    [
        InlineData(
            "[initial]",
            "[[anisotropy]]\naxis = [0, 0, 1]\nku1 = 5e6\n[initial]",
            3,
            "larger than the domain-wall width √(A/K) of the material, 1.612 nm"),
    ]
    public void A_mistake_is_found_at_its_line(string from, string to, int line, string part)
    {
        Assert.Contains(from, Sound);
        IReadOnlyList<Finding> findings = ProblemCheck.Of(ProblemFile.Parse(Sound.Replace(from, to), "a.toml"));
        Assert.Contains(findings, f => f.Message.Contains(part) && f.Line == line && f.Severity == Severity.Warning);
    }

    [Fact]
    public void Every_unknown_key_is_found_with_a_suggestion()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "a.toml");
        File.WriteAllText(path, Sound.Replace("saturation_magnetisation", "saturation_magnetization").Replace("state", "stat"));
        IReadOnlyList<Finding> findings = ProblemCheck.OfFile(path);
        Assert.Equal([5, 11], findings.Select(f => f.Line));
        Assert.Equal("unknown key 'material.saturation_magnetization'; did you mean 'saturation_magnetisation'?", findings[0].Message);
        Assert.All(findings, f => Assert.Equal(Severity.Error, f.Severity));
    }

    [Fact]
    public void What_does_not_fit_into_memory_is_an_error_that_says_need_and_machine()
    {
        ProblemFile file = ProblemFile.Parse(Sound.Replace("[10, 10, 1]", "[1000, 1000, 500]"), "a.toml");
        Finding finding = Assert.Single(ProblemCheck.Of(file), f => f.Severity == Severity.Error);
        Assert.Equal(2, finding.Line);
        Assert.Contains("5e8 cells take about 244 GB, this machine has ", finding.Message);
        Assert.Contains("--ignore-memory", finding.Message);
    }

    [Fact]
    public void Each_method_has_its_own_longest_step()
    {
        // Two axes of ten cells of 4 nm: γ(2A/µ0Ms · 2·4cos²(π/20)/Δ² + Ms + H) = 2.965e12 rad/s, whose eigenvalue lies along −α ± i with α
        // = 0.02.
        (string Method, double Turn)[] limits =
        [
            ("dormand_prince_54", 2.0795), ("bogacki_shampine_32", 1.8527), ("runge_kutta_4", 2.8672), ("heun", 0.569),
            ("semi_implicit_midpoint", 0.569),
        ];
        foreach ((string method, double turn) in limits)
        {
            string text = Sound.Replace("[initial]", $"[solver]\nintegrator = \"{method}\"\nfixed_step = 1e-13\n[initial]");
            Assert.Equal(turn, StepChecks.Steps(ProblemFile.Parse(text, "a.toml").Problem).Stable * 2.965e12, 0.01 * turn);
        }
    }

    [Theory]
    [InlineData("[[anisotropy]]\naxis = [0, 0, 1]\nku1 = 1e6\n", 2 * 1e6 / (4e-7 * Math.PI * 8e5))]
    [
        InlineData(
            "[[anisotropy]]\nkind = \"cubic\"\naxis = [0, 0, 1]\nsecond_axis = [1, 0, 0]\nkc1 = -1e6\n", 2 * 1e6 / (4e-7 * Math.PI * 8e5)),
    ]
    [InlineData("[demagnetisation]\nenabled = false\n", -8e5)]
    public void The_longest_step_knows_every_field(string more, double field)
    {
        double Turns(string text) => 1 / StepChecks.Steps(ProblemFile.Parse(text, "a.toml").Problem).Stable;
        double ratio = Turns(Sound.Replace("[initial]", more + "[initial]")) / Turns(Sound), before = 2.965e12;
        Assert.Equal((before + (2.21e5 * field)) / before, ratio, 0.01);
        double external = Turns(Sound.Replace("[1e3, 0, 0]", "[1e6, 0, 0]")) / Turns(Sound);
        Assert.Equal((before + (2.21e5 * 0.999e6)) / before, external, 0.01);
    }

    [Fact]
    public void A_shape_without_a_cell_is_an_error()
    {
        string text = Sound + "\n[[geometry]]\nshape = \"disk\"\ndiameter = 1e-9\ncentre = [1e-6, 0, 0]\n";
        Finding finding = Assert.Single(ProblemCheck.Of(ProblemFile.Parse(text, "a.toml")), f => f.Severity == Severity.Error);
        Assert.Contains("no cell lies in the shapes", finding.Message);
    }
}
