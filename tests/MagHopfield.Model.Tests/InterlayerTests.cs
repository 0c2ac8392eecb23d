using CsCheck;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Files;

namespace MagHopfield.Model.Tests;

/// <summary>Two coupled layers of one cell each, macrospins, against what their energy says in closed form.</summary>
public sealed class InterlayerTests
{
    private const double Ms = 8e5, Thickness = 2e-9;

    private static string Layers(string coupling, string more, string cells = "[1, 1, 3]") => $"""
        [mesh]
        cells = {cells}
        cell_size = [2e-9, 2e-9, {TomlText.Number(Thickness)}]
        [[geometry]]
        operation = "subtract"
        shape = "layer"
        bottom = -0.9e-9
        top = 0.9e-9
        [material]
        saturation_magnetisation = {TomlText.Number(Ms)}
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.1
        [[region]]
        name = "lower"
        shape = "layer"
        bottom = -3e-9
        top = 0
        [[region]]
        name = "upper"
        shape = "layer"
        bottom = 0
        top = 3e-9
        [[interlayer]]
        first = "lower"
        second = "upper"
        {coupling}
        [demagnetisation]
        enabled = false
        [output]
        columns = ["mx", "my", "mz", "E_interlayer", "E_total", "max_torque"]
        pictures = []
        {more}

        """;

    private const string Start = "[initial]\nstate = \"random\"\nseed = 4\n[[stage]]\nkind = \"relax\"\nmax_torque = 1e-3\n";

    private const double Area = 4e-18;

    [Theory]
    [InlineData(3e-4, -4e-4)]
    [InlineData(-5e-4, -4e-4)]
    [InlineData(0, -1e-3)]
    public void Biquadratic_coupling_holds_layers_at_the_angle_whose_cosine_is_minus_J1_over_2_J2(double j1, double j2)
    {
        using TestRun run = new();
        run.Run(Layers($"bilinear = {TomlText.Number(j1)}\nbiquadratic = {TomlText.Number(j2)}", Start));
        double cosine = Vector3D.Dot(run.Final[0], run.Final[2]);
        Assert.Equal(-j1 / (2 * j2), cosine, 1e-6);
        Assert.Equal(-Area * ((j1 * cosine) + (j2 * cosine * cosine)), run.Column("E_interlayer")[^1], 1e-9 * Area * 1e-3);
    }

    [Theory]
    [InlineData(1e-3, 1)]
    [InlineData(-1e-3, -1)]
    public void The_sign_of_J1_makes_layers_parallel_or_antiparallel(double j1, double cosine)
    {
        using TestRun run = new();
        run.Run(Layers($"bilinear = {TomlText.Number(j1)}", Start));
        Assert.Equal(cosine, Vector3D.Dot(run.Final[0], run.Final[2]), 1e-9);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void Antiparallel_layers_follow_a_field_in_proportion_to_the_saturation_field_2_J_over_mu0_Ms_t(double share)
    {
        const double j = 1e-3;
        double saturation = 2 * j / (PhysicalConstants.Mu0 * Ms * Thickness);
        using TestRun run = new();
        run.Run(Layers($"bilinear = {TomlText.Number(-j)}", $"[field]\nconstant = "
            + $"[{TomlText.Number(share * saturation)}, 0, 0]\n" + Start));
        Assert.Equal(share, run.Column("mx")[^1], 1e-6);
    }

    [Theory]
    [InlineData(0.98, false)]
    [InlineData(1.02, true)]
    public void An_antiparallel_pair_flops_in_a_field_along_its_easy_axis_at_the_root_of_H_K_times_2_H_E_plus_H_K(double share, bool flops)
    {
        // F. B. Anderson and H. B. Callen, Phys. Rev. 136, A1068 (1964): the antiparallel state is stable up to there, with H_E = |J1|/(µ0
        // Ms t).
        const double j = 1e-3, ku = 2e4;
        double exchange = j / (PhysicalConstants.Mu0 * Ms * Thickness), axis = 2 * ku / (PhysicalConstants.Mu0 * Ms);
        double flop = Math.Sqrt(axis * ((2 * exchange) + axis)), field = share * flop;
        using TestRun run = new();
        File.WriteAllText(run.PathOf("start.ovf"), Antiparallel);
        run.Run(Layers(
            $"bilinear = {TomlText.Number(-j)}",
            $"[[anisotropy]]\naxis = [0, 0, 1]\nku1 = {TomlText.Number(ku)}\n[field]\nconstant = [0, 0, {TomlText.Number(field)}]\n"
            + "[initial]\nstate = \"file\"\nfile = \"start.ovf\"\n[[stage]]\nkind = \"relax\"\nmax_torque = 1e-3\n"));

        // The flopped layers lie at cos θ = H/(2 H_E − H_K) to the field.
        Assert.Equal(flops ? field / ((2 * exchange) - axis) : 0, run.Column("mz")[^1], 1e-6);
    }

    [Fact]
    public void Check_bears_a_step_only_that_follows_the_coupling()
    {
        // Without field and anisotropy all motion is that of the coupling: |m| precesses at γ · 2|J1|/(µ0 Ms t) about the sum.
        string Text(double step) => Layers(
            "bilinear = -5e-3", $"[solver]\nintegrator = \"heun\"\nfixed_step = {TomlText.Number(step)}\n[initial]\nstate = "
            + "\"uniform\"\n[[stage]]\nkind = \"run\"\ntime = 1e-9\n")
            .Replace("exchange_stiffness = 1.3e-11", "exchange_stiffness = 0");
        Assert.Contains(
            ProblemCheck.Of(ProblemFile.Parse(Text(1e-12), "a.toml")), f => f.Message.Contains("is longer than heun bears here"));
        Assert.DoesNotContain(
            ProblemCheck.Of(ProblemFile.Parse(Text(1e-14), "a.toml")), f => f.Message.Contains("is longer than heun bears here"));
    }

    [Theory]
    [InlineData("bilinear = -2.0", "perhaps it is given in erg/cm²")]
    [InlineData("first = \"lower\"", "have no faces that touch")]
    public void What_is_probably_not_meant_is_found_at_its_section(string key, string message)
    {
        string coupling = key.StartsWith("bilinear", StringComparison.Ordinal) ? key : "bilinear = -1e-3";
        string text = Layers(coupling, Start);
        if (coupling != key)
            text = text.Replace("bottom = 0\ntop = 3e-9", "bottom = 0\ntop = 3e-9\ncentre = [1e-6, 0, 1e-6]");
        Finding finding = Assert.Single(ProblemCheck.Of(ProblemFile.Parse(text, "a.toml")), f => f.Message.Contains(message));
        Assert.Equal("[[interlayer]]", text.Split('\n')[finding.Line - 1]);
    }

    [Theory]
    [InlineData("second = \"upper\"", "second = \"uper\"", "did you mean \"upper\"? write the name of one.")]
    [InlineData("second = \"upper\"", "second = \"lower\"", "write the name of another region.")]
    [InlineData("bilinear = -1e-3", "", "nothing is coupled; add bilinear or biquadratic in J/m², or exchange_scale.")]
    public void A_coupling_of_nothing_is_refused(string from, string to, string message)
    {
        string text = Layers("bilinear = -1e-3", Start).Replace(from, to);
        Assert.EndsWith(message, Assert.Throws<ProblemFileException>(() => ProblemFile.Parse(text, "a.toml")).Message);
    }

    [Fact]
    public void The_bibliography_names_the_works_behind_the_couplings_that_are_there()
    {
        using TestRun run = new();
        run.Run(Layers("biquadratic = -1e-3", Start));
        string works = File.ReadAllText(run.PathOf("out/bibliography.txt"));
        Assert.Contains("Biquadratic interlayer exchange: J. C. Slonczewski, Phys. Rev. Lett. 67, 3172 (1991).", works);
        Assert.DoesNotContain("Grünberg", works);
    }

    private const string Antiparallel = """
        # OOMMF OVF 2.0
        # Segment count: 1
        # Begin: Segment
        # Begin: Header
        # Title: m
        # meshtype: rectangular
        # meshunit: m
        # valuedim: 3
        # valuelabels: m_x m_y m_z
        # valueunits: 1 1 1
        # xmin: 0
        # ymin: 0
        # zmin: 0
        # xmax: 2e-9
        # ymax: 2e-9
        # zmax: 6e-9
        # xbase: 1e-9
        # ybase: 1e-9
        # zbase: 1e-9
        # xnodes: 1
        # ynodes: 1
        # znodes: 3
        # xstepsize: 2e-9
        # ystepsize: 2e-9
        # zstepsize: 2e-9
        # End: Header
        # Begin: Data Text
        0 0 1
        0 0 0
        0 0 -1
        # End: Data Text
        # End: Segment
        """;

    private sealed class Couplings : ISectionExample
    {
        public Gen<string> Text => Gen.Select(Gen.Double[-1e-3, -1e-5], Gen.Double[-1, 1]).Select((j, scale) =>
            "[[region]]\nname = \"one\"\nshape = \"layer\"\nbottom = 0\ntop = 1e-8\n[[region]]\nname = \"two\"\nshape = \"layer\"\nbottom "
            + "= -1e-8\ntop = 0\n"
            + $"[[interlayer]]\nfirst = \"one\"\nsecond = \"two\"\nbilinear = {TomlText.Number(j)}\nbiquadratic = "
            + $"{TomlText.Number(2 * j)}\nexchange_scale = {TomlText.Number(scale)}\n");
    }
}
