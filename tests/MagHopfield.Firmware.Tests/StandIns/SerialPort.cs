using MagHopfield.Firmware.Tests;

namespace System.IO.Ports;

/// <summary>What was announced.</summary>
public sealed class SerialDataReceivedEventArgs : EventArgs;

/// <summary>As on the device.</summary>
public delegate void SerialDataReceivedEventHandler(object sender, SerialDataReceivedEventArgs e);

/// <summary>
/// The UART: a receive ring whose size is taken when the port is opened, 256 bytes unless it was set before; what does not fit is lost. An
/// announcement may be held back, as on the device under load.
/// </summary>
public sealed class SerialPort(string portName, int baudRate)
{
    private readonly Lock _gate = new();
    private readonly Queue<byte> _ring = new();
    private readonly List<byte> _sent = [];
    private int _size;

    public event SerialDataReceivedEventHandler? DataReceived;

    public string PortName => portName;

    public int BaudRate => baudRate;

    public int ReadBufferSize { get; set; } = 256;

    public int BytesToRead
    {
        get
        {
            lock (_gate)
                return _ring.Count;
        }
    }

    public void Open()
    {
        _size = ReadBufferSize;
        Esp32.Current.Port = this;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        lock (_gate)
        {
            int taken = Math.Min(count, _ring.Count);
            for (int i = 0; i < taken; i++)
                buffer[offset + i] = _ring.Dequeue();

            return taken;
        }
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        lock (_gate)
            _sent.AddRange(buffer.AsSpan(offset, count));
    }

    /// <summary>Bytes come by the line.</summary>
    /// <param name="bytes">Bytes.</param>
    /// <param name="isAnnounced">Whether the event comes too.</param>
    public void Arrive(ReadOnlySpan<byte> bytes, bool isAnnounced)
    {
        lock (_gate)
        {
            foreach (byte b in bytes)
            {
                if (_ring.Count < _size)
                    _ring.Enqueue(b);
            }
        }

        if (isAnnounced)
            DataReceived?.Invoke(this, new SerialDataReceivedEventArgs());
    }

    /// <summary>What the head has sent so far.</summary>
    public string Sent
    {
        get
        {
            lock (_gate)
                return string.Concat(_sent.Select(b => (char)b));
        }
    }
}
