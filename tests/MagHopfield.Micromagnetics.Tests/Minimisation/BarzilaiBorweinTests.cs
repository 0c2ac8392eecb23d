using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Minimisation;

public class BarzilaiBorweinTests
{
    [Fact]
    public void A_relaxed_wall_has_the_profile_and_the_energy_4_root_AK()
    {
        const double a = 13e-12, k = 5e5, d = 0.5e-9;
        const int n = 200;
        Ferromagnet body = new(new Mesh(n, 1, 1, d, d, d), 8e5);
        LandauLifshitzGilbert<double> llg = new(
            body, 0.5, new Exchange<double>(body, a), new UniaxialAnisotropy<double>(body, (0, 0, 1), k));
        VectorField<double> m = InitialField.Create<double>(body.Geometry, (x, _, _) => (0.2, 0, x < 0 ? 1 : -1));
        BarzilaiBorwein<double> minimiser = new(llg);
        Assert.True(minimiser.Minimise(m, 0.1));
        Assert.True(minimiser.MaxTorque <= 0.1);
        double energy = (llg.TotalEnergy(m) / (d * d)) + (k * n * d);
        Assert.Equal(4 * Math.Sqrt(a * k), energy, 0.005 * energy);
        double width = Math.Sqrt(a / k);
        for (int i = 0; i < n; i++)
        {
            Assert.Equal(-Math.Tanh(body.Mesh.Centre(i, 0).X / width), m.Z[i], 0.01);
            Assert.Equal(1, m[i].Length, 1e-12);
        }
    }

    [Fact]
    public void It_and_relaxation_end_where_the_dynamics_end_in_a_magnetostatic_problem()
    {
        Ferromagnet body = new(new Geometry(new Mesh(20, 20, 1, 5e-9, 5e-9, 5e-9), Shape.Ellipse(100e-9, 60e-9)), 8e5);
        LandauLifshitzGilbert<double> llg = new(
            body, 0.5, new Exchange<double>(body, 13e-12), new Demagnetisation<double>(body), new Zeeman<double>(body, (2e3, 1e3, 0)));
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (1, 0.3, 0.1));
        Simulation<double> simulation = new(llg, m.Clone());
        Assert.True(new BarzilaiBorwein<double>(llg).Minimise(m, 1));
        Assert.True(simulation.RunUntilSettled(1e6, 20e-9));
        VectorField<double> relaxed = UniformState.Create<double>(body.Geometry, (1, 0.3, 0.1));
        Assert.True(new Relaxation<double>(llg).Relax(relaxed, 1));
        Assert.True((relaxed.Average(body.Geometry) - m.Average(body.Geometry)).Length < 1e-3);
        Assert.True((simulation.Magnetisation.Average(body.Geometry) - m.Average(body.Geometry)).Length < 1e-3);
        Assert.Equal(simulation.TotalEnergy, llg.TotalEnergy(m), 1e-5 * Math.Abs(simulation.TotalEnergy));
    }
}
