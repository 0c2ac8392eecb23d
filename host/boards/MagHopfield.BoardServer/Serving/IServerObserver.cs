namespace MagHopfield.BoardServer.Serving;

/// <summary>Is told who comes and goes.</summary>
public interface IServerObserver
{
    /// <summary>Something happened; called on the servers' threads.</summary>
    /// <param name="text">As in "127.0.0.1:40112 connected".</param>
    void Report(string text);
}
