using MagHopfield.Micromagnetics.InitialState;

namespace MagHopfield.Micromagnetics.Tests.InitialState;

public class InitialStateTests
{
    private static readonly Geometry Disk = new(new Mesh(41, 41, 1, 5e-9, 5e-9, 5e-9), Shape.Disk(200e-9));

    [Fact]
    public void The_same_seed_gives_the_same_random_state_and_another_seed_another()
    {
        VectorField<double> a = RandomState.Create<double>(Disk, 7), b = RandomState.Create<double>(Disk, 7), c = RandomState.Create<double>(Disk, 8);
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
}
