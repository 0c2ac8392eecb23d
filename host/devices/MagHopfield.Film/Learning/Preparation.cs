namespace MagHopfield.Film.Learning;

/// <summary>
/// Work that only makes something ready, or waits, and writes nothing, which who waits for it can leave at once: on meshes of many millions
/// of cells single steps of it, a transform or a sweep of multigrid, take seconds.
/// </summary>
public static class Preparation
{
    /// <summary>Does the work on a thread of its own and waits for it.</summary>
    /// <param name="work">The work. Where it is left it goes on to its next own look at the token, or to the end of the process.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>What the work made.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public static T Of<T>(Func<T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!cancellation.CanBeCanceled)
            return work();

        // Neither the work nor the waiting needs a thread of the pool, which may not be had for minutes while the work takes all cores.
        Task<T> task = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            task.Wait(cancellation);
        }
        catch (AggregateException)
        {
            // Thrown below as the work threw it.
        }

        return task.GetAwaiter().GetResult();
    }
}
