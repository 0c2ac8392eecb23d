using MagHopfield.Instrument.Ports;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Settings;

/// <summary>Reads records from bytes that may be anything: it never reads past a record and takes no length on trust.</summary>
internal sealed class StateReader
{
    private const int LongestText = 64;

    private readonly byte[] _bytes;
    private int _at;
    private int _end;

    public StateReader(byte[] bytes)
    {
        _bytes = bytes;
    }

    /// <summary>Tag of the record.</summary>
    public StateTag Tag { get; private set; }

    /// <summary>Bytes of the record that are not yet read.</summary>
    public int Left => _end - _at;

    /// <summary>Goes to the next record.</summary>
    /// <exception cref="FlashException">A record ends past the state.</exception>
    public bool Next()
    {
        _at = _end;
        _end = _bytes.Length;
        if (Left == 0)
            return false;

        Tag = (StateTag)Number();
        uint length = Number();
        if (length > (uint)Left)
            throw Damaged();

        _end = _at + (int)length;
        return true;
    }

    public uint Number()
    {
        Require(4);
        uint value = BinaryNumbers.ReadUInt32(_bytes, _at, true);
        _at += 4;
        return value;
    }

    public double Real()
    {
        Require(8);
        double value = BinaryNumbers.ReadDouble(_bytes, _at, true);
        _at += 8;
        return value;
    }

    public double[] Reals(int count)
    {
        Require(8 * count);
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = Real();
            if (!(System.Math.Abs(values[i]) < 1e9))
                throw Damaged();
        }

        return values;
    }

    public string Text()
    {
        uint length = Number();
        Require(length > LongestText ? int.MaxValue : (int)length);
        char[] text = new char[(int)length];
        for (int i = 0; i < text.Length; i++)
            text[i] = (char)(_bytes[_at++] & 0x7F);

        return new string(text);
    }

    /// <summary>The error of a state that no firmware has written.</summary>
    public static FlashException Damaged() => new FlashException("The state in flash is not one of this instrument: save a new one.");

    private void Require(int count)
    {
        if (count > Left)
            throw Damaged();
    }
}
