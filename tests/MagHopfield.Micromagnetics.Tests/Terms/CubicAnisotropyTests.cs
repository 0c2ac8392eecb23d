using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Terms;

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
    public void The_field_by_SIMD_vectors_is_that_of_the_formula_cell_by_cell_in_two_regions()
    {
        Ferromagnet body = new(
            new Geometry(new Mesh(23, 17, 1, 2e-9, 2e-9, 2e-9), Shape.Disk(40e-9)).WithRegion(2, Shape.Disk(15e-9)), ByRegion.Of(8e5, 4e5));
        ByRegion k1 = ByRegion.Of(5e4, -3e4), k2 = ByRegion.Of(-2e4, 1e4);
        Vector3D a = new Vector3D(1, 2, 0).Normalised(), b = new Vector3D(-2, 1, 1).Normalised(), c = Vector3D.Cross(a, b);
        VectorField<double> m = RandomState.Create<double>(body.Geometry, 3), wide = new(body.Mesh);
        VectorField<float> narrow = new(body.Mesh);
        new CubicAnisotropy<double>(body, a, b, k1, k2).AddField(m, wide);
        new CubicAnisotropy<float>(body, a, b, k1, k2).AddField(m.To<float>(), narrow);
        for (int i = 0; i < body.Mesh.CellCount; i++)
        {
            int region = body.Geometry.Region[i];
            if (region == 0)
            {
                Assert.Equal(default, wide[i]);
                continue;
            }
            double x = Vector3D.Dot(m[i], a), y = Vector3D.Dot(m[i], b), z = Vector3D.Dot(m[i], c), scale = -2 / (
                PhysicalConstants.Mu0 * body.MsOf(i));
            Vector3D expected = scale * ((x * ((k1[region] * ((y * y) + (z * z))) + (k2[region] * y * y * z * z)) * a)
                + (y * ((k1[region] * ((x * x) + (z * z))) + (k2[region] * x * x * z * z)) * b)
                + (z * ((k1[region] * ((x * x) + (y * y))) + (k2[region] * x * x * y * y)) * c));
            Assert.True((wide[i] - expected).Length < 1e-15 * Math.Abs(scale) * 5e4);
            Assert.True((narrow[i] - expected).Length < 1e-6 * Math.Abs(scale) * 5e4);
        }
    }

    [Fact]
    public void Axes_that_are_not_orthogonal_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new CubicAnisotropy<double>(new Ferromagnet(new Mesh(1, 1, 1, 1, 1, 1), 8e5), (1, 0, 0), (1, 1, 0), 1e4));
}
