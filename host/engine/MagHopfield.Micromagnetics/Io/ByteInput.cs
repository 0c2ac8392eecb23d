using System.Text;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>Reads lines, words and bytes of one stream in turn, and knows how much is left.</summary>
internal sealed class ByteInput
{
    // No honest line or number is longer; a file without line ends must not fill the memory.
    private const int LongestLine = 1 << 24, LongestWord = 1 << 10;
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[1 << 16], _word = new byte[LongestWord];
    private int _at, _filled;

    public ByteInput(Stream stream)
    {
        if (!stream.CanSeek)
        {
            // A header may claim any size; only a stream of known length can be held against it.
            MemoryStream copy = new();
            stream.CopyTo(copy);
            copy.Position = 0;
            stream = copy;
        }

        _stream = stream;
    }

    /// <summary>Bytes that are left.</summary>
    public long Left => _stream.Length - _stream.Position + _filled - _at;

    /// <summary>The next line without its end (LF, CR LF or CR), or null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The line is too long to be one of a header.</exception>
    public string? ReadLine()
    {
        List<byte> bytes = [];
        int b = Next();
        if (b < 0)
            return null;
        for (; b >= 0 && b != '\n' && b != '\r'; b = Next())
        {
            if (bytes.Count == LongestLine)
                throw new InvalidDataException($"a line is longer than {LongestLine} bytes");
            bytes.Add((byte)b);
        }

        if (b == '\r' && Peek() == '\n')
            _at++;
        return Encoding.UTF8.GetString([.. bytes]);
    }

    /// <summary>
    /// The next number of text data, its digits as bytes: what stands between blanks, line ends, commas and semicolons, without comments
    /// from '#' to the end of their lines. Empty where a line "# End: …" or the end of the stream comes first; neither is taken.
    /// </summary>
    public ReadOnlySpan<byte> ReadWord()
    {
        while (Peek() is int b and >= 0)
        {
            if (b == '#')
            {
                if (AtEndLine())
                    break;
                while (Peek() is >= 0 and not ('\n' or '\r'))
                    _at++;
            }
            else if (IsBetween(b))
            {
                _at++;
            }
            else
            {
                return Word();
            }
        }

        return [];
    }

    /// <summary>The next byte that is not blank or a line end, or −1; it is not taken.</summary>
    public int PeekPastBlanks()
    {
        while (Peek() is ' ' or '\t' or '\n' or '\r')
            _at++;
        return Peek();
    }

    /// <summary>Reads exactly as many bytes as fit, or says that they are not there.</summary>
    public bool TryRead(Span<byte> target)
    {
        while (target.Length > 0)
        {
            if (Peek() < 0)
                return false;
            int count = Math.Min(target.Length, _filled - _at);
            _buffer.AsSpan(_at, count).CopyTo(target);
            _at += count;
            target = target[count..];
        }

        return true;
    }

    private static bool IsBetween(int b) => b is ' ' or '\t' or '\n' or '\r' or ',' or ';';

    private ReadOnlySpan<byte> Word()
    {
        int length = 0;
        for (int b = Peek(); b >= 0 && b != '#' && !IsBetween(b) && length < LongestWord; b = Peek())
        {
            _word[length++] = (byte)b;
            _at++;
        }

        return _word.AsSpan(0, length);
    }

    // Looks ahead without taking; the buffer is far longer than what "# End:" needs.
    private bool AtEndLine()
    {
        const int Enough = 64;
        if (_filled - _at < Enough)
        {
            int kept = _filled - _at;
            _buffer.AsSpan(_at, kept).CopyTo(_buffer);
            (_at, _filled) = (0, kept + _stream.ReadAtLeast(_buffer.AsSpan(kept), Enough, throwOnEndOfStream: false));
        }

        ReadOnlySpan<byte> ahead = _buffer.AsSpan(_at, Math.Min(Enough, _filled - _at)).TrimStart("# \t"u8);
        return ahead.Length >= 3 && Ascii.EqualsIgnoreCase(ahead[..3], "end"u8);
    }

    private int Next()
    {
        int b = Peek();
        _at += b < 0 ? 0 : 1;
        return b;
    }

    private int Peek()
    {
        if (_at == _filled)
            (_at, _filled) = (0, _stream.Read(_buffer));
        return _at < _filled ? _buffer[_at] : -1;
    }
}
