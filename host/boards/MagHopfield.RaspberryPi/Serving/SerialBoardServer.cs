using System.IO.Ports;
using System.Text;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Instrument.Scpi;

namespace MagHopfield.RaspberryPi.Serving;

/// <summary>
/// Offers an instrument on a serial port, 8 bits, no parity. A serial line does not tell when its client has gone: who speaks has the seat,
/// and leaves it when nothing has come for a minute, or when another wants the board and it has been silent too long; its session stays.
/// </summary>
public sealed class SerialBoardServer : IDisposable
{
    /// <summary>Speed where none is given, as on the ESP32.</summary>
    public const int DefaultBaud = 115200;

    private const int PollMilliseconds = 50;
    private readonly IServedInstrument _board;
    private readonly IServerObserver? _observer;
    private readonly SerialPort _port;
    private readonly TimeSpan _patience;
    private readonly Thread _thread;
    private volatile bool _closing;
    private volatile bool _givesUp;

    /// <summary>Opens the port.</summary>
    /// <param name="board">Instrument.</param>
    /// <param name="portName">As in "/dev/ttyUSB0".</param>
    /// <param name="baud">Bits a second.</param>
    /// <param name="patience">Silence after which the seat is free, or null for a minute.</param>
    /// <param name="observer">Is told who comes and goes, or null.</param>
    /// <exception cref="IOException">The port cannot be had; the message says why and how to mend it.</exception>
    public SerialBoardServer(
        IServedInstrument board, string portName, int baud = DefaultBaud, TimeSpan? patience = null, IServerObserver? observer = null)
    {
        _board = board;
        _observer = observer;
        _patience = patience ?? TimeSpan.FromMinutes(1);
        _port = new SerialPort(portName, baud, Parity.None, 8, StopBits.One) { ReadTimeout = PollMilliseconds, WriteTimeout = 5000 };
        try
        {
            _port.Open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _port.Dispose();
            throw new IOException(
                $"serial port '{portName}' cannot be opened ({e.Message.TrimEnd('.')}); give another with --serial, end the program that "
                + "has it, or add this user to the group dialout.", e);
        }

        _thread = new Thread(Serve) { IsBackground = true, Name = "serial" };
        _thread.Start();
    }

    /// <summary>Closes the port; its session ends.</summary>
    public void Dispose()
    {
        _closing = true;
        _thread.Join();
        _port.Dispose();
    }

    private void Serve()
    {
        byte[] buffer = new byte[4096];
        CheckedLink? link = null;
        bool seated = false;
        long last = 0;
        try
        {
            while (!_closing)
            {
                int count = Read(buffer);
                if (count == 0)
                {
                    if (seated && (_givesUp || Environment.TickCount64 - last > _patience.TotalMilliseconds))
                    {
                        seated = false;
                        _board.Seat.Leave();
                        _observer?.Report($"{_port.PortName} silent, its seat is free");
                    }

                    continue;
                }

                last = Environment.TickCount64;
                if (!seated)
                {
                    _givesUp = false;
                    seated = _board.Seat.TryTake(_port.PortName, () => _givesUp = true, out string occupant);
                    if (!seated)
                    {
                        Refuse(buffer.AsSpan(0, count), occupant);
                        continue;
                    }

                    _observer?.Report($"{_port.PortName} speaks");
                }

                if (link is null || link.IsLost)
                {
                    link = _board.Connect(Send);
                    link.IsTerminal = true;
                }

                _board.Seat.Heard();
                link.Receive(buffer, 0, count);
            }
        }
        finally
        {
            link?.LinkLost();
            if (seated)
                _board.Seat.Leave();
        }
    }

    private void Send(byte[] bytes, int offset, int length)
    {
        _port.Write(bytes, offset, length);
        _board.Seat.Heard();
    }

    private int Read(byte[] buffer)
    {
        try
        {
            return _port.Read(buffer, 0, buffer.Length);
        }
        catch (TimeoutException)
        {
            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // An adapter that was pulled out; it may come back under the same name only with a new start of the service.
            Thread.Sleep(PollMilliseconds);
            return 0;
        }
    }

    private void Refuse(ReadOnlySpan<byte> said, string occupant)
    {
        if (!said.Contains((byte)'\n'))
            return;

        byte[] refusal = Encoding.ASCII.GetBytes(_board.Seat.Refusal(occupant) + "\n");
        try
        {
            _port.Write(refusal, 0, refusal.Length);
        }
        catch (Exception e) when (e is TimeoutException or IOException)
        {
            // Nobody is there to read it.
        }
    }
}
