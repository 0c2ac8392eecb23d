using MagHopfield.Instrument.Scpi;

namespace MagHopfield.BoardServer.Serving;

/// <summary>Gives what an instrument answers to whoever carries it.</summary>
/// <param name="send">Sends bytes; an exception means that the link is lost.</param>
public sealed class LinkOutput(Action<byte[], int, int> send) : IScpiOutput
{
    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count) => send(buffer, offset, count);

    /// <inheritdoc/>
    public void EndMessage()
    {
        // Bytes are sent as they come.
    }
}
