using System;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Settings;

/// <summary>Writes records into bytes: tag, length, content.</summary>
internal sealed class StateWriter
{
    private byte[] _bytes;
    private int _length;
    private int _record;

    /// <summary>A writer.</summary>
    /// <param name="bytes">How many will be written, as far as is known; where it is right they are not copied.</param>
    public StateWriter(int bytes)
    {
        _bytes = new byte[bytes];
    }

    public void Begin(StateTag tag)
    {
        Write((uint)tag);
        Write(0);
        _record = _length;
    }

    public void End() => BinaryNumbers.Write((uint)(_length - _record), _bytes, _record - 4, true);

    public void Write(uint value)
    {
        Reserve(4);
        BinaryNumbers.Write(value, _bytes, _length, true);
        _length += 4;
    }

    public void Write(double value)
    {
        Reserve(8);
        BinaryNumbers.Write(value, _bytes, _length, true);
        _length += 8;
    }

    public void Write(double[] values)
    {
        for (int i = 0; i < values.Length; i++)
            Write(values[i]);
    }

    public void Write(string text)
    {
        Write((uint)text.Length);
        Reserve(text.Length);
        for (int i = 0; i < text.Length; i++)
            _bytes[_length++] = (byte)text[i];
    }

    public byte[] ToBytes()
    {
        if (_length == _bytes.Length)
            return _bytes;

        byte[] bytes = new byte[_length];
        Array.Copy(_bytes, bytes, _length);
        return bytes;
    }

    private void Reserve(int count)
    {
        if (_length + count <= _bytes.Length)
            return;

        byte[] more = new byte[2 * _bytes.Length + count];
        Array.Copy(_bytes, more, _length);
        _bytes = more;
    }
}
