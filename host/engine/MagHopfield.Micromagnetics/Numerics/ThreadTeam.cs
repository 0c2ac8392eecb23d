namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>
/// Threads that stay alive and share loops among them. A loop costs well under a microsecond while its threads spin between loops; after a
/// short while without work they sleep. A loop waits for those threads only that took part in it: one that the system has put aside is not
/// missed, as the others do its share. Results do not depend on the number of threads.
/// </summary>
public sealed class ThreadTeam : IDisposable
{
    // About 20 µs of spinning: longer than the pauses inside a time step, shorter than a turn of the scheduler.
    private const int Spins = 400;

    private readonly Worker[] _workers;
    private Action<int, int> _body = static (_, _) => { };
    private int _count, _next;

    // Threads beside the caller's that take part in the loop; the sign bit closes the loop to further ones.
    private int _taking = Closed;
    private const int Closed = int.MinValue;
    private volatile Exception? _failure;
    private volatile bool _disposed;

    /// <summary>Starts a team.</summary>
    /// <param name="threads">Number of threads, the caller's own included; no more than processors are of use.</param>
    public ThreadTeam(int threads)
    {
        if (threads is < 1 or > 1024)
            throw new ArgumentOutOfRangeException(nameof(threads), $"Threads = {threads}; give 1 to 1024.");
        Count = threads;
        _workers = new Worker[threads - 1];
        for (int i = 0; i < _workers.Length; i++)
            _workers[i] = new Worker(this, i + 1);
    }

    /// <summary>The caller's thread alone.</summary>
    public static ThreadTeam Single { get; } = new(1);

    /// <summary>Number of threads.</summary>
    public int Count { get; }

    /// <summary>Ends the threads. The team must not be in use.</summary>
    public void Dispose()
    {
        _disposed = true;
        foreach (Worker worker in _workers)
            worker.End();
    }

    /// <summary>
    /// Calls body(index, thread) for the indices 0 … count − 1, each once, by whichever thread is free, and returns when all are done. It
    /// allocates nothing. Only one thread at a time may use a team.
    /// </summary>
    internal void For(int count, Action<int, int> body)
    {
        if (_workers.Length == 0 || count < 2)
        {
            for (int i = 0; i < count; i++)
                body(i, 0);
            return;
        }
        ObjectDisposedException.ThrowIf(_disposed, this);
        (_body, _count, _next, _failure) = (body, count, 0, null);
        Volatile.Write(ref _taking, 0);
        foreach (Worker worker in _workers)
            worker.Begin();
        Share(0);
        Interlocked.Or(ref _taking, Closed);
        for (int spin = 0; Volatile.Read(ref _taking) != Closed; spin++)
        {
            if (spin < Spins)
                Thread.SpinWait(10);
            else
                Thread.Yield();
        }
        if (_failure is Exception e)
            throw new AggregateException("A thread of the team failed.", e);
    }

    private bool TryTakePart()
    {
        int taking;
        while ((taking = Volatile.Read(ref _taking)) >= 0)
        {
            if (Interlocked.CompareExchange(ref _taking, taking + 1, taking) == taking)
                return true;
        }
        return false;
    }

    private void Share(int thread)
    {
        try
        {
            int index;
            while ((index = Interlocked.Increment(ref _next) - 1) < _count)
                _body(index, thread);
        }
        catch (Exception e)
        {
            _failure = e;
            Volatile.Write(ref _next, _count);
        }
    }

    private sealed class Worker
    {
        private readonly ThreadTeam _team;
        private readonly int _number;
        private readonly ManualResetEventSlim _sleep = new(false, 0);
        private int _begun, _asleep;

        public Worker(ThreadTeam team, int number)
        {
            (_team, _number) = (team, number);
            new Thread(Work) { IsBackground = true, Name = $"MagHopfield field worker {number}" }.Start();
        }

        public void Begin()
        {
            // The exchange orders the new round before the look at whether the worker sleeps, as the worker does the other way round.
            Interlocked.Increment(ref _begun);
            if (Volatile.Read(ref _asleep) != 0)
                _sleep.Set();
        }

        public void End() => Begin();

        private void Work()
        {
            for (int begun = 0; ;)
            {
                begun = Wait(begun);
                if (_team._disposed)
                    return;
                if (!_team.TryTakePart())
                    continue;
                _team.Share(_number);
                Interlocked.Decrement(ref _team._taking);
            }
        }

        // Waits for a loop that began after `seen` ones, and says how many have.
        private int Wait(int seen)
        {
            for (int spin = 0; spin < Spins; spin++)
            {
                if (Volatile.Read(ref _begun) != seen)
                    return Volatile.Read(ref _begun);
                Thread.SpinWait(10);
            }
            Interlocked.Exchange(ref _asleep, 1);
            while (Volatile.Read(ref _begun) == seen)
            {
                _sleep.Wait();
                _sleep.Reset();
            }
            Interlocked.Exchange(ref _asleep, 0);
            _sleep.Reset();
            return Volatile.Read(ref _begun);
        }
    }
}
