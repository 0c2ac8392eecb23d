namespace MagHopfield.BoardServer.Serving;

/// <summary>The one seat at an instrument: two clients that train one film would read each other's numbers.</summary>
public sealed class ClientSeat
{
    private const int PatienceMilliseconds = 300;
    private readonly object _gate = new();
    private string? _client;

    /// <summary>Takes the seat; who has just hung up is given a little time to leave it.</summary>
    /// <param name="client">Name of the client.</param>
    /// <param name="occupant">Who has it, where it is taken.</param>
    /// <returns>Whether it was or became free.</returns>
    public bool TryTake(string client, out string occupant)
    {
        lock (_gate)
        {
            long end = Environment.TickCount64 + PatienceMilliseconds;
            while (_client is not null)
            {
                long left = end - Environment.TickCount64;
                if (left <= 0 || !Monitor.Wait(_gate, (int)left))
                {
                    occupant = _client ?? "";
                    if (_client is not null)
                    {
                        return false;
                    }
                }
            }

            _client = client;
            occupant = "";
            return true;
        }
    }

    /// <summary>Gives it back.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _client = null;
            Monitor.PulseAll(_gate);
        }
    }
}
