using MagHopfield.Instrument.Scpi;

namespace MagHopfield.BoardServer.Serving;

/// <summary>Offers a board on a pseudo-terminal, which a client opens as a serial port.</summary>
public sealed class PtyBoardServer : IDisposable
{
    private const int PollMilliseconds = 50;
    private readonly IServedInstrument _board;
    private readonly IServerObserver? _observer;
    private readonly PseudoTerminal _terminal = new();
    private readonly Thread _thread;
    private volatile bool _closing;

    /// <summary>Makes the pseudo-terminal.</summary>
    /// <param name="board">Board, virtual or real.</param>
    /// <param name="observer">Is told who comes and goes, or null.</param>
    /// <exception cref="IOException">The system has none to give.</exception>
    public PtyBoardServer(IServedInstrument board, IServerObserver? observer = null)
    {
        _board = board;
        _observer = observer;
        _thread = new Thread(Serve) { IsBackground = true, Name = "pty" };
        _thread.Start();
    }

    /// <summary>Path of the device, as in "/dev/pts/5".</summary>
    public string DeviceName => _terminal.DeviceName;

    /// <summary>Closes the pseudo-terminal.</summary>
    public void Dispose()
    {
        _closing = true;
        _thread.Join();
        _terminal.Dispose();
    }

    private void Serve()
    {
        byte[] buffer = new byte[4096];
        bool hasLostSeat = false;
        while (!_closing)
        {
            int count = _terminal.Read(buffer, PollMilliseconds, out bool isOpen);
            if (!isOpen && count == 0)
            {
                // poll returns at once while nobody has the device open.
                hasLostSeat = false;
                Thread.Sleep(PollMilliseconds);
                continue;
            }

            if (hasLostSeat && count == 0)
            {
                // The device is open still, but who holds it says nothing.
                continue;
            }

            _terminal.SetRaw();
            CancellationTokenSource givesUp = new();
            if (!_board.Seat.TryTake(DeviceName, givesUp.Cancel, out string occupant))
            {
                Refuse(occupant);
                continue;
            }

            try
            {
                hasLostSeat = Converse(buffer, count, givesUp.Token);
            }
            finally
            {
                _board.Seat.Leave();
            }
        }
    }

    // True where the client lost its seat with the device open.
    private bool Converse(byte[] buffer, int count, CancellationToken givesUp)
    {
        _observer?.Report($"{DeviceName} opened");
        CheckedLink link = _board.Connect(Send);
        link.IsTerminal = true;
        string why = "";
        try
        {
            bool isOpen = true;
            while (!_closing && (isOpen || count > 0) && why.Length == 0)
            {
                if (count > 0)
                    _board.Seat.Heard();

                link.Receive(buffer, 0, count);
                count = _terminal.Read(buffer, PollMilliseconds, out isOpen);
                why = link.IsLost && isOpen
                    ? ": it takes no answers"
                    : givesUp.IsCancellationRequested
                    ? ": it was silent, and another wants the board"
                    : "";
            }
        }
        catch (IOException)
        {
            // The device was closed in the middle of an answer.
        }
        finally
        {
            link.LinkLost();
            _observer?.Report($"{DeviceName} closed{why}");
        }

        if (why.Length > 0)
        {
            // What was not read must not be taken for the answer to something else.
            _terminal.DropUnread();
        }

        return why.Length > 0;
    }

    private void Send(byte[] bytes, int offset, int count)
    {
        _terminal.Write(bytes, offset, count);
        _board.Seat.Heard();
    }

    private void Refuse(string occupant)
    {
        byte[] refusal = System.Text.Encoding.ASCII.GetBytes(
            _board.Seat.Refusal(occupant) + "\n");
        byte[] said = new byte[4096];
        bool isOpen = true;
        bool wasAsked = true;
        while (!_closing && isOpen)
        {
            try
            {
                if (wasAsked)
                    _terminal.Write(refusal, 0, refusal.Length);
            }
            catch (IOException)
            {
                // Nobody is there to read it.
                return;
            }

            int count = _terminal.Read(said, PollMilliseconds, out isOpen);
            wasAsked = said.AsSpan(0, count).Contains((byte)'\n');
        }
    }
}
