using MagHopfield.Model.Files;

namespace MagHopfield.Model.Tests;

/// <summary>Crystal grains and dry friction as a problem file states them, each against its formula.</summary>
public sealed class GrainAndFrictionTests
{
    private const double Gamma = 2.21e5, Alpha = 0.1, Field = 1000;

    private static string Text(string more, string direction = "[1, 0, 0]", string time = "1e-12") => $"""
        [mesh]
        cells = [4, 4, 2]
        cell_size = [5e-9, 5e-9, 5e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 0
        gilbert_damping = 0.1
        gyromagnetic_ratio = 2.21e5
        [demagnetisation]
        enabled = false
        [initial]
        state = "uniform"
        direction = {direction}
        {more}
        [solver]
        max_error = 1e-9
        [[stage]]
        kind = "run"
        time = {time}
        [output]
        columns = ["t", "mx", "my", "mz", "E_grains"]
        """;

    [Fact]
    public void Friction_holds_a_moment_that_a_weaker_field_would_turn()
    {
        using TestRun run = new();
        run.Run(Text($"[field]\nconstant = [0, {Field}, 0]\n[friction]\ncoercive_field = 1001\n", time: "1e-10"));
        Assert.Equal((1, 0, 0), (run.Column("mx")[^1], run.Column("my")[^1], run.Column("mz")[^1]));
    }

    // s² + (α s + Hc)² = |m×H|² with s = |dm/dt|/γ, at a field across m.
    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(900)]
    public void A_moment_begins_to_move_as_fast_as_friction_and_damping_let_it(double coercive)
    {
        using TestRun run = new();
        run.Run(Text($"[field]\nconstant = [0, {Field}, 0]\n[friction]\ncoercive_field = {coercive}\n"));
        double turned = Math.Sqrt(Math.Pow(run.Column("my")[^1], 2) + Math.Pow(run.Column("mz")[^1], 2));
        double b = Alpha * coercive, a = 1 + (Alpha * Alpha);
        double speed = (Math.Sqrt((b * b) + (a * ((Field * Field) - (coercive * coercive)))) - b) / a;
        Assert.Equal(Gamma * speed * 1e-12, turned, 1e-3 * turned);
    }

    // A grain larger than the body has cos² and sin² of the angle of its axis, through both layers.
    [Fact]
    public void Energies_of_a_grain_along_two_axes_in_the_plane_add_up_to_its_constant()
    {
        double sum = 0;
        double[] energies = [.. new[] { "[1, 0, 0]", "[0, 1, 0]", "[0, 0, 1]" }.Select(direction =>
        {
            using TestRun run = new();
            run.Run(Text("[grains]\nanisotropy_field = 2e4\nsize = 1e-6\nseed = 5\n", direction));
            return run.Column("E_grains")[0];
        })];
        sum = energies[0] + energies[1];
        double constant = 0.5 * 4e-7 * Math.PI * 8e5 * 2e4 * (20e-9 * 20e-9 * 10e-9);
        Assert.Equal(-constant, sum, 1e-6 * constant);
        Assert.All(energies[..2], e => Assert.InRange(e, -0.999 * constant, -0.001 * constant));
        Assert.Equal(0, energies[2]);
    }

    [Fact]
    public void Both_read_back_from_the_document_and_decide_its_hash()
    {
        using TestRun run = new();
        const string both = "[grains]\nanisotropy_field = 2e4\nsize = 2e-8\nseed = 5\n[friction]\ncoercive_field = 12.5\n";
        ProblemDocument document = ProblemDocument.Of(run.Parse(Text(both)));
        Assert.Equal(document, ProblemDocument.Of(run.Parse(document.Text)));
        foreach ((string old, string other) in new[] { ("2e4", "3e4"), ("2e-8", "3e-8"), ("seed = 5", "seed = 6"), ("12.5", "13.5") })
            Assert.NotEqual(document.Hash, ProblemDocument.Of(run.Parse(Text(both.Replace(old, other)))).Hash);
    }

    [Theory]
    [InlineData("[friction]\ncoercive_field = 10\n[thermal]\ntemperature = 300\n", "friction.coercive_field is friction at a temperature")]
    [InlineData("[grains]\nanisotropy_field = 2e4\nsize = 1e-13\n", "grains.size is 1E-13 m, which makes 4e10 grains")]
    [InlineData("[grains]\nsize = 1e-8\n", "'grains.anisotropy_field' is missing")]
    public void What_cannot_be_is_refused(string more, string part)
    {
        using TestRun run = new();
        Assert.Contains(part, Assert.Throws<ProblemFileException>(() => run.Parse(Text(more))).Message);
    }
}
