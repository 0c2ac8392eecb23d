using System.Net.Sockets;
using System.Text;

namespace MagHopfield.RaspberryPi.Serving;

/// <summary>
/// Tells systemd that the service is ready and alive, by datagrams to the socket that it names in NOTIFY_SOCKET (sd_notify(3)). Outside of
/// systemd nothing is sent.
/// </summary>
public sealed class ServiceNotifier : IDisposable
{
    private const int LeastMilliseconds = 1000;
    private readonly Socket? _socket;
    private long _last = -LeastMilliseconds;

    /// <summary>Connects.</summary>
    /// <param name="address">Value of NOTIFY_SOCKET; null or empty outside of systemd. A leading @ means the abstract name space.</param>
    public ServiceNotifier(string? address)
    {
        if (string.IsNullOrEmpty(address))
            return;

        _socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        _socket.Connect(new UnixDomainSocketEndPoint(address[0] == '@' ? "\0" + address[1..] : address));
    }

    /// <summary>The service has started.</summary>
    public void Ready() => Send("READY=1");

    /// <summary>The service is alive; sent once a second at most.</summary>
    public void Alive()
    {
        long now = Environment.TickCount64;
        if (_socket is not null && now - Interlocked.Read(ref _last) >= LeastMilliseconds)
        {
            Interlocked.Exchange(ref _last, now);
            Send("WATCHDOG=1");
        }
    }

    /// <summary>The service ends.</summary>
    public void Stopping() => Send("STOPPING=1");

    /// <summary>Closes the socket.</summary>
    public void Dispose() => _socket?.Dispose();

    private void Send(string state)
    {
        try
        {
            _socket?.Send(Encoding.ASCII.GetBytes(state));
        }
        catch (SocketException)
        {
            // systemd restarts a service that it does not hear; there is nobody else to tell.
        }
        catch (ObjectDisposedException)
        {
            // The last turn of a thread while the service ends.
        }
    }
}
