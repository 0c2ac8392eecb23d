using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;

namespace MagHopfield.Micromagnetics.Tests.InitialState;

public class InitialStateTests
{
    private static readonly Geometry Disk = new(new Mesh(41, 41, 1, 5e-9, 5e-9, 5e-9), Shape.Disk(200e-9));

    [Fact]
    public void The_same_seed_gives_the_same_random_state_and_another_seed_another()
    {
        VectorField<double> a =
            RandomState.Create<double>(Disk, 7), b = RandomState.Create<double>(Disk, 7), c = RandomState.Create<double>(Disk, 8);
        Assert.Equal(a.X, b.X);
        Assert.NotEqual(a.X, c.X);
    }

    [Fact]
    public void A_random_state_has_unit_vectors_inside_no_mean_and_zero_outside()
    {
        VectorField<double> m = RandomState.Create<double>(Disk, 7);
        for (int i = 0; i < m.X.Length; i++)
            Assert.Equal(Disk.Contains(i) ? 1 : 0, m[i].Length, 1e-15);
        Assert.True(m.Average(Disk).Length < 4 / Math.Sqrt(Disk.CellsInside));
        double mz2 = m.Z.Sum(z => z * z) / Disk.CellsInside;
        Assert.Equal(1.0 / 3, mz2, 0.05);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    public void A_vortex_circulates_about_its_core(int circulation, int polarity)
    {
        VectorField<double> m = VortexState.Create<double>(Disk, circulation, polarity);
        Mesh mesh = Disk.Mesh;
        Assert.Equal(polarity, m.Z[mesh.Index(20, 20)], 1e-12);
        Assert.Equal(circulation, m.Y[mesh.Index(35, 20)], 1e-3);
        Assert.Equal(-circulation, m.X[mesh.Index(20, 35)], 1e-3);
        Assert.True(Math.Abs(m.Average().X) < 1e-12);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(-1, -1)]
    public void A_Neel_skyrmion_has_its_radius_its_sense_and_the_charge_of_its_polarity(int polarity, int outward)
    {
        Geometry film = new(new Mesh(121, 121, 1, 1e-9, 1e-9, 1e-9));
        VectorField<double> m = SkyrmionState.Neel<double>(film, polarity, outward, 20e-9, 5e-9);
        Mesh mesh = film.Mesh;
        Assert.Equal(polarity, m.Z[mesh.Index(60, 60)], 1e-2);
        Assert.Equal(0, m.Z[mesh.Index(80, 60)], 1e-12);
        Assert.Equal(outward, m.X[mesh.Index(80, 60)], 1e-12);
        Assert.Equal(-polarity, m.Z[0], 1e-3);
        Assert.Equal(polarity, Charge(m), 0.02);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    public void A_Bloch_skyrmion_circulates(int polarity, int circulation)
    {
        Geometry film = new(new Mesh(121, 121, 1, 1e-9, 1e-9, 1e-9));
        VectorField<double> m = SkyrmionState.Bloch<double>(film, polarity, circulation, 20e-9, 5e-9);
        Assert.Equal(circulation, m.Y[film.Mesh.Index(80, 60)], 1e-12);
        Assert.Equal(polarity, Charge(m), 0.02);
    }

    [Fact]
    public void Two_domains_have_their_directions_and_the_wall_its_own()
    {
        VectorField<double> m = TwoDomainState.Create<double>(Disk, (1, 0, 0), (0, 1, 0), (-1, 0, 0), 50e-9);
        Mesh mesh = Disk.Mesh;
        Assert.True((m[mesh.Index(5, 20)] - new Vector3D(1, 0, 0)).Length < 1e-12);
        Assert.True((m[mesh.Index(20, 20)] - new Vector3D(0, 1, 0)).Length < 1e-12);
        Assert.True((m[mesh.Index(35, 20)] - new Vector3D(-1, 0, 0)).Length < 1e-12);
    }

    [Fact]
    public void On_a_periodic_track_two_domains_have_two_walls_and_no_jump_at_the_seam()
    {
        const int n = 80;
        Geometry track = new(new Mesh(n, 4, 1, 2e-9, 2e-9, 2e-9, periodicX: true));
        VectorField<double> m = TwoDomainState.Create<double>(track, (0, 0, 1), (0, 1, 0), (0, 0, -1), 30e-9);
        double largest = LargestTurn(m, n, 0, n - 1);
        Assert.InRange(LargestTurn(m, n, n - 1, n), 0, 1.01 * largest);
        Assert.Equal(1, m.Y[n / 2 - 1], 0.02);
        Assert.Equal(1, m.Y[0], 0.02);
        for (int x = 0; x < n / 2; x++)
            Assert.Equal(m.Z[x], -m.Z[(x + (n / 2)) % n], 1e-12);
        Assert.Equal(1, m.Z[n / 4], 1e-12);
    }

    [Fact]
    public void A_skyrmion_at_the_seam_of_a_torus_is_one_that_was_moved_there()
    {
        const int n = 60;
        Geometry torus = new(new Mesh(n, n, 1, 2e-9, 2e-9, 1e-9, periodicX: true, periodicY: true));
        VectorField<double> middle = SkyrmionState.Bloch<double>(torus, -1, 1, 15e-9, 4e-9);
        VectorField<double> corner = SkyrmionState.Bloch<double>(torus, -1, 1, 15e-9, 4e-9, (60e-9, -60e-9, 0));
        for (int y = 0; y < n; y++)
        {
            for (int x = 0; x < n; x++)
            {
                Vector3D moved = corner[torus.Mesh.Index((x + (n / 2)) % n, (y + (n / 2)) % n)];
                Assert.True((moved - middle[torus.Mesh.Index(x, y)]).Length < 1e-6);
            }
        }
    }

    [Fact]
    public void A_maze_on_a_torus_goes_on_across_the_seam()
    {
        const int n = 100;
        Geometry torus = new(new Mesh(n, n, 1, 1e-9, 1e-9, 1e-9, periodicX: true, periodicY: true));
        VectorField<double> m = MazeState.Create<double>(torus, 5, 40e-9);
        double Mean(int first, int end) => Turns(m, n, first, end).Average();
        Assert.InRange(Mean(n - 1, n), 0, 1.5 * Mean(0, n - 1));
    }

    private static double LargestTurn(VectorField<double> m, int n, int first, int end) => Turns(m, n, first, end).Max();

    // Angles between neighbours along x, from columns first … end − 1 to the next.
    private static IEnumerable<double> Turns(VectorField<double> m, int n, int first, int end) =>
        from y in Enumerable.Range(0, m.Mesh.Ny)
        from x in Enumerable.Range(first, end - first)
        select Math.Acos(Math.Clamp(Vector3D.Dot(m[m.Mesh.Index(x, y)], m[m.Mesh.Index((x + 1) % n, y)]), -1, 1));

    [Fact]
    public void A_maze_has_its_period_no_mean_and_repeats_with_its_seed()
    {
        const double period = 20e-9;
        Geometry film = new(new Mesh(256, 256, 1, 2e-9, 2e-9, 2e-9));
        VectorField<double> m = MazeState.Create<double>(film, 5, period);
        Assert.Equal(m.Z, MazeState.Create<double>(film, 5, period).Z);
        Assert.True(Math.Abs(m.Average().Z) < 0.1);
        // A random function of waves of one length crosses zero along a line √2/period times a unit of length (Rice).
        int crossings = 0;
        for (int y = 0; y < 256; y++)
        {
            for (int x = 1; x < 256; x++)
                crossings += m.Z[film.Mesh.Index(x, y)] > 0 != m.Z[film.Mesh.Index(x - 1, y)] > 0 ? 1 : 0;
        }
        Assert.Equal(Math.Sqrt(2) / period, crossings / (256 * 255 * 2e-9), 0.1 * Math.Sqrt(2) / period);
    }

    // (1/4π) ∫ m·(∂m/∂x × ∂m/∂y), with the sign that gives the polarity for a skyrmion of winding number 1.
    private static double Charge(VectorField<double> m)
    {
        Mesh mesh = m.Mesh;
        double sum = 0;
        for (int y = 1; y < mesh.Ny - 1; y++)
        {
            for (int x = 1; x < mesh.Nx - 1; x++)
            {
                Vector3D dx = m[mesh.Index(x + 1, y)] - m[mesh.Index(x - 1, y)], dy = m[mesh.Index(x, y + 1)] - m[mesh.Index(x, y - 1)];
                sum += 0.25 * Vector3D.Dot(m[mesh.Index(x, y)], Vector3D.Cross(dx, dy));
            }
        }
        return sum / (4 * Math.PI);
    }
}
