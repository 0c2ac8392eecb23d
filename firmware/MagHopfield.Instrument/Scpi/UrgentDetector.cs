namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// Sees the messages "ABORt" and "*RST" as their bytes come, even where the input buffer is full. Each must be the only unit of its
/// message: within a string, a block or another unit its letters mean nothing.
/// </summary>
internal sealed class UrgentDetector
{
    private const int LongestWord = 6;
    private const int Other = -1;

    private readonly byte[] _word = new byte[LongestWord];

    // Letters seen; Other where the message is something else.
    private int _length;
    private bool _isOver;

    /// <summary>Whether what came of this message may yet become an urgent one.</summary>
    public bool IsPossible => _length != Other;

    /// <summary>Looks at a whole message.</summary>
    /// <param name="bytes">Array that holds it.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="count">Number of bytes, without a line feed.</param>
    public UrgentMessage Of(byte[] bytes, int offset, int count)
    {
        Reset();
        for (int i = 0; i < count && IsPossible; i++)
            Take(bytes[offset + i]);

        return Take(10);
    }

    /// <summary>Takes a byte that is not within a block.</summary>
    /// <returns>What the message was, where the byte ends it.</returns>
    public UrgentMessage Take(byte value)
    {
        if (value == 10)
        {
            UrgentMessage found = Found();
            Reset();
            return found;
        }

        // Empty units are allowed.
        if (value <= ' ' || value == ';')
        {
            _isOver = _length > 0;
        }
        else if (_isOver || _length == Other || _length == LongestWord)
        {
            _length = Other;
        }
        else
        {
            _word[_length++] = value >= 'a' && value <= 'z' ? (byte)(value - 32) : value;
            if (!Begins(":ABORT") && !Begins("ABORT") && !Begins("*RST"))
                _length = Other;
        }

        return UrgentMessage.None;
    }

    /// <summary>Begins a new message.</summary>
    public void Reset()
    {
        _length = 0;
        _isOver = false;
    }

    private UrgentMessage Found()
    {
        int colon = _length > 0 && _word[0] == ':' ? 1 : 0;
        if (_length == 4 && _word[0] == '*')
            return UrgentMessage.Reset;

        return _length - colon == 4 || _length - colon == 5 ? UrgentMessage.Abort : UrgentMessage.None;
    }

    private bool Begins(string text)
    {
        if (_length > text.Length)
            return false;

        for (int i = 0; i < _length; i++)
        {
            if (_word[i] != text[i])
                return false;
        }

        return true;
    }
}
