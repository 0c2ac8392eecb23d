using System.Net;
using System.Net.Sockets;
using System.Text;
using MagHopfield.Instrument.Scpi;

namespace MagHopfield.BoardServer.Serving;

/// <summary>Offers a board as raw SCPI on a port of this machine, to one client at a time; another is told who has it.</summary>
public sealed class TcpBoardServer : IDisposable
{
    private const int PatienceMilliseconds = 5000;
    private const int PollMicroseconds = 50_000;

    // A machine that is gone is noticed after 60 s + 3 · 10 s (RFC 9293, 3.8.4).
    private const int KeepAliveSeconds = 60;
    private const int KeepAliveIntervalSeconds = 10;
    private const int KeepAliveProbes = 3;
    private readonly ServedBoard _board;
    private readonly IServerObserver? _observer;
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Lock _lock = new();
    private readonly List<Socket> _clients = [];
    private readonly List<Thread> _threads = [];
    private bool _closing;

    /// <summary>Listens on 127.0.0.1.</summary>
    /// <param name="board">Board.</param>
    /// <param name="port">Port, 0 for any free one.</param>
    /// <param name="observer">Is told who comes and goes, or null.</param>
    /// <exception cref="IOException">The port cannot be had.</exception>
    public TcpBoardServer(ServedBoard board, int port, IServerObserver? observer = null)
    {
        _board = board;
        _observer = observer;
        try
        {
            // ReuseAddress would let a second server listen on the port, and the system deal out the clients to both. Without it .NET asks, on
            // Unix, only that a port whose old links are still being closed can be had again; on Windows others must be shut out.
            if (OperatingSystem.IsWindows())
            {
                _listener.ExclusiveAddressUse = true;
            }

            _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            _listener.Listen();
        }
        catch (SocketException e)
        {
            _listener.Dispose();
            throw new IOException($"port {port} cannot be had ({e.Message}); end the program that uses it, or give another with --tcp.", e);
        }

        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        Start(Accept, "accept");
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>Closes the port and every client's link.</summary>
    public void Dispose()
    {
        Thread[] threads;
        lock (_lock)
        {
            _closing = true;
            _clients.ForEach(client => client.Dispose());
            threads = [.. _threads];
        }

        _listener.Dispose();
        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    private void Accept()
    {
        while (true)
        {
            try
            {
                Socket client = _listener.Accept();
                client.NoDelay = true;
                client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
                client.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
                client.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveIntervalSeconds);
                client.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveProbes);
                string name = client.RemoteEndPoint?.ToString() ?? "a client";
                Start(() => Serve(client, name), name, client);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                if (IsClosing())
                {
                    return;
                }

                // A client that has gone before it was accepted is no reason to stop.
                Thread.Sleep(10);
            }
        }
    }

    private bool IsClosing()
    {
        lock (_lock)
        {
            return _closing;
        }
    }

    private void Start(Action work, string name, Socket? client = null)
    {
        lock (_lock)
        {
            if (_closing)
            {
                client?.Dispose();
                return;
            }

            Thread thread = new(() => work()) { IsBackground = true, Name = name };
            _threads.RemoveAll(t => !t.IsAlive && t.ThreadState != ThreadState.Unstarted);
            _threads.Add(thread);
            if (client is not null)
            {
                _clients.Add(client);
            }

            thread.Start();
        }
    }

    private void Serve(Socket client, string name)
    {
        CancellationTokenSource givesUp = new();
        bool free = _board.Seat.TryTake("tcp " + name, givesUp.Cancel, out string occupant);
        try
        {
            if (free)
            {
                _observer?.Report($"{name} connected");
                Converse(client, name, givesUp.Token);
            }
            else
            {
                _observer?.Report($"{name} refused: {occupant} is connected");
                Refuse(client, occupant);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The link is lost, which the instrument has been told.
        }
        finally
        {
            client.Dispose();
            lock (_lock)
            {
                _clients.Remove(client);
            }

            if (free)
            {
                _board.Seat.Leave();
                _observer?.Report($"{name} left");
            }
        }
    }

    private void Converse(Socket client, string name, CancellationToken givesUp)
    {
        HttpGuard guard = new();
        CheckedLink link = _board.Connect((bytes, offset, count) => SendAll(client, bytes, offset, count));
        client.Blocking = false;
        try
        {
            byte[] buffer = new byte[4096];
            bool isOpen = true;
            while (isOpen || (link.IsAnswering && LocalPeer.IsHeld(client)))
            {
                // An answer that could not be sent ends the session, by whatever thread it was sent.
                if (link.IsLost)
                {
                    _observer?.Report($"{name} closed: it takes no answers");
                    return;
                }

                if (givesUp.IsCancellationRequested)
                {
                    _observer?.Report($"{name} closed: it was silent, and another wants the board");
                    return;
                }

                if (!isOpen)
                {
                    // It has ended its sending and waits for the answers to what it has sent.
                    Thread.Sleep(PollMicroseconds / 1000);
                    continue;
                }

                if (!client.Poll(PollMicroseconds, SelectMode.SelectRead))
                {
                    continue;
                }

                int count = client.Receive(buffer);
                isOpen = count > 0;
                _board.Seat.Heard();
                if (guard.IsOver)
                {
                    link.Receive(buffer, 0, count);
                    continue;
                }

                byte[] begun = guard.Take(buffer.AsSpan(0, count));
                if (guard.IsHttp)
                {
                    _observer?.Report($"{name} closed: it speaks HTTP, not SCPI");
                    return;
                }

                link.Receive(begun, 0, begun.Length);
            }
        }
        finally
        {
            link.LinkLost();
        }
    }

    // Of a client that takes nothing for so long nothing is left to hope.
    private void SendAll(Socket client, byte[] bytes, int offset, int count)
    {
        long end = Environment.TickCount64 + PatienceMilliseconds;
        while (count > 0)
        {
            long left = end - Environment.TickCount64;
            if (left <= 0)
            {
                throw new SocketException((int)SocketError.TimedOut);
            }

            if (!client.Poll((int)Math.Min(1000 * left, PollMicroseconds), SelectMode.SelectWrite))
            {
                continue;
            }

            int sent = client.Send(bytes.AsSpan(offset, count), SocketFlags.None, out SocketError error);
            if (error is not (SocketError.Success or SocketError.WouldBlock))
            {
                throw new SocketException((int)error);
            }

            offset += sent;
            count -= sent;
        }

        _board.Seat.Heard();
    }

    private void Refuse(Socket client, string occupant)
    {
        client.Send(Encoding.ASCII.GetBytes($"{_board.Seat.Refusal(occupant)}\n"));
        client.Shutdown(SocketShutdown.Send);

        // Closing with bytes unread would reset the link and lose the text.
        client.ReceiveTimeout = 1000;
        byte[] buffer = new byte[1024];
        while (client.Receive(buffer) > 0)
        {
        }
    }
}
