namespace MagHopfield.Shared.Scpi;

/// <summary>
/// Finds where a program message ends: at a line feed that is neither among the bytes of a block nor within quotes (IEEE 488.2, 7.7.5.2).
/// It goes on where it stopped, so that bytes may come one by one.
/// </summary>
public sealed class MessageFramer
{
    private enum Place
    {
        Text,
        Quoted,
        Hash,
        Digits,
        Block,
    }

    private Place _place;
    private byte _quote;
    private int _digits;
    private int _length;

    /// <summary>Whether a string has begun and not ended.</summary>
    public bool IsInString => _place == Place.Quoted;

    /// <summary>Whether a string has begun, holds a line feed, and has not ended: it may be one whose end was forgotten.</summary>
    public bool IsInLongString { get; private set; }

    /// <summary>Whether the next line feed ends the message, also within quotes; until the message has ended.</summary>
    public bool LineFeedEndsString { get; set; }

    /// <summary>Whether the bytes of a block are awaited.</summary>
    public bool IsInBlock => _place == Place.Block;

    /// <summary>Number of bytes of the block that are still awaited.</summary>
    public int Missing => _place == Place.Block ? _length : 0;

    /// <summary>Begins a new message.</summary>
    public void Reset()
    {
        _place = Place.Text;
        IsInLongString = false;
        LineFeedEndsString = false;
    }

    /// <summary>Takes one byte.</summary>
    /// <param name="value">Byte.</param>
    /// <returns>Whether it ends the message.</returns>
    public bool Take(byte value)
    {
        if (_place == Place.Block)
        {
            _length--;
            if (_length == 0)
                _place = Place.Text;

            return false;
        }

        if (value == Ascii.LineFeed)
        {
            if (_place == Place.Quoted && !LineFeedEndsString)
            {
                IsInLongString = true;
                return false;
            }

            Reset();
            return true;
        }

        switch (_place)
        {
            case Place.Quoted:
                _place = value == _quote ? Place.Text : Place.Quoted;
                IsInLongString &= _place == Place.Quoted;
                break;
            case Place.Hash:
                _digits = value - '0';
                _length = 0;
                _place = value >= '1' && value <= '9' ? Place.Digits : Place.Text;
                break;
            case Place.Digits:
                TakeDigit(value);
                break;
            default:
                _quote = value;
                _place = value == '#' ? Place.Hash : value == '"' || value == '\'' ? Place.Quoted : Place.Text;
                break;
        }

        return false;
    }

    private void TakeDigit(byte value)
    {
        if (!Ascii.IsDigit(value))
        {
            _place = Place.Text;
            return;
        }

        _length = 10 * _length + (value - '0');
        _digits--;
        if (_digits == 0)
            _place = _length > 0 ? Place.Block : Place.Text;
    }
}
