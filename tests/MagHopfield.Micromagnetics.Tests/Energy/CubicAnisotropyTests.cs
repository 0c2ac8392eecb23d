using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Micromagnetics.InitialState;

namespace MagHopfield.Micromagnetics.Tests.Energy;

public class CubicAnisotropyTests
{
    [Fact]
    public void Cubic_field_is_the_energy_gradient_for_turned_axes()
    {
        Ferromagnet body = new(new Geometry(new Mesh(6, 5, 2, 2e-9, 3e-9, 4e-9), Shape.Disk(12e-9)), 8e5);
        Gradient.Matches(body, new CubicAnisotropy<double>(body, (1, 1, 0), (-1, 1, 0), 5e4, -2e4));
    }

    [Fact]
    public void Energy_along_a_face_diagonal_is_a_quarter_of_Kc1_and_along_the_body_diagonal_a_third_and_Kc2_over_27()
    {
        Ferromagnet body = new(new Mesh(1, 1, 1, 1, 1, 1), 8e5);
        CubicAnisotropy<double> cubic = new(body, (1, 0, 0), (0, 1, 0), 4.8e4, 5e3);
        Assert.Equal(0, cubic.TotalEnergy(UniformState.Create<double>(body.Geometry, (0, 0, 1))), 1e-9);
        Assert.Equal(1.2e4, cubic.TotalEnergy(UniformState.Create<double>(body.Geometry, (1, 1, 0))), 1e-8);
        Assert.Equal(1.6e4 + (5e3 / 27), cubic.TotalEnergy(UniformState.Create<double>(body.Geometry, (1, 1, 1))), 1e-8);
    }

    [Fact]
    public void Axes_that_are_not_orthogonal_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new CubicAnisotropy<double>(new Ferromagnet(new Mesh(1, 1, 1, 1, 1, 1), 8e5), (1, 0, 0), (1, 1, 0), 1e4));
}
