using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Micromagnetics.InitialState;

namespace MagHopfield.Micromagnetics.Tests.Energy;

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
    public void A_field_on_another_mesh_is_refused()
    {
        Ferromagnet body = new(new Mesh(4, 3, 1, 1e-9, 1e-9, 1e-9), Ms);
        Assert.Throws<ArgumentException>(() => new Zeeman<float>(body, new VectorField<float>(new Mesh(4, 4, 1, 1e-9, 1e-9, 1e-9))));
    }
}
