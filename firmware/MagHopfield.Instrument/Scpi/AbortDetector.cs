namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// Sees the message "ABORt" as its bytes come, before it is its turn, even where the input buffer is full. It must be the only unit of its
/// message.
/// </summary>
internal sealed class AbortDetector
{
    private const string Mnemonic = "ABORT";
    private const int ShortLength = 4;

    // Number of letters seen; −1 while nothing but white space came, −2 where the line is something else, −3 after the colon.
    private int _seen = Nothing;
    private bool _isOver;

    private const int Nothing = -1;
    private const int Other = -2;
    private const int Colon = -3;

    /// <summary>Takes a byte that is not within a block.</summary>
    /// <returns>Whether it ends the message "ABORt".</returns>
    public bool Take(byte value)
    {
        if (value == 10)
        {
            bool isAbort = _seen == ShortLength || _seen == Mnemonic.Length;
            Reset();
            return isAbort;
        }

        if (value <= ' ')
        {
            _isOver = _seen > 0;
            _seen = _seen == Colon ? Other : _seen;
            return false;
        }

        byte letter = value >= 'a' && value <= 'z' ? (byte)(value - 32) : value;
        int place = _seen < 0 ? 0 : _seen;
        if (_seen == Nothing && value == ':')
        {
            _seen = Colon;
        }
        else if (_seen != Other && !_isOver && place < Mnemonic.Length && letter == Mnemonic[place])
        {
            _seen = place + 1;
        }
        else
        {
            _seen = Other;
        }

        return false;
    }

    /// <summary>Begins a new message.</summary>
    public void Reset()
    {
        _seen = Nothing;
        _isOver = false;
    }
}
