using MagHopfield.Micromagnetics.Demag;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Terms;

public class DemagnetisationTests
{
    private const double Ms = 8e5;

    [Fact]
    public void A_cube_has_the_demagnetising_factor_one_third()
    {
        double[] n = new double[6];
        new DemagTensor((4e-9, 4e-9, 4e-9)).At(0, 0, 0, n);
        for (int c = 0; c < 3; c++)
        {
            Assert.Equal(1.0 / 3, n[c], 1e-15);
            Assert.Equal(0, n[c + 3], 1e-12);
        }
    }

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(5, 5, 0.5)]
    [InlineData(1, 1, 20)]
    public void The_self_term_of_a_cuboid_has_trace_one_and_all_others_zero(double dx, double dy, double dz)
    {
        DemagTensor tensor = new((dx, dy, dz));
        double[] n = new double[6];
        for (int i = 0; i < 4; i++)
        {
            tensor.At(i, i / 2, i / 3, n);
            Assert.Equal(i == 0 ? 1 : 0, n[0] + n[1] + n[2], 1e-15);
        }
    }

    [Fact]
    public void Axial_factors_of_a_cuboid_agree_with_Aharoni()
    {
        // A. Aharoni, J. Appl. Phys. 83, 3432 (1998), table: the z factor of a prism with square base and height p times its width.
        double[] n = new double[6];
        new DemagTensor((1, 1, 2)).At(0, 0, 0, n);
        Assert.Equal(0.19832, n[2], 5e-5);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9, 1, 1)]
    [InlineData(1, 7, 1)]
    [InlineData(1, 1, 6)]
    [InlineData(13, 11, 1)]
    [InlineData(8, 16, 1)]
    [InlineData(11, 22, 1)]
    [InlineData(6, 5, 4)]
    [InlineData(17, 3, 7)]
    public void Demagnetising_field_by_Fourier_transform_equals_direct_summation(int nx, int ny, int nz)
    {
        Mesh mesh = new(nx, ny, nz, 3e-9, 4e-9, 2e-9);
        Ferromagnet body = new(mesh, Ms);
        VectorField<double> m = RandomState.Create<double>(body.Geometry, 3), h = new(mesh), direct = Direct(mesh, m);
        new Demagnetisation<double>(body).AddField(m, h);
        VectorField<float> single = new(mesh);
        new Demagnetisation<float>(body).AddField(m.To<float>(), single);
        double largest = Enumerable.Range(0, mesh.CellCount).Max(i => direct[i].Length);
        for (int i = 0; i < mesh.CellCount; i++)
        {
            Assert.True((h[i] - direct[i]).Length < 1e-12 * largest, $"cell {i}: {h[i]} against {direct[i]}");
            Assert.True((single[i] - direct[i]).Length < 1e-6 * largest, $"cell {i}: {single[i]} against {direct[i]}");
        }
    }

    [Fact]
    public void Demagnetising_field_is_the_energy_gradient_in_two_regions()
    {
        Mesh mesh = new(7, 6, 2, 3e-9, 4e-9, 5e-9);
        Ferromagnet body = new(
            new Geometry(mesh, Shape.Ellipse(20e-9, 25e-9)).WithRegion(2, Shape.Disk(10e-9)), ByRegion.Of(Ms, 4e5));
        Gradient.Matches(body, new Demagnetisation<double>(body));
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, true, false)]
    [InlineData(false, true, true)]
    public void Demagnetising_field_is_the_energy_gradient_with_periodic_axes(bool x, bool y, bool z)
    {
        Ferromagnet body = new(new Mesh(6, 5, 2, 3e-9, 4e-9, 5e-9, x, y, z), Ms);
        Gradient.Matches(body, new Demagnetisation<double>(body, 2));
    }

    [Fact]
    public void A_wide_periodic_film_magnetised_out_of_plane_has_H_equal_minus_M()
    {
        Mesh mesh = new(8, 8, 1, 5e-9, 5e-9, 1e-9, periodicX: true, periodicY: true);
        Ferromagnet body = new(mesh, Ms);
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (0, 0, 1)), h = new(mesh);
        new Demagnetisation<double>(body, 25).AddField(m, h);
        // What lies beyond 25 copies would add about t/(πR) ≈ 1.5e-3 of Ms.
        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal(-Ms, h.Z[i], 2e-3 * Ms));
    }

    [Fact]
    public void A_periodic_film_gives_every_cell_the_same_field_in_a_uniform_state()
    {
        Mesh mesh = new(12, 10, 1, 5e-9, 5e-9, 2e-9, periodicX: true, periodicY: true);
        Ferromagnet body = new(mesh, Ms);
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (1, 2, 3)), h = new(mesh);
        new Demagnetisation<double>(body, 5).AddField(m, h);
        Assert.All(Enumerable.Range(0, 120), i => Assert.True((h[i] - h[0]).Length < 1e-12 * Ms));
    }

    [Fact]
    public void Turning_a_film_by_a_right_angle_turns_its_field()
    {
        const int n = 12;
        Mesh mesh = new(n, n, 2, 4e-9, 4e-9, 3e-9);
        Ferromagnet body = new(mesh, Ms);
        Demagnetisation<double> demag = new(body);
        VectorField<double> m = RandomState.Create<double>(body.Geometry, 8), turned = new(mesh), h = new(mesh), hTurned = new(mesh);
        Turn(m, turned);
        demag.AddField(m, h);
        demag.AddField(turned, hTurned);
        VectorField<double> expected = new(mesh);
        Turn(h, expected);
        Assert.All(Enumerable.Range(0, mesh.CellCount), i => Assert.True((hTurned[i] - expected[i]).Length < 1e-9 * Ms));
    }

    private static void Turn(VectorField<double> from, VectorField<double> to)
    {
        Mesh mesh = from.Mesh;
        for (int z = 0; z < mesh.Nz; z++)
        {
            for (int y = 0; y < mesh.Ny; y++)
            {
                for (int x = 0; x < mesh.Nx; x++)
                {
                    Vector3D v = from[mesh.Index(x, y, z)];
                    to[mesh.Index(mesh.Ny - 1 - y, x, z)] = new(-v.Y, v.X, v.Z);
                }
            }
        }
    }

    private static VectorField<double> Direct(Mesh mesh, VectorField<double> m)
    {
        DemagTensor tensor = new((mesh.Dx, mesh.Dy, mesh.Dz));
        VectorField<double> h = new(mesh);
        double[] n = new double[6];
        for (int i = 0; i < mesh.CellCount; i++)
        {
            for (int j = 0; j < mesh.CellCount; j++)
            {
                int dx = (i % mesh.Nx) - (j % mesh.Nx), dy = (i / mesh.Nx % mesh.Ny) - (j / mesh.Nx % mesh.Ny);
                tensor.At(dx, dy, (i / (mesh.Nx * mesh.Ny)) - (j / (mesh.Nx * mesh.Ny)), n);
                Vector3D v = m[j];
                h[i] += new Vector3D(
                    -Ms * ((n[0] * v.X) + (n[3] * v.Y) + (n[4] * v.Z)),
                    -Ms * ((n[3] * v.X) + (n[1] * v.Y) + (n[5] * v.Z)),
                    -Ms * ((n[4] * v.X) + (n[5] * v.Y) + (n[2] * v.Z)));
            }
        }
        return h;
    }
}
