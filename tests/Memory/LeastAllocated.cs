namespace MagHopfield.Tests.Memory;

/// <summary>
/// Bytes that a work allocates, on whatever thread. One count may be too large: the runner's threads allocate, and a collection of garbage
/// counts the unused rest of a thread's allocation context (up to 8 KiB) as allocated. Such comes now and then; what the work allocates
/// comes every time, so the least of several counts is the work's own. For tests that are <see cref="AloneInTheProcess"/>.
/// </summary>
internal static class LeastAllocated
{
    /// <summary>The least of several counts, after one warming up.</summary>
    /// <param name="work">What is done again and again.</param>
    /// <param name="repeats">Most counts; zero ends them.</param>
    /// <returns>Bytes.</returns>
    public static long By(Action work, int repeats = 10)
    {
        work();
        long least = long.MaxValue;
        for (int i = 0; i < repeats && least > 0; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            work();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }
}
