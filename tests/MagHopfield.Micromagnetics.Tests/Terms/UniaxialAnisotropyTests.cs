using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Terms;

public class UniaxialAnisotropyTests
{
    private const double Ms = 8e5;

    [Fact]
    public void Anisotropy_field_is_the_energy_gradient_for_any_axis_and_both_orders()
    {
        Mesh mesh = new(7, 5, 2, 3e-9, 4e-9, 5e-9);
        Ferromagnet body = new(mesh, Ms);
        Gradient.Matches(body, new UniaxialAnisotropy<double>(body, (1, -2, 0.5), 5e4, -2e4));
    }

    [Fact]
    public void Anisotropy_field_is_the_energy_gradient_in_two_regions()
    {
        Mesh mesh = new(9, 5, 1, 3e-9, 4e-9, 5e-9);
        Ferromagnet body = new(new Geometry(mesh).WithRegion(2, Shape.Disk(12e-9)), ByRegion.Of(Ms, 4e5));
        Gradient.Matches(body, new UniaxialAnisotropy<double>(body, (0, 0, 1), ByRegion.Of(5e4, 2e4), ByRegion.Of(1e4, 0)));
    }

    [Fact]
    public void Energy_of_a_tilted_state_is_minus_Ku1_cos2_minus_Ku2_cos4()
    {
        Ferromagnet body = new(new Mesh(3, 2, 1, 1e-9, 1e-9, 1e-9), Ms);
        double c = Math.Cos(0.4), s = Math.Sin(0.4);
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (s, 0, c));
        double expected = (-(1e5 * c * c) - (3e4 * c * c * c * c)) * 6e-27;
        Assert.Equal(expected, new UniaxialAnisotropy<double>(body, (0, 0, 1), 1e5, 3e4).TotalEnergy(m), 1e-12 * Math.Abs(expected));
    }

    [Fact]
    public void A_hard_axis_gives_the_field_minus_K_mz_of_Niu_eq_S2()
    {
        Ferromagnet body = new(new Mesh(10, 3, 1, 5e-8, 5e-8, 5e-8), Ms);
        VectorField<float> m = RandomState.Create<float>(body.Geometry, 3), h = new(body.Mesh);
        UniaxialAnisotropy<float>.HardAxis(body, 43.062).AddField(m, h);
        for (int i = 0; i < 30; i++)
        {
            Assert.Equal(-43.062 * m[i].Z, h[i].Z, 1e-4);
            Assert.Equal(0, h[i].X);
            Assert.Equal(0, h[i].Y);
        }
    }

    [Fact]
    public void An_axis_without_direction_is_refused()
    {
        Ferromagnet body = new(new Mesh(2, 2, 1, 1e-9, 1e-9, 1e-9), Ms);
        Assert.Throws<ArgumentException>(() => new UniaxialAnisotropy<double>(body, (0, 0, 0), 1e5));
    }
}
