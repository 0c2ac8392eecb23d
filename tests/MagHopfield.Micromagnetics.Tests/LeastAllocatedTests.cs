using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Tests.Memory;

namespace MagHopfield.Micromagnetics.Tests;

/// <summary>
/// The count by which other tests say that nothing is allocated sees the smallest object, and is not misled by what comes now and then.
/// </summary>
[Collection(nameof(AloneInTheProcess))]
public class LeastAllocatedTests
{
    private static object? _kept;

    [Fact]
    public void A_single_small_object_is_counted_and_so_is_each_that_a_team_of_threads_makes()
    {
        Assert.Equal(24, LeastAllocated.By(() => _kept = new object()));
        using ThreadTeam team = new(2);
        Action<int, int> part = (_, _) => _kept = new object();
        Assert.Equal(1000 * 24, LeastAllocated.By(() => team.For(1000, part)));
    }

    [Fact]
    public void What_comes_now_and_then_is_not_counted()
    {
        int calls = 0;
        Assert.Equal(0, LeastAllocated.By(() =>
        {
            if (calls++ < 6)
                _kept = new byte[8112];
        }));
        Assert.Equal(7, calls);
    }

    [Fact]
    public void The_rest_of_an_allocation_context_that_a_collection_throws_away_is_not_counted()
    {
        int calls = 0;
        long once = 0;
        long least = LeastAllocated.By(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            if (calls++ < 3)
                GC.Collect();
            once = Math.Max(once, GC.GetAllocatedBytesForCurrentThread() - before);
        });
        Assert.Equal(0, least);
        Assert.InRange(once, 0, 8192);
    }
}
