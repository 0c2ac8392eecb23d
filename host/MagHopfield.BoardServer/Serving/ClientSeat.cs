namespace MagHopfield.BoardServer.Serving;

/// <summary>The one seat at an instrument: two clients that train one film would read each other's numbers.</summary>
public sealed class ClientSeat
{
    private readonly Lock _lock = new();
    private string? _client;

    /// <summary>Takes the seat.</summary>
    /// <param name="client">Name of the client.</param>
    /// <param name="occupant">Who has it, where it is taken.</param>
    /// <returns>Whether it was free.</returns>
    public bool TryTake(string client, out string occupant)
    {
        lock (_lock)
        {
            occupant = _client ?? "";
            if (_client is null)
            {
                _client = client;
                return true;
            }

            return false;
        }
    }

    /// <summary>Gives it back.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _client = null;
        }
    }
}
