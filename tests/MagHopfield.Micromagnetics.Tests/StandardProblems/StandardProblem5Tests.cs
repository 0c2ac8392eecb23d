using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Minimisation;

namespace MagHopfield.Micromagnetics.Tests.StandardProblems;

/// <summary>
/// µMAG standard problem 5 (M. Najafi et al., J. Appl. Phys. 105, 113914 (2009)): a vortex in a 100 × 100 × 10 nm film under a current of
/// P J = 1e12 A/m², ξ = 0.05, with the convention u = µB P J/(e Ms (1+ξ²)). Reference averages on the same mesh of 32 × 32 × 4 cells from the
/// test set of mumax3.
/// </summary>
public class StandardProblem5Tests
{
    [Fact]
    public void The_vortex_moves_as_in_mumax3()
    {
        Ferromagnet body = new(new Mesh(32, 32, 4, 100e-9 / 32, 100e-9 / 32, 2.5e-9), 8e5);
        VectorField<float> current = new(body.Mesh);
        current.Fill((1e12, 0, 0));
        LandauLifshitzGilbert<double> rest = new(body, 0.1, new Exchange<double>(body, 13e-12), new Demagnetisation<double>(body));
        // The run in single precision, as it would be used.
        LandauLifshitzGilbert<float> llg = new(body, 0.1, new Exchange<float>(body, 13e-12), new Demagnetisation<float>(body))
        {
            GyromagneticRatio = 2.211e5,
            Torques = [new ZhangLi<float>(body, current, 1, 0.05)],
        };
        VectorField<double> m = VortexState.Create<double>(body.Geometry, 1, 1);
        Assert.True(new BarzilaiBorwein<double>(rest).Minimise(m, 10));
        Simulation<float> simulation = new(llg, m.To<float>(), EmbeddedRungeKutta<float>.BogackiShampine32(1e-5));
        simulation.Run(1e-9);
        Vector3D average = simulation.Magnetisation.Average();
        Assert.Equal(-0.23480, average.X, 2e-3);
        Assert.Equal(-0.09454, average.Y, 2e-3);
        Assert.Equal(0.02296, average.Z, 2e-3);
    }
}
