using System.IO.Ports;

namespace MagHopfield.BoardClient.Links;

/// <summary>A serial port: 8 data bits, no parity, 1 stop bit, no handshake.</summary>
public sealed class SerialPortLink : IByteLink
{
    private readonly SerialPort _port;

    private SerialPortLink(SerialPort port, string name)
    {
        _port = port;
        Name = name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ILinkClock Clock { get; } = new MachineClock();

    /// <summary>Opens a port.</summary>
    /// <param name="address">Address of kind serial.</param>
    /// <exception cref="BoardLinkException">The device is not there, or is not ours to use.</exception>
    public static SerialPortLink Open(BoardAddress address)
    {
        SerialPort port = new(address.Target, address.Number, Parity.None, 8, StopBits.One)
        {
            Handshake = Handshake.None,
            WriteTimeout = 2000,
        };
        try
        {
            port.Open();
            return new SerialPortLink(port, address.ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            port.Dispose();
            throw new BoardLinkException(
                $"serial port '{address.Target}' cannot be opened ({e.Message.TrimEnd('.')}); is it plugged in, free, and may you use it "
                + "(group dialout)?", e);
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _port.BaseStream.Write(bytes);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or TimeoutException or UnauthorizedAccessException)
        {
            throw new BoardLinkException(
                $"the link to {Name} broke while sending ({e.Message.TrimEnd('.')}); plug it in and connect anew.", e);
        }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, TimeSpan wait)
    {
        try
        {
            _port.ReadTimeout = Math.Max(1, (int)Math.Ceiling(wait.TotalMilliseconds));
            int count = _port.BaseStream.Read(buffer);
            return count > 0 ? count : throw new BoardLinkException($"{Name} was unplugged; plug it in and connect anew.");
        }
        catch (TimeoutException)
        {
            return 0;
        }
        catch (Exception e) when (
            e is IOException or InvalidOperationException or UnauthorizedAccessException or OperationCanceledException)
        {
            throw new BoardLinkException(
                $"the link to {Name} broke while receiving ({e.Message.TrimEnd('.')}); plug it in and connect anew.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _port.Dispose();
}
