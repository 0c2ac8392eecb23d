using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Minimisation;

public class SaddleTestTests
{
    [Theory]
    [InlineData(1e-6)]
    [InlineData(0)]
    public void A_film_against_its_field_is_on_a_ridge_and_leaves_it(double tilt)
    {
        Ferromagnet body = new(new Mesh(16, 12, 1, 5e-9, 5e-9, 5e-9), 8e5);
        LandauLifshitzGilbert<double> equation = new(body, 0.3, new Exchange<double>(body, 1.3e-11), new Zeeman<double>(body, (1e4, 0, 0)));
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (-1, tilt, 0));
        Assert.True(new Relaxation<double>(equation).Relax(m, 8));
        Assert.False(new SaddleTest<double>(equation).IsMinimum(m, 8, 1));
        Assert.True(new Relaxation<double>(equation).Relax(m, 8));
        Assert.Equal(1, m.Average(body.Geometry).X, 1e-6);
    }

    [Fact]
    public void Two_opposite_domains_with_a_sharp_wall_are_a_saddle_though_no_cell_has_a_torque()
    {
        Ferromagnet body = new(new Mesh(60, 1, 1, 1e-9, 1e-9, 1e-9), 8e5);
        LandauLifshitzGilbert<double> equation = new(
            body, 0.3, new Exchange<double>(body, 1.3e-11), new UniaxialAnisotropy<double>(body, (0, 0, 1), 5e5));
        VectorField<double> m = InitialField.Create<double>(body.Geometry, (x, _, _) => (0, 0, x < 0 ? 1 : -1));
        Assert.False(new SaddleTest<double>(equation).IsMinimum(m, 8, 1));
    }

    [Fact]
    public void A_minimum_comes_back_and_is_left_as_it_was_to_the_bit()
    {
        Ferromagnet body = new(new Mesh(24, 24, 1, 5e-9, 5e-9, 5e-9), 8e5);
        LandauLifshitzGilbert<double> equation = new(body, 0.3, new Exchange<double>(body, 1.3e-11), new Demagnetisation<double>(body));
        VectorField<double> m = VortexState.Create<double>(body.Geometry, 1, 1);
        Assert.True(new Relaxation<double>(equation).Relax(m, 8));
        VectorField<double> before = m.Clone();
        SaddleTest<double> test = new(equation);
        Assert.True(test.IsMinimum(m, 8, 1));
        Assert.Equal(before.X, m.X);
        Assert.Equal(before.Y, m.Y);
        Assert.Equal(before.Z, m.Z);
        Assert.InRange(test.Evaluations, 2, 400);
    }

    // The easy axis is softer than the torque that counts as none: the turned state has no torque either, but still goes its way.
    [Fact]
    public void A_loose_limit_hides_no_saddle()
    {
        Ferromagnet body = new(new Mesh(10, 10, 1, 5e-9, 5e-9, 5e-9), 8e5);
        LandauLifshitzGilbert<double> equation = new(
            body, 0.3, new Exchange<double>(body, 1.3e-11), new UniaxialAnisotropy<double>(body, (0, 1, 0), 1e3));
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (1, 0, 0));
        Assert.False(new SaddleTest<double>(equation).IsMinimum(m, 8, 1));
    }

    [Fact]
    public void Without_any_energy_every_state_is_a_minimum()
    {
        Ferromagnet body = new(new Mesh(2, 2, 1, 5e-9, 5e-9, 5e-9), 8e5);
        LandauLifshitzGilbert<double> equation = new(body, 0.3, new Zeeman<double>(body, default(Vector3D)));
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (1, 0, 0));
        Assert.True(new SaddleTest<double>(equation).IsMinimum(m, 8, 1));
    }
}
