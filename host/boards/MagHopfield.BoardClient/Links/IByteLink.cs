namespace MagHopfield.BoardClient.Links;

/// <summary>A way that carries bytes to an instrument and back: serial port, TCP, a board in this process, a recorded session.</summary>
public interface IByteLink : IDisposable
{
    /// <summary>What is at the other end, for messages, as in "tcp:127.0.0.1:5025".</summary>
    string Name { get; }

    /// <summary>Time as this link knows it: of the machine, or of the recording that is played.</summary>
    ILinkClock Clock { get; }

    /// <summary>Sends bytes; returns when they have been taken over by the system.</summary>
    /// <param name="bytes">Bytes.</param>
    /// <exception cref="BoardLinkException">The link is closed or broken.</exception>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Receives what has arrived, or waits for the first byte.</summary>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="wait">Longest time to wait, 0 or more.</param>
    /// <returns>Number of bytes; 0 where none came in time.</returns>
    /// <exception cref="BoardLinkException">The link is closed or broken.</exception>
    int Read(Span<byte> buffer, TimeSpan wait);
}
