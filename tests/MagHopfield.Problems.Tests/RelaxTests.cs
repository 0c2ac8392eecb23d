using MagHopfield.Problems.Running;

namespace MagHopfield.Problems.Tests;

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

        double relaxed = Energy("kind = \"relax\"\nmax_torque = 500.0\nmax_steps = 20000\n"), minimised = Energy("kind = \"minimise\"\nmax_torque = 500.0\n");
        Assert.Equal(minimised, relaxed, 1e-5 * Math.Abs(minimised));
    }

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
