using MagHopfield.Micromagnetics.Transport.Magnetoresistance;

namespace MagHopfield.Micromagnetics.Tests.Transport.Magnetoresistance;

public class TransportParametersTests
{
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.04)]
    [InlineData(0.08)]
    [InlineData(1.5)]
    [InlineData(-0.3)]
    public void Conductivities_meet_the_paper_s_definitions_of_a_and_sigma_0(double a)
    {
        TransportParameters t = new(5e6, a);
        double perpendicular = 1 / t.PerpendicularConductivity;
        double parallel = 1 / (t.PerpendicularConductivity + t.ConductivityDifference);
        Assert.Equal(a, 2 * (parallel - perpendicular) / (parallel + perpendicular), 1e-12);
        Assert.Equal(5e6, t.PerpendicularConductivity + t.ConductivityDifference / 3, 1e-6);
    }
}
