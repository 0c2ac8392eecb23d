using MagHopfield.DeviceMemory.Tests.Recording;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Scpi;

namespace MagHopfield.DeviceMemory.Tests.Uses;

/// <summary>Stands for SerialLink: its buffer, and the link to the instrument. What is answered goes to whoever asked.</summary>
[StandsForHead]
internal sealed class HeadLink : IScpiOutput
{
    private const int BufferBytes = 256;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly CheckedLink _link;
    private readonly List<byte> _answer = [];

    public HeadLink(ScpiInstrument scpi, IInstrumentClock clock)
    {
        HeapRecorder.Track(this);
        HeapRecorder.Track(_buffer);
        _link = new CheckedLink(scpi, this, clock);
    }

    /// <summary>Takes what has been answered.</summary>
    public byte[] Take()
    {
        byte[] taken = [.. _answer];
        _answer.Clear();
        return taken;
    }

    /// <summary>Bytes have come over the line; they are handed on as by the thread of the UART.</summary>
    public void Receive(byte[] bytes)
    {
        int thread = HeapRecorder.Thread;
        HeapRecorder.Thread = 1;
        for (int at = 0; at < bytes.Length; at += BufferBytes)
        {
            int count = Math.Min(BufferBytes, bytes.Length - at);
            Array.Copy(bytes, at, _buffer, 0, count);
            _link.Receive(_buffer, 0, count);
        }

        HeapRecorder.Thread = thread;
    }

    public void Write(byte[] buffer, int offset, int count) => _answer.AddRange(buffer.AsSpan(offset, count).ToArray());

    public void EndMessage()
    {
    }
}
