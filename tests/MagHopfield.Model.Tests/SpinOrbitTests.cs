using CsCheck;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Files;

namespace MagHopfield.Model.Tests;

/// <summary>A macrospin on a heavy metal, against what its equation of motion says in closed form.</summary>
public sealed class SpinOrbitTests
{
    private const double Ms = 1e6, Thickness = 1e-9, Theta = 0.3;

    // A field of 1e5 A/m holds m along z.
    private const double AnisotropyField = 1e5;

    private static string Macrospin(string torque, string more) => $"""
        [mesh]
        cells = [1, 1, 1]
        cell_size = [2e-9, 2e-9, {TomlText.Number(Thickness)}]
        [material]
        saturation_magnetisation = {TomlText.Number(Ms)}
        exchange_stiffness = 0
        gilbert_damping = 0.5
        [[anisotropy]]
        axis = [0, 0, 1]
        ku1 = {TomlText.Number(0.5 * PhysicalConstants.Mu0 * Ms * AnisotropyField)}
        [demagnetisation]
        enabled = false
        [spin_orbit]
        {torque}
        [initial]
        state = "uniform"
        direction = [0, 0, 1]
        [solver]
        max_error = 1e-8
        [output]
        columns = ["t", "mx", "my", "mz"]
        pictures = []
        {more}

        """;

    private const string Run = "[[stage]]\nkind = \"run\"\ntime = 1e-9\n";

    // The current rises by steps that m follows: switched on at once it would carry m past where it can stay.
    private static string Rise { get; } = string.Concat(new[] { 0.5, 0.8, 0.9, 0.95, 1 }.Select(factor =>
        $"[[stage]]\nkind = \"run\"\ntime = {(factor < 1 ? "5e-9" : "20e-9")}\ncurrent_factor = {TomlText.Number(factor)}\n"));

    // Current density whose torque has the strength of a field.
    private static double CurrentOf(double field) =>
        2 * PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge * Ms * Thickness * field / (PhysicalConstants.ReducedPlanck * Theta);

    private static string Torque(double j) => $"current_density = {TomlText.Number(j)}\ncurrent_direction = [1, 0, 0]\nspin_hall_angle = "
        + $"{TomlText.Number(Theta)}";

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.98)]
    public void Below_the_critical_current_m_leans_back_against_the_current_by_the_angle_whose_double_sine_is_their_ratio(double share)
    {
        // −γ m×H + a m×(σ×m) = 0 with σ = ŷ and m in the plane x, z: H_K sin θ cos θ = a/γ.
        using TestRun run = new();
        run.Run(Macrospin(Torque(CurrentOf(0.5 * share * AnisotropyField)), Rise));
        double angle = 0.5 * Math.Asin(share);
        Assert.Equal(Math.Cos(angle), run.Column("mz")[^1], 1e-5);
        Assert.Equal(Math.Sin(angle), Math.Abs(run.Column("mx")[^1]), 1e-5);
        Assert.Equal(0, run.Column("my")[^1], 1e-5);
    }

    [Theory]
    [InlineData(0, 0.99, false)]
    [InlineData(0, 1.01, true)]
    [InlineData(0.04, 0.98, false)]
    [InlineData(0.04, 1.02, true)]
    public void A_perpendicular_macrospin_switches_at_the_critical_current_of_Lee(double field, double share, bool switches)
    {
        // K.-S. Lee, S.-W. Lee, B.-C. Min and K.-J. Lee, Appl. Phys. Lett. 102, 112410 (2013), eq. 4, for H_x ≪ H_K:
        // j_c = (2e/ħ)(µ0 Ms t/θ)(H_K/2 − H_x/√2).
        double critical = CurrentOf((0.5 * AnisotropyField) - (field * AnisotropyField / Math.Sqrt(2)));
        using TestRun run = new();

        string applied = $"[field]\nconstant = [{TomlText.Number(field * AnisotropyField)}, 0, 0]\n";
        run.Run(Macrospin(Torque(share * critical * LeanSign), applied + Rise));
        double least = run.Column("mz")[^1];
        if (switches)
            Assert.True(least < 0.1, $"m_z = {least}");
        else
            Assert.True(least > 0.6, $"m_z = {least}");
    }

    // Sign of the current that leans m from +z towards +x, where the field helps it.
    private const int LeanSign = -1;

    [Fact]
    public void The_field_like_part_is_an_applied_field_to_rounding()
    {
        const double h = 3e4;
        using TestRun torque = new(), field = new();
        torque.Run(Macrospin($"current_density = {TomlText.Number(CurrentOf(h))}\npolarisation = [0, 1, 0]\ndamping_like = 0\nfield_like "
            + $"= {TomlText.Number(Theta)}", Run));
        field.Run(Macrospin("current_density = 0\npolarisation = [0, 1, 0]\ndamping_like = 0.1", $"[field]\nconstant = [0, "
            + $"{TomlText.Number(h)}, 0]\n" + Run));
        Assert.True(Math.Abs(torque.Final[0].Y) > 0.1);
        Assert.True((torque.Final[0] - field.Final[0]).Length < 1e-6);
    }

    [Fact]
    public void Efficiency_and_spin_Hall_angle_with_transparency_polarisation_and_direction_of_the_current_are_two_ways_to_say_one_thing()
    {
        string Hash(string keys) => ProblemDocument.Of(ProblemFile.Parse(Macrospin(keys, Run), "a.toml")).Hash;
        Assert.Equal(
            Hash("current_density = 1e11\npolarisation = [0, 1, 0]\ndamping_like = 0.125"),
            Hash("current_density = 1e11\ncurrent_direction = [1, 0, 0]\nspin_hall_angle = 0.25\ntransparency = 0.5"));
        Assert.NotEqual(
            Hash("current_density = 1e11\npolarisation = [0, 1, 0]\ndamping_like = 0.125"),
            Hash("current_density = 1e11\ncurrent_direction = [-1, 0, 0]\nspin_hall_angle = 0.25\ntransparency = 0.5"));
    }

    [Theory]
    [
        InlineData(
            "current_density = 1e11\npolarisation = [0, 1, 0]\ncurrent_direction = [1, 0, 0]\ndamping_like = 0.1",
            "both are the direction of the spins; remove one."),
    ]
    [InlineData("current_density = 1e11\npolarisation = [0, 1, 0]\nspin_hall_angle = 0.2\ndamping_like = 0.1", "both are the damping-like "
        + "efficiency; remove one.")]
    [InlineData("current_density = 1e11\ncurrent_direction = [1, 0, 1]\ndamping_like = 0.1", "write a direction with 0 along "
        + "z, or polarisation.")]
    [InlineData("current_density = 1e11\npolarisation = [0, 1, 0]\ndamping_like = 0.1\ntransparency = 0.5", "has no effect beside the "
        + "other keys here; remove it, or choose what uses it.")]
    public void What_cannot_be_meant_is_refused(string keys, string message) => Assert.EndsWith(
        message, Assert.Throws<ProblemFileException>(() => ProblemFile.Parse(Macrospin(keys, Run), "a.toml")).Message);

    [Fact]
    public void The_current_is_scaled_by_stages_checked_and_cited()
    {
        using TestRun run = new();
        run.Run(Macrospin(Torque(CurrentOf(0.25 * AnisotropyField)), Run + "current_factor = 0\n"));
        Assert.Equal(1, run.Final[0].Z);
        Assert.Contains("Spin-orbit torque: A. Manchon et al., Rev. Mod. Phys. "
            + "91, 035004 (2019).", File.ReadAllText(run.PathOf("out/bibliography.txt")));
        Assert.Matches(@"`current_factor` \| .* Factor on the currents of .*\[spin_orbit\]", ProblemFileReference.Markdown());
        string text = Macrospin(Torque(1e11) + "\nthickness = 3e-9", "[[stage]]\nkind = \"relax\"\n");
        IReadOnlyList<Finding> findings = ProblemCheck.Of(ProblemFile.Parse(text, "a.toml"));
        Assert.Contains(findings, f => f.Message.EndsWith("add one or remove [spin_orbit]."));
        Assert.Contains(findings, f => f.Message.StartsWith("the torque is that of a layer of 3e-9 m, but the body has 1e-9 m along z"));
    }

    [Fact]
    public void Check_bears_a_step_only_that_follows_the_torque()
    {
        string Text(double field) => Macrospin(
            Torque(CurrentOf(field)), "[[stage]]\nkind = \"run\"\ntime = 1e-9\n").Replace(
                "max_error = 1e-8", "integrator = \"heun\"\nfixed_step = 1e-12");
        Assert.DoesNotContain(
            ProblemCheck.Of(ProblemFile.Parse(Text(1e4), "a.toml")), f => f.Message.Contains("is longer than heun bears here"));
        Assert.Contains(ProblemCheck.Of(ProblemFile.Parse(Text(1e8), "a.toml")), f => f.Message.Contains("is longer than heun bears here"));
    }

    private sealed class HeavyMetal : ISectionExample
    {
        public Gen<string> Text => Gen.Select(Gen.Double[-1, 1], Gen.Double[0.1, 1]).Select((j, t) =>
            $"[spin_orbit]\ncurrent_density = {TomlText.Number(j)}\ncurrent_direction = [{TomlText.Number(t)}, 0.3, 0]\nspin_hall_angle = "
            + $"{TomlText.Number(j)}\n"
            + $"transparency = {TomlText.Number(t)}\nfield_like = {TomlText.Number(t)}\nthickness = {TomlText.Number(t)}\n");
    }
}
