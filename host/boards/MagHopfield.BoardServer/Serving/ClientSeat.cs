namespace MagHopfield.BoardServer.Serving;

/// <summary>
/// The one seat at an instrument: two clients that train one film would read each other's numbers. Who has been silent too long loses it to
/// the next who asks: a program that hangs, or a machine that is gone, must not keep a board for ever.
/// </summary>
public sealed class ClientSeat
{
    /// <summary>Silence in seconds after which another may take the seat, where nothing else is said.</summary>
    public const int UsualSilenceSeconds = 300;

    private const int PatienceMilliseconds = 300;
    private const int EvictionMilliseconds = 2000;
    private readonly Func<bool> _isBusy;
    private readonly object _gate = new();
    private string? _client;
    private Action? _giveUp;
    private long _lastHeard;

    /// <summary>A free seat.</summary>
    /// <param name="silence">Silence after which another may take the seat; <see cref="Timeout.InfiniteTimeSpan"/> for never.</param>
    /// <param name="isBusy">Whether the board works: who waits for it is not silent.</param>
    public ClientSeat(TimeSpan silence, Func<bool> isBusy)
    {
        Silence = silence;
        _isBusy = isBusy;
    }

    /// <summary>Silence after which another may take the seat; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public TimeSpan Silence { get; }

    /// <summary>Takes the seat; who has just hung up is given a little time to leave it.</summary>
    /// <param name="client">Name of the client.</param>
    /// <param name="giveUp">
    /// Makes the client leave, where it has been silent too long; called from the thread of another, and must not wait.
    /// </param>
    /// <param name="occupant">Who has it, where it is taken.</param>
    /// <returns>Whether it was or became free.</returns>
    public bool TryTake(string client, Action giveUp, out string occupant)
    {
        lock (_gate)
        {
            bool isLeaving = _client is not null && IsSilent();
            if (isLeaving)
                _giveUp!();

            long end = Environment.TickCount64 + (isLeaving ? EvictionMilliseconds : PatienceMilliseconds);
            while (_client is not null)
            {
                long left = end - Environment.TickCount64;
                if (left <= 0 || !Monitor.Wait(_gate, (int)left))
                {
                    occupant = _client ?? "";
                    if (_client is not null)
                        return false;
                }
            }

            _client = client;
            _giveUp = giveUp;
            _lastHeard = Environment.TickCount64;
            occupant = "";
            return true;
        }
    }

    /// <summary>Who has the seat has said something, or taken an answer.</summary>
    public void Heard() => Volatile.Write(ref _lastHeard, Environment.TickCount64);

    /// <summary>Gives it back.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _client = null;
            _giveUp = null;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>What one is told who finds the seat taken: one line, without its line feed.</summary>
    /// <param name="occupant">Who has it.</param>
    public string Refusal(string occupant) =>
        $"MagHopfield: busy, {occupant} is connected; one client at a time, try again when it has left"
        + (Silence == Timeout.InfiniteTimeSpan ? "" : FormattableString.Invariant($" or been silent for {Silence.TotalSeconds:0.###} s"));

    private bool IsSilent() => Silence != Timeout.InfiniteTimeSpan
        && Environment.TickCount64 - Volatile.Read(ref _lastHeard) >= Silence.TotalMilliseconds && !_isBusy();
}
