using System.Net.Sockets;

namespace MagHopfield.BoardClient.Links;

/// <summary>SCPI over raw TCP.</summary>
public sealed class TcpLink : IByteLink
{
    private readonly Socket _socket;

    private TcpLink(Socket socket, string name)
    {
        _socket = socket;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ILinkClock Clock { get; } = new MachineClock();

    /// <summary>Connects.</summary>
    /// <param name="address">Address of kind TCP.</param>
    /// <param name="patience">Longest time to wait for the other side.</param>
    /// <exception cref="BoardLinkException">Nobody answers there.</exception>
    public static TcpLink Open(BoardAddress address, TimeSpan patience)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using CancellationTokenSource patienceEnd = new(patience);
            socket.ConnectAsync(address.Target, address.Number, patienceEnd.Token).AsTask().GetAwaiter().GetResult();
            return new TcpLink(socket, address.ToString());
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            string why = e is SocketException ? e.Message : $"no answer within {patience.TotalSeconds:0.#} s";
            throw new BoardLinkException(
                $"{address} cannot be reached ({why}); is the instrument on, or 'maghopfield board serve --tcp {address.Number}' running?",
                e);
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (bytes.Length > 0)
                bytes = bytes[_socket.Send(bytes)..];
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw new BoardLinkException($"the link to {Name} broke while sending ({e.Message}); connect anew.", e);
        }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, TimeSpan wait)
    {
        try
        {
            if (!_socket.Poll(wait, SelectMode.SelectRead))
                return 0;

            int count = _socket.Receive(buffer);
            return count > 0 ? count : throw new BoardLinkException($"{Name} closed the link; connect anew.");
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw new BoardLinkException($"the link to {Name} broke while receiving ({e.Message}); connect anew.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}
