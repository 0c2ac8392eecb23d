using MagHopfield.Problems.Checking;

namespace MagHopfield.Problems.Tests;

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
    [InlineData("[4e-9, 4e-9", "[8e-9, 8e-9", 3, "cells of 8 nm are larger than the exchange length √(2A/(µ0 Ms²)) of the material, 5.686 nm")]
    [InlineData("damping = 0.02", "damping = 0.02\ninterfacial_dmi = 4e-3", 3, "1/12 of the spiral period 4πA/D of the material, 3.403 nm")]
    [InlineData("[10, 10, 1]", "[1000, 1000, 500]", 2, "5e8 cells take about 232 GB, this machine has ")]
    [InlineData("[1e3, 0, 0]", "[0.02, 0, 0]", 8, "looks like tesla")]
    [InlineData("\"uniform\"", "\"random\"", 12, "put a stage of kind \"relax\" before")]
    [InlineData("[initial]", "[solver]\nfixed_step = 1e-12\n[initial]", 11, "longer than the mesh lets be stable")]
    [InlineData("[initial]", "[solver]\nfixed_step = 1e-18\n[initial]", 11, "is forced tiny")]
    [InlineData("[initial]", "[solver]\nmax_step = 1e-18\n[initial]", 11, "forced tiny")]
    [InlineData("[initial]", "[output]\ntable_interval = 1e-18\n[initial]", 11, "force tiny steps")]
    [InlineData("= 8e5", "= 1.0", 5, "looks like tesla or kA/m")]
    [InlineData("[initial]", "[[region]]\nname = \"far\"\nshape = \"disk\"\ndiameter = 1e-9\ncentre = [1e-6, 0, 0]\n[initial]", 10, "region \"far\" has no cell")]
    [InlineData("[initial]", "[[anisotropy]]\naxis = [0, 0, 1]\nku1 = 5e6\n[initial]", 3, "larger than the domain-wall width √(A/K) of the material, 1.612 nm")]
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
    public void A_shape_without_a_cell_is_an_error()
    {
        string text = Sound + "\n[[geometry]]\nshape = \"disk\"\ndiameter = 1e-9\ncentre = [1e-6, 0, 0]\n";
        Finding finding = Assert.Single(ProblemCheck.Of(ProblemFile.Parse(text, "a.toml")), f => f.Severity == Severity.Error);
        Assert.Contains("no cell lies in the shapes", finding.Message);
    }
}
