using System.Runtime.ExceptionServices;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>Shares independent pieces of work among threads; each thread takes the next piece that is left.</summary>
/// <param name="threads">Number of threads, the caller's own included.</param>
internal sealed class WorkSharing(int threads)
{
    private int _next;

    public int Threads { get; } = threads;

    /// <summary>Calls work(piece, thread) once for each piece and returns when all are done.</summary>
    public void Run(int pieces, Action<int, int> work)
    {
        if (Threads == 1 || pieces == 1)
        {
            for (int piece = 0; piece < pieces; piece++)
                work(piece, 0);

            return;
        }

        _next = 0;
        try
        {
            Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, thread =>
            {
                int piece;
                while ((piece = Interlocked.Increment(ref _next) - 1) < pieces)
                    work(piece, thread);
            });
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
