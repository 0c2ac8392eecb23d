using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Terms;

public class ZeemanTests
{
    private const double Ms = 8e5;

    [Fact]
    public void Zeeman_field_is_the_energy_gradient_for_uniform_and_spatial_parts()
    {
        Mesh mesh = new(7, 5, 2, 3e-9, 4e-9, 5e-9);
        Ferromagnet body = new(new Geometry(mesh, Shape.Disk(20e-9)), Ms);
        VectorField<double> spatial = RandomState.Create<double>(new Geometry(mesh), 9);
        Gradient.Matches(body, new Zeeman<double>(body, spatial) { Uniform = (0.3, -1, 2), SpatialScale = -3 });
    }

    [Fact]
    public void Energy_of_an_aligned_body_is_minus_mu0_Ms_H_V()
    {
        Ferromagnet body = new(new Mesh(4, 3, 2, 1e-9, 2e-9, 3e-9), Ms);
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (0, 1, 0));
        double expected = -PhysicalConstants.Mu0 * Ms * 1600 * 24 * 6e-27;
        Assert.Equal(expected, new Zeeman<double>(body, (0, 1600, 0)).TotalEnergy(m), 1e-12 * Math.Abs(expected));
    }

    [Fact]
    public void Scaling_and_replacing_the_spatial_field_takes_effect_at_once()
    {
        Ferromagnet body = new(new Mesh(4, 3, 1, 1e-9, 1e-9, 1e-9), Ms);
        VectorField<float> m = UniformState.Create<float>(body.Geometry, (1, 0, 0)), spatial = new(body.Mesh), h = new(body.Mesh);
        spatial.Fill((1, 2, 3));
        Zeeman<float> zeeman = new(body, spatial) { SpatialScale = 10 };
        zeeman.AddField(m, h);
        Assert.Equal(new Vector3D(10, 20, 30), h[11]);
        zeeman.Spatial = null;
        h.Clear();
        zeeman.AddField(m, h);
        Assert.Equal(default, h[11]);
    }

    [Fact]
    public void A_time_dependent_field_is_taken_at_the_times_of_the_stages()
    {
        // Without damping and along z the angle is γ ∫ H dt: a field growing as t² is integrated exactly by a method of order 5.
        Ferromagnet body = new(new Mesh(1, 1, 1, 1e-9, 1e-9, 1e-9), Ms);
        Zeeman<double> zeeman = new(body, (0, 0, 0)) { UniformAt = t => (0, 0, 1e5 * (t / 1e-10) * (t / 1e-10)) };
        Simulation<double> simulation = new(
            new LandauLifshitzGilbert<double>(body, 0, zeeman),
            UniformState.Create<double>(body.Geometry, (1, 0, 0)),
            EmbeddedRungeKutta<double>.DormandPrince54(1e-10));
        simulation.Run(1e-10);
        double angle = 2.21e5 * 1e5 * 1e-10 / 3;
        Assert.Equal(Math.Cos(angle), simulation.Magnetisation.X[0], 1e-8);
        Assert.Equal(Math.Sin(angle), simulation.Magnetisation.Y[0], 1e-8);
    }

    [Fact]
    public void A_field_on_another_mesh_is_refused()
    {
        Ferromagnet body = new(new Mesh(4, 3, 1, 1e-9, 1e-9, 1e-9), Ms);
        Assert.Throws<ArgumentException>(() => new Zeeman<float>(body, new VectorField<float>(new Mesh(4, 4, 1, 1e-9, 1e-9, 1e-9))));
    }
}
