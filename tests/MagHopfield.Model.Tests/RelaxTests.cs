using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Running;

namespace MagHopfield.Model.Tests;

public sealed class RelaxTests
{
    [Fact]
    public void A_skyrmion_that_shrinks_relaxes_although_its_torque_rises_on_the_way_and_minimise_finds_the_same()
    {
        static double Energy(string stage)
        {
            using TestRun run = new();
            RunOutcome outcome = run.Run(Skyrmion + stage);
            Assert.True(outcome.Reached, $"{stage} had a torque of {outcome.Stages[0].MaxTorque} A/m left");
            return outcome.Energy;
        }

        double relaxed = Energy(
            "kind = \"relax\"\nmax_torque = 500.0\nmax_steps = 20000\n"), minimised = Energy("kind = \"minimise\"\nmax_torque = 500.0\n");
        Assert.Equal(minimised, relaxed, 1e-5 * Math.Abs(minimised));
    }

    [Theory]
    [InlineData("tests/MagHopfield.Model.Tests/Cases/relax-stuck-permalloy.toml", 1.33892e-19)]
    [InlineData("examples/skyrmion.toml", -4.02164e-18)]
    [InlineData("examples/standard-problem-3-flower.toml", 9.10926e-18)]
    [InlineData("examples/standard-problem-3-vortex.toml", 9.08220e-18)]
    public void Relax_finds_what_minimise_finds_with_at_most_three_times_its_evaluations(string file, double energy)
    {
        long Evaluations(string kind)
        {
            string text = File.ReadAllText(Path.Combine(Example.Root, file)).Replace(
                "kind = \"minimise\"", $"kind = \"{kind}\"").Replace("kind = \"relax\"", $"kind = \"{kind}\"");
            using TestRun run = new();
            RunOutcome outcome = run.Run(text);
            Assert.True(outcome.Reached);
            Assert.Equal(energy, outcome.Energy, 1e-5 * Math.Abs(energy));
            return outcome.Stages.Sum(s => s.Evaluations);
        }

        long relax = Evaluations("relax"), minimise = Evaluations("minimise");
        Assert.True(relax <= 3 * minimise, $"{relax} evaluations, minimise {minimise}");
    }

    [Theory]
    [InlineData("relax")]
    [InlineData("minimise")]
    public void A_start_on_a_ridge_is_left_and_said_whatever_the_static_stage(string kind)
    {
        using TestRun run = new();
        RunOutcome outcome = run.Run(Ridge.Replace("KIND", kind));
        Assert.True(outcome.Stages[0].Reached);
        Assert.True(outcome.Stages[0].LeftSaddle);
        Assert.Equal(1, outcome.Average.Z, 1e-6);
        Assert.True(outcome.Stages[0].Evaluations > 1);
    }

    [Fact]
    public void A_start_in_a_minimum_stays_as_it_is_to_the_bit()
    {
        using TestRun run = new();
        RunOutcome outcome = run.Run(Ridge.Replace("KIND", "relax").Replace("-1.0]", "1.0]").Replace("1e-6", "0.0"));
        Assert.False(outcome.Stages[0].LeftSaddle);
        Assert.Equal(1, run.Final[0].Z);
    }

    [Fact]
    public void Two_domains_on_a_periodic_track_relax_into_two_Bloch_walls()
    {
        using TestRun run = new();
        string track = """
            [mesh]
            cells = [128, 1, 1]
            cell_size = [2e-9, 2e-9, 2e-9]
            periodic = ["x"]
            [material]
            saturation_magnetisation = 4e5
            exchange_stiffness = 1e-11
            gilbert_damping = 0.5
            [demagnetisation]
            enabled = false
            [[anisotropy]]
            ku1 = 4e5
            axis = [0, 0, 1]
            [initial]
            state = "two_domains"
            direction = [0, 0, 1]
            [[stage]]
            kind = "relax"
            max_torque = 1.0
            [output]
            pictures = []
            """;
        RunOutcome outcome = run.Run(track);
        Assert.True(outcome.Reached);
        VectorField<double> m = run.Final;
        int walls = Enumerable.Range(0, 128).Count(x => m[x].Z * m[(x + 1) % 128].Z < 0);
        Assert.Equal(2, walls);
        // Each has 4 √(A K) (Landau and Lifshitz 1935), on a cross-section of 2 nm × 2 nm; cells of 2 nm in walls of 5 nm cost some per
        // cent.
        using TestRun uniform = new();
        double ground = uniform.Run(track.Replace("two_domains", "uniform")).Energy, wall = 4 * Math.Sqrt(1e-11 * 4e5) * 4e-18;
        Assert.Equal(2 * wall, outcome.Energy - ground, 0.05 * wall);
        Assert.Equal(0, m.Z.Average(), 1e-3);
    }

    [Fact]
    public void Where_rounding_ends_a_relaxation_the_outcome_says_so()
    {
        using TestRun run = new();
        RunOutcome outcome = run.Run(Skyrmion + "kind = \"relax\"\nmax_torque = 1e-3\n");
        Assert.False(outcome.Reached);
        Assert.True(outcome.Stages[0].AtRounding);
        Assert.InRange(outcome.Stages[0].MaxTorque, 1e-3, 50);
    }

    // 1e-6 rad from antiparallel: the torque is 0.01 A/m.
    private const string Ridge = """
        [mesh]
        cells = [8, 8, 1]
        cell_size = [5e-9, 5e-9, 5e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.3
        [demagnetisation]
        enabled = false
        [field]
        constant = [0.0, 0.0, 1e4]
        [initial]
        state = "uniform"
        direction = [1e-6, 0.0, -1.0]
        [[stage]]
        kind = "KIND"

        """;

    private const string Skyrmion = """
        precision = "single"
        [mesh]
        cells = [64, 64, 1]
        cell_size = [2e-9, 2e-9, 1e-9]
        [[geometry]]
        shape = "disk"
        diameter = 120e-9
        [material]
        saturation_magnetisation = 5.8e5
        exchange_stiffness = 1.5e-11
        gilbert_damping = 0.3
        interfacial_dmi = 3.3e-3
        [[anisotropy]]
        axis = [0, 0, 1]
        ku1 = 5.886e5
        [demagnetisation]
        enabled = false
        [initial]
        state = "neel_skyrmion"
        polarity = -1
        diameter = 40e-9
        [[stage]]

        """;
}
