using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using MagHopfield.BoardClient.Links;
using MagHopfield.Shared;

namespace MagHopfield.BoardClient.Protocol;

/// <summary>
/// Reads an answer value by value: numbers, strings, patterns and blocks as IEEE 488.2, section 8.7 has them, separated by commas within
/// one query's answer and by semicolons between queries. Whatever the bytes are, it gives values of the kind asked for or an error.
/// </summary>
public sealed class ReplyReader
{
    private const int LargestBlock = 1 << 24;
    private readonly byte[] _bytes;
    private readonly string _asked;
    private int _at;
    private bool _first = true;

    /// <summary>Begins to read.</summary>
    /// <param name="bytes">Answer, with or without its line feed.</param>
    /// <param name="asked">Message that was sent, for error messages.</param>
    public ReplyReader(byte[] bytes, string asked)
    {
        _bytes = bytes;
        _asked = asked;
    }

    /// <summary>A whole number.</summary>
    /// <param name="minimum">Smallest that can be.</param>
    /// <param name="maximum">Largest that can be.</param>
    /// <exception cref="BoardLinkException">The next value is none, or out of range.</exception>
    public int Integer(int minimum, int maximum)
    {
        string word = Word();
        return int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= minimum
            && value <= maximum
            ? value
            : throw Bad(string.Create(CultureInfo.InvariantCulture, $"'{word}' where a whole number from {minimum} to {maximum} belongs"));
    }

    /// <summary>A finite number.</summary>
    /// <exception cref="BoardLinkException">
    /// The next value is none; 9.91E37 and 9.9E37 of SCPI (not a number, infinity) count as none.
    /// </exception>
    public double Number()
    {
        string word = Word();
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && Math.Abs(value) < 9.9e37
            ? value
            : throw Bad($"'{word}' where a number belongs");
    }

    /// <summary>0 or 1.</summary>
    /// <exception cref="BoardLinkException">The next value is neither.</exception>
    public bool Boolean() => Integer(0, 1) == 1;

    /// <summary>A quoted string.</summary>
    /// <exception cref="BoardLinkException">The next value is none.</exception>
    public string Text()
    {
        Separator();
        if (_at >= _bytes.Length || _bytes[_at] is not ((byte)'"' or (byte)'\''))
            throw Bad($"{Here()} where a string in quotes belongs");

        byte quote = _bytes[_at++];
        StringBuilder text = new();
        while (_at < _bytes.Length)
        {
            byte b = _bytes[_at++];
            if (b == quote && (_at >= _bytes.Length || _bytes[_at] != quote))
                return text.ToString();

            // A quote in a string is written twice.
            _at += b == quote ? 1 : 0;
            text.Append((char)b);
        }

        throw Bad("a string without its closing quote");
    }

    /// <summary>A pattern in quotes.</summary>
    /// <param name="nodeCount">Nodes that it must have.</param>
    /// <exception cref="BoardLinkException">The next value is none.</exception>
    public Pattern Pattern(int nodeCount)
    {
        string text = Text();
        return Shared.Pattern.TryParse(text, out Pattern? pattern, out string error) && pattern!.Length == nodeCount
            ? pattern
            : throw Bad($"'{text}' where a pattern of {nodeCount} nodes belongs ({error})");
    }

    /// <summary>A block of big-endian doubles whose last four bytes are their CRC-32.</summary>
    /// <param name="count">Doubles that it must have.</param>
    /// <exception cref="BoardLinkException">The next value is no such block, its CRC-32 is wrong, or a double is not finite.</exception>
    public double[] Block(int count)
    {
        const int CrcBytes = 4;
        Separator();
        if (_at + 1 >= _bytes.Length || _bytes[_at] != (byte)'#' || _bytes[_at + 1] is < (byte)'1' or > (byte)'9')
            throw Bad($"{Here()} where a block belongs");

        int digits = _bytes[_at + 1] - '0';
        int begin = _at + 2 + digits;
        if (begin > _bytes.Length || !int.TryParse(
            Encoding.Latin1.GetString(_bytes, _at + 2, digits), NumberStyles.None, CultureInfo.InvariantCulture, out int length)
                || length > LargestBlock)
        {
            throw Bad($"{Here()} where the head of a block belongs");
        }

        if (length != (sizeof(double) * count) + CrcBytes || begin + length > _bytes.Length)
        {
            throw Bad(string.Create(
                CultureInfo.InvariantCulture,
                $"a block of {length} bytes ({_bytes.Length - begin} came) where {count} numbers and a CRC-32 belong"));
        }

        ReadOnlySpan<byte> content = _bytes.AsSpan(begin, length - CrcBytes);
        if (FrameCrc32.Of(content) != BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(begin + content.Length)))
            throw Bad("a block whose CRC-32 is wrong");

        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = BinaryPrimitives.ReadDoubleBigEndian(content[(sizeof(double) * i)..]);
            if (!double.IsFinite(values[i]))
                throw Bad(string.Create(CultureInfo.InvariantCulture, $"number {i + 1} of a block is {values[i]}"));
        }

        _at = begin + length;
        return values;
    }

    /// <summary>Everything that is left, as text without the line feed.</summary>
    public string Rest()
    {
        string text = Encoding.Latin1.GetString(_bytes, _at, _bytes.Length - _at).TrimEnd('\n', '\r');
        _at = _bytes.Length;
        return text;
    }

    /// <summary>Checks that nothing follows but the line feed.</summary>
    /// <exception cref="BoardLinkException">Something does.</exception>
    public void End()
    {
        string rest = Rest();
        if (rest.Length > 0)
            throw Bad($"'{Short(rest)}' after the last value");
    }

    private string Word()
    {
        Separator();
        int begin = _at;
        while (_at < _bytes.Length && _bytes[_at] is not ((byte)',' or (byte)';' or (byte)'\n'))
            _at++;

        return Short(Encoding.Latin1.GetString(_bytes, begin, _at - begin));
    }

    private void Separator()
    {
        if (!_first)
        {
            if (_at >= _bytes.Length || _bytes[_at] is not ((byte)',' or (byte)';'))
                throw Bad($"{Here()} where a comma or semicolon belongs");

            _at++;
        }

        _first = false;
    }

    private string Here() => _at < _bytes.Length
        ? $"'{Short(Encoding.Latin1.GetString(_bytes, _at, Math.Min(60, _bytes.Length - _at)).TrimEnd('\n'))}'"
        : "nothing";

    private static string Short(string text) => text.Length <= 60 ? text : text[..57] + "...";

    private BoardLinkException Bad(string what) =>
        new($"the answer to '{_asked}' has {PlainText.Of(what)}; do firmware and program fit together? See '*IDN?' and docs/scpi.md.");
}
