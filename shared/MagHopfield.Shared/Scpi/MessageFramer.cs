namespace MagHopfield.Shared.Scpi;

/// <summary>
/// Finds where a program message ends: at a line feed that is not among the bytes of a block. It goes on where it stopped, so that bytes
/// may come one by one.
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

    /// <summary>Whether the bytes of a block are awaited.</summary>
    public bool IsInBlock => _place == Place.Block;

    /// <summary>Number of bytes of the block that are still awaited.</summary>
    public int Missing => _place == Place.Block ? _length : 0;

    /// <summary>Begins a new message.</summary>
    public void Reset() => _place = Place.Text;

    /// <summary>Takes one byte.</summary>
    /// <param name="value">Byte.</param>
    /// <returns>Whether it ends the message.</returns>
    public bool Take(byte value)
    {
        if (_place == Place.Block)
        {
            _length--;
            if (_length == 0)
            {
                _place = Place.Text;
            }

            return false;
        }

        if (value == Ascii.LineFeed)
        {
            // Also within quotes: a string that was not ended must not swallow the messages after it.
            _place = Place.Text;
            return true;
        }

        switch (_place)
        {
            case Place.Quoted:
                _place = value == _quote ? Place.Text : Place.Quoted;
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
        {
            _place = _length > 0 ? Place.Block : Place.Text;
        }
    }
}
