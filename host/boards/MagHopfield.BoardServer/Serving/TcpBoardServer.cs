using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MagHopfield.BoardServer.Serving;

/// <summary>Offers a board as raw SCPI on a port of this machine, to one client at a time; another is told who has it.</summary>
public sealed class TcpBoardServer : IDisposable
{
    // A machine that is gone is noticed after 60 s + 3 · 10 s (RFC 9293, 3.8.4).
    private const int KeepAliveSeconds = 60;
    private const int KeepAliveIntervalSeconds = 10;
    private const int KeepAliveProbes = 3;
    private readonly IServedInstrument _board;
    private readonly IServerObserver? _observer;
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly TcpControlPort _control;
    private readonly Lock _lock = new();
    private readonly List<Socket> _clients = [];
    private readonly List<Thread> _threads = [];
    private bool _closing;

    /// <summary>Listens on 127.0.0.1.</summary>
    /// <param name="board">Board, virtual or real.</param>
    /// <param name="port">Port, 0 for any free one.</param>
    /// <param name="observer">Is told who comes and goes, or null.</param>
    /// <exception cref="IOException">The port cannot be had.</exception>
    public TcpBoardServer(IServedInstrument board, int port, IServerObserver? observer = null)
    {
        _board = board;
        _observer = observer;
        try
        {
            // ReuseAddress would let a second server listen on the port, and the system deal out the clients to both. Without it .NET asks,
            // on Unix, only that a port whose old links are still being closed can be had again; on Windows others must be shut out.
            if (OperatingSystem.IsWindows())
                _listener.ExclusiveAddressUse = true;

            _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            _listener.Listen();
        }
        catch (SocketException e)
        {
            _listener.Dispose();
            throw new IOException($"port {port} cannot be had ({e.Message}); end the program that uses it, or give another with --tcp.", e);
        }

        _control = new TcpControlPort();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        Start(Accept, "accept");
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>Port of the control connection, by which the client clears the device.</summary>
    public int ControlPort => _control.Port;

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
        _control.Dispose();
        foreach (Thread thread in threads)
            thread.Join();
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
                    return;

                // A client that has gone before it was accepted is no reason to stop.
                Thread.Sleep(10);
            }
        }
    }

    private bool IsClosing()
    {
        lock (_lock)
            return _closing;
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
                _clients.Add(client);

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
                TcpConversation conversation = new(_board, client, name, _observer);
                _control.Client = conversation;
                conversation.Run(_control.Port, givesUp.Token);
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
                _clients.Remove(client);

            if (free)
            {
                _control.Client = null;
                _board.Seat.Leave();
                _observer?.Report($"{name} left");
            }
        }
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
