using System;
using System.IO.Ports;
using System.Threading;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Scpi;
using nanoFramework.Hardware.Esp32;

namespace MagHopfield.Firmware;

/// <summary>
/// SCPI, plain or in checked frames, on the second UART, 115200 baud, 8 bits, no parity; the first UART belongs to the debugger. Bytes are
/// fetched when they are announced and, for an announcement may be lost, every 20 ms.
/// </summary>
internal sealed class SerialLink : IScpiOutput
{
    private const int Baud = 115200;

    // Three frames and some: 20 ms of the line are 230 bytes, and the collector may stop everything for as long as 100 ms, 1150 bytes.
    private const int RingBytes = 3 * CheckedLink.LongestFrame + 512;
    private const int BufferBytes = 256;
    private const int PollMilliseconds = 20;

    private readonly SerialPort _port;
    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly object _receiving = new object();
    private readonly ScpiInstrument _scpi;
    private readonly IInstrumentClock _clock;
    private readonly Timer _poll;
    private CheckedLink _link;

    public SerialLink(ScpiInstrument scpi, IInstrumentClock clock)
    {
        _scpi = scpi;
        _clock = clock;
        _link = NewLink();
        Configuration.SetPinFunction(BoardPins.SerialTransmit, DeviceFunction.COM2_TX);
        Configuration.SetPinFunction(BoardPins.SerialReceive, DeviceFunction.COM2_RX);
        _port = new SerialPort("COM2", Baud);

        // Before the port is opened, or it keeps the 256 bytes that it has by itself.
        _port.ReadBufferSize = RingBytes;
        _port.Open();
        _port.DataReceived += OnDataReceived;
        _poll = new Timer(OnPoll, null, PollMilliseconds, PollMilliseconds);
    }

    public void Write(byte[] buffer, int offset, int count) => _port.Write(buffer, offset, count);

    public void EndMessage()
    {
    }

    private CheckedLink NewLink() => new CheckedLink(_scpi, this, _clock) { IsTerminal = true };

    private void OnDataReceived(object sender, SerialDataReceivedEventArgs e) => Receive();

    private void OnPoll(object? state) => Receive();

    private void Receive()
    {
        lock (_receiving)
        {
            try
            {
                int count = Math.Min(_port.BytesToRead, _buffer.Length);
                while (count > 0)
                {
                    count = _port.Read(_buffer, 0, count);
                    if (_link.IsLost)
                        _link = NewLink();

                    _link.Receive(_buffer, 0, count);
                    count = Math.Min(_port.BytesToRead, _buffer.Length);
                }
            }
            catch (Exception)
            {
                _link.LinkLost();
            }
        }
    }
}
