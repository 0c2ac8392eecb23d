using System;
using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// Writes the answer of a program message (IEEE 488.2, chapter 8): units with semicolons, values with commas, a line feed at the end. It
/// holds a few hundred bytes, however long the answer.
/// </summary>
public sealed class ResponseWriter
{
    private const int BufferBytes = 512;

    private readonly IScpiOutput _output;
    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _length;
    private bool _unitHasValues;
    private bool _hasSent;

    /// <summary>A writer of a session.</summary>
    /// <param name="output">Where the bytes go.</param>
    public ResponseWriter(IScpiOutput output)
    {
        _output = output;
    }

    /// <summary>Whether arrays are written as blocks of 64-bit numbers (REAL) instead of text (ASCii).</summary>
    public bool IsBinary { get; set; }

    /// <summary>Whether the numbers of a block have their lowest byte first (SWAPped).</summary>
    public bool IsSwapped { get; set; }

    /// <summary>Whether a block ends in the CRC-32 of its numbers.</summary>
    public bool HasCheck { get; set; } = true;

    /// <summary>Whether an answer has begun in this message.</summary>
    public bool HasUnits { get; private set; }

    /// <summary>Whether nobody waits for the answer of this message any more: it is dropped.</summary>
    internal bool IsMuted { get; set; }

    /// <summary>Writes a whole number.</summary>
    /// <param name="value">Value.</param>
    public void Integer(long value)
    {
        Separate();
        _length = NumberWriter.Write(value, _buffer, _length);
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">Value in its base unit.</param>
    public void Number(double value)
    {
        Separate();
        _length = NumberWriter.Write(value, _buffer, _length);
    }

    /// <summary>Writes 0 or 1.</summary>
    /// <param name="value">Value.</param>
    public void Boolean(bool value) => Integer(value ? 1 : 0);

    /// <summary>Writes a word or other characters as they are.</summary>
    /// <param name="word">Characters of ASCII.</param>
    public void Word(string word)
    {
        Separate();
        Characters(word);
    }

    /// <summary>Writes the short form of a mnemonic.</summary>
    /// <param name="mnemonic">As in "MINimum".</param>
    public void Mnemonic(string mnemonic)
    {
        Separate();
        for (int i = 0; i < mnemonic.Length && !(mnemonic[i] >= 'a' && mnemonic[i] <= 'z'); i++)
            Byte((byte)mnemonic[i]);
    }

    /// <summary>Writes text in quotes.</summary>
    /// <param name="text">Any text; what is no printing character of ASCII becomes a question mark.</param>
    public void Text(string text)
    {
        Separate();
        Byte((byte)'"');
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                Byte((byte)'"');

            Byte(text[i] >= ' ' && text[i] <= '~' ? (byte)text[i] : (byte)'?');
        }

        Byte((byte)'"');
    }

    /// <summary>Writes a pattern in quotes.</summary>
    /// <param name="pattern">Pattern.</param>
    public void Pattern(Pattern pattern)
    {
        Separate();
        Byte((byte)'"');
        for (int i = 0; i < pattern.Length; i++)
        {
            if (i > 0)
                Byte((byte)' ');

            Byte(pattern[i] > 0 ? (byte)'+' : (byte)'-');
        }

        Byte((byte)'"');
    }

    /// <summary>Writes numbers as FORMat says: with commas between, or as one block.</summary>
    /// <param name="values">Values in their base unit.</param>
    public void Values(double[] values)
    {
        if (!IsBinary)
        {
            for (int i = 0; i < values.Length; i++)
                Number(values[i]);

            return;
        }

        BeginBlock(8 * values.Length + (HasCheck ? 4 : 0));
        uint check = 0;
        for (int i = 0; i < values.Length; i++)
        {
            Reserve(8);
            BinaryNumbers.Write(values[i], _buffer, _length, IsSwapped);
            check = Crc32.Update(check, _buffer, _length, 8);
            _length += 8;
        }

        if (HasCheck)
        {
            Reserve(4);
            BinaryNumbers.Write(check, _buffer, _length, IsSwapped);
            _length += 4;
        }
    }

    /// <summary>Begins a block of bytes; exactly as many calls of <see cref="BlockText"/>'s characters must follow.</summary>
    /// <param name="length">Number of bytes.</param>
    public void BeginBlock(int length)
    {
        Separate();
        _length = BlockHeader.Write(length, _buffer, _length);
    }

    /// <summary>Writes characters of a block.</summary>
    /// <param name="text">Characters of ASCII.</param>
    public void BlockText(string text) => Characters(text);

    /// <summary>Begins the answer of a unit.</summary>
    internal void BeginUnit() => _unitHasValues = false;

    /// <summary>Ends the answer of the message, where it has one.</summary>
    internal void EndMessage()
    {
        if (HasUnits)
            Byte(10);

        Flush();
        HasUnits = false;
        _hasSent = false;
    }

    /// <summary>Drops what was written of the answer of this message. Where a part has been sent, its line is ended.</summary>
    internal void Cut()
    {
        _length = 0;
        HasUnits &= _hasSent;
    }

    private void Separate()
    {
        Reserve(NumberWriter.LongestNumber + 2);
        if (_unitHasValues)
            _buffer[_length++] = (byte)',';
        else if (HasUnits)
            _buffer[_length++] = (byte)';';

        _unitHasValues = true;
        HasUnits = true;
    }

    private void Characters(string text)
    {
        for (int i = 0; i < text.Length; i++)
            Byte((byte)text[i]);
    }

    private void Byte(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    private void Reserve(int count)
    {
        if (_length + count > BufferBytes)
            Flush();
    }

    private void Flush()
    {
        int length = _length;
        _length = 0;
        if (length == 0 || IsMuted)
            return;

        _hasSent = true;

        try
        {
            _output.Write(_buffer, 0, length);
        }
        catch (Exception e)
        {
            throw new ScpiLinkException(e);
        }
    }
}
