using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests.StandardProblems;

/// <summary>
/// µMAG standard problem 5 (M. Najafi et al., J. Appl. Phys. 105, 113914 (2009)): a vortex in a 100 × 100 × 10 nm film under a current of
/// P J = 1e12 A/m², ξ = 0.05, with the convention u = µB P J/(e Ms (1+ξ²)). Reference averages on the same mesh of 32 × 32 × 4 cells from
/// the test set of mumax3.
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

    [Fact]
    public void With_the_slope_of_OOMMF_at_edges_the_vortex_moves_as_in_OOMMF()
    {
        // OOMMF 2.1a0, Anv_SpinTEvolve with rkf54, absolute_step_error 1e-9, u = 72.17433673360352 m/s against x, gamma_G 2.211e5, from a
        // vortex settled to 0.01 A/m: ⟨m⟩ after each time in seconds.
        (double Time, double X, double Y, double Z)[] oommf =
        [
            (20e-12, -0.000788078332766727, 0.0235459697039434, 0.0267357347931478),
            (40e-12, -0.00323636600790726, 0.0416743792619914, 0.0266903887567266),
            (100e-12, -0.0252654242714232, 0.0917028918306822, 0.0260747042200999),
        ];
        (LandauLifshitzGilbert<double> llg, VectorField<double> m) = Vortex(new Mesh(32, 32, 4, 100e-9 / 32, 100e-9 / 32, 2.5e-9), 0.01);
        Simulation<double> simulation = new(llg, m, EmbeddedRungeKutta<double>.DormandPrince54(1e-9));
        double before = 0;
        foreach ((double time, double x, double y, double z) in oommf)
        {
            simulation.Run(time - before);
            before = time;
            Vector3D average = simulation.Magnetisation.Average();
            Assert.Equal(x, average.X, 1e-10);
            Assert.Equal(y, average.Y, 1e-10);
            Assert.Equal(z, average.Z, 1e-10);
        }
    }

    [Fact]
    public void The_average_at_50_ps_converges_with_order_4_by_the_classical_Runge_Kutta_method()
    {
        // 20 × 20 × 2 cells. A torque with a part along m leaves ⟨m_x⟩ an error of first order, 3.5e-5 at the step of 2e-13 s.
        (LandauLifshitzGilbert<double> llg, VectorField<double> start) = Vortex(new Mesh(20, 20, 2, 5e-9, 5e-9, 5e-9), 8);
        VectorField<double> truth = After(EmbeddedRungeKutta<double>.DormandPrince54(1e-12));
        VectorField<double> coarse = After(new RungeKutta4<double>(4e-13)), fine = After(new RungeKutta4<double>(2e-13));
        Assert.InRange(Math.Log2(Distance(coarse, truth) / Distance(fine, truth)), 3.8, 4.4);
        Assert.Equal(truth.Average().X, fine.Average().X, 1e-10);

        VectorField<double> After(IIntegrator<double> integrator)
        {
            Simulation<double> simulation = new(llg, start.Clone(), integrator);
            simulation.Run(50e-12);
            return simulation.Magnetisation;
        }

        static double Distance(VectorField<double> a, VectorField<double> b) =>
            Enumerable.Range(0, a.X.Length).Max(i => (a[i] - b[i]).Length);
    }

    // The film under its current, and its vortex settled without one to a torque in A/m.
    private static (LandauLifshitzGilbert<double> Equation, VectorField<double> Start) Vortex(Mesh mesh, double torque)
    {
        Ferromagnet body = new(mesh, 8e5);
        VectorField<double> current = new(mesh);
        current.Fill((1e12, 0, 0));
        Exchange<double> exchange = new(body, 13e-12);
        Demagnetisation<double> demagnetisation = new(body);
        VectorField<double> start = VortexState.Create<double>(body.Geometry, 1, 1);
        Assert.True(
            new BarzilaiBorwein<double>(new LandauLifshitzGilbert<double>(body, 0.1, exchange, demagnetisation)).Minimise(start, torque));
        return (
            new LandauLifshitzGilbert<double>(body, 0.1, exchange, demagnetisation)
            {
                GyromagneticRatio = 2.211e5,
                Torques = [new ZhangLi<double>(body, current, 1, 0.05)],
            },
            start);
    }
}
