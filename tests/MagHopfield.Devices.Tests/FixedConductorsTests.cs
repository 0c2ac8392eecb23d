using MagHopfield.Shared;

namespace MagHopfield.Devices.Tests;

public class FixedConductorsTests
{
    [Fact]
    public void They_conduct_and_stay_as_they_are()
    {
        FixedConductors resistors = FixedConductors.Uniform(4, 0.2);
        resistors.ApplyPulse([5, -5, 5, -5], 1e-3, TestContext.Current.CancellationToken);
        Assert.All(resistors.Conductance.ToPairs(), g => Assert.Equal(-0.05, g));
    }

    [Fact]
    public void Without_gold_the_drive_meets_the_electrodes()
    {
        ConductanceMatrix film = ConductanceMatrix.FromPairs(2, [-1]), gold = ConductanceMatrix.FromPairs(2, [-2]);
        Assert.Same(film, ((IMagneticDevice)new FixedConductors(film, null)).Load);
        Assert.Same(gold, ((IMagneticDevice)new FixedConductors(film, gold)).Load);
    }

    [Fact]
    public void A_drive_of_other_terminals_is_refused() => Assert.Contains(
        "4 nodes, 3 voltages",
        Assert.Throws<ArgumentException>(
            () => FixedConductors.None(4).ApplyPulse([1, 2, 3], 1e-6, TestContext.Current.CancellationToken)).Message);
}
