using System.Net.Sockets;
using MagHopfield.Instrument.Scpi;

namespace MagHopfield.BoardServer.Serving;

/// <summary>What goes on between the board and the client that has its seat.</summary>
internal sealed class TcpConversation
{
    private const int PatienceMilliseconds = 5000;
    private const int PollMicroseconds = 50_000;
    private readonly IServedInstrument _board;
    private readonly Socket _client;
    private readonly string _name;
    private readonly IServerObserver? _observer;
    private readonly CheckedLink _link;
    private readonly Lock _receiving = new();
    private volatile bool _isClearing;

    /// <summary>Connects a client.</summary>
    /// <param name="board">Board, whose seat it has.</param>
    /// <param name="client">Its socket.</param>
    /// <param name="name">Its name.</param>
    /// <param name="observer">Is told why it ended, or null.</param>
    public TcpConversation(IServedInstrument board, Socket client, string name, IServerObserver? observer)
    {
        (_board, _client, _name, _observer) = (board, client, name, observer);
        _client.Blocking = false;
        _link = board.Connect(SendAll);
    }

    /// <summary>Serves the client until it has left, and tells the instrument that it has.</summary>
    /// <param name="controlPort">Port of its control connection.</param>
    /// <param name="givesUp">Is cancelled where it must give up its seat.</param>
    /// <exception cref="SocketException">The link is lost.</exception>
    public void Run(int controlPort, CancellationToken givesUp)
    {
        HttpGuard guard = new();
        CheckedLink link = _link;
        link.ControlPort = controlPort;
        try
        {
            byte[] buffer = new byte[4096];
            bool isOpen = true;
            while (isOpen || (link.IsAnswering && LocalPeer.IsHeld(_client)))
            {
                // An answer that could not be sent ends the session, by whatever thread it was sent.
                if (link.IsLost)
                {
                    _observer?.Report($"{_name} closed: it takes no answers");
                    return;
                }

                if (givesUp.IsCancellationRequested)
                {
                    _observer?.Report($"{_name} closed: it was silent, and another wants the board");
                    return;
                }

                if (!isOpen)
                {
                    // It has ended its sending and waits for the answers to what it has sent.
                    Thread.Sleep(PollMicroseconds / 1000);
                    continue;
                }

                if (!_client.Poll(PollMicroseconds, SelectMode.SelectRead))
                    continue;

                int count = _client.Receive(buffer);
                isOpen = count > 0;
                _board.Seat.Heard();
                if (!isOpen && link.EndOfInput())
                    _observer?.Report($"{_name} ended its sending within a message, which is dropped");

                if (guard.IsOver)
                {
                    Receive(buffer, count);
                    continue;
                }

                byte[] begun = guard.Take(buffer.AsSpan(0, count));
                if (guard.IsHttp)
                {
                    _observer?.Report($"{_name} closed: it speaks HTTP, not SCPI");
                    return;
                }

                Receive(begun, begun.Length);
            }
        }
        finally
        {
            link.LinkLost();
        }
    }

    // Of a client that takes nothing for so long nothing is left to hope.
    private void SendAll(byte[] bytes, int offset, int count)
    {
        long end = Environment.TickCount64 + PatienceMilliseconds;
        while (count > 0 && !_isClearing)
        {
            long left = end - Environment.TickCount64;
            if (left <= 0)
                throw new SocketException((int)SocketError.TimedOut);

            if (!_client.Poll((int)Math.Min(1000 * left, PollMicroseconds), SelectMode.SelectWrite))
                continue;

            int sent = _client.Send(bytes.AsSpan(offset, count), SocketFlags.None, out SocketError error);
            if (error is not (SocketError.Success or SocketError.WouldBlock))
                throw new SocketException((int)error);

            offset += sent;
            count -= sent;
        }

        _board.Seat.Heard();
    }

    /// <summary>
    /// Device clear (IEEE 488.2, 5.8). Of an answer that is being sent the rest is not; from then on only answers to what comes after are.
    /// </summary>
    public void Clear()
    {
        _isClearing = true;
        lock (_receiving)
        {
            _link.DeviceClear();
            _isClearing = false;
        }
    }

    private void Receive(byte[] bytes, int count)
    {
        lock (_receiving)
            _link.Receive(bytes, 0, count);
    }
}
