using MagHopfield.Bench.Conductance;

namespace MagHopfield.Bench.Tests;

public class ConductanceBenchmarkTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(35)]
    public void The_direct_solver_and_the_films_own_give_the_same_G(int electrodes)
    {
        Assert.SkipUnless(
            DirectConductance.IsInstalled, "UMFPACK is not installed (Debian: libumfpack5), so there is no peer to compare with.");
        ConductanceRow row = new ConductanceBenchmark(TestContext.Current.CancellationToken).Run(electrodes, 10_000, withPeer: true);
        Assert.InRange(row.Difference, 0, 1e-9);
        Assert.InRange(row.DirectBytesPerCell, 100, 10_000);
    }

    [Fact]
    public void A_solution_near_by_saves_iterations_and_memory_grows_with_the_cells_only()
    {
        ConductanceBenchmark benchmark = new(TestContext.Current.CancellationToken);
        ConductanceRow small = benchmark.Run(4, 10_000, withPeer: false), large = benchmark.Run(4, 40_000, withPeer: false);
        Assert.True(small.WarmIterations <= small.ColdIterations);
        Assert.InRange(large.ColdIterations, 0, 1.5 * small.ColdIterations);
        Assert.InRange(large.BytesPerCell / small.BytesPerCell, 0.7, 1.4);
        Assert.True(double.IsNaN(large.Direct));
    }
}
