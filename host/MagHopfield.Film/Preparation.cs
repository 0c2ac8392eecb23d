namespace MagHopfield.Film;

/// <summary>
/// Work that only makes something ready and writes nothing, which who waits for it can leave at once: on meshes of many millions of cells
/// single steps of it, a transform or a sweep of multigrid, take seconds.
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
        return cancellation.CanBeCanceled ? Task.Run(work, cancellation).WaitAsync(cancellation).GetAwaiter().GetResult() : work();
    }
}
