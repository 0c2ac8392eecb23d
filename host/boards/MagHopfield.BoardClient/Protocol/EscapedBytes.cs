using System.Globalization;
using System.Text;

namespace MagHopfield.BoardClient.Protocol;

/// <summary>Bytes as one line of ASCII: printable characters as they are, \n, \r, \t, \\, and \xHH for the rest.</summary>
public static class EscapedBytes
{
    /// <summary>Writes bytes as text.</summary>
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length + 8);
        foreach (byte b in bytes)
        {
            _ = b switch
            {
                (byte)'\n' => text.Append("\\n"),
                (byte)'\r' => text.Append("\\r"),
                (byte)'\t' => text.Append("\\t"),
                (byte)'\\' => text.Append("\\\\"),
                >= 0x20 and < 0x7F => text.Append((char)b),
                _ => text.Append("\\x").Append(b.ToString("X2", CultureInfo.InvariantCulture)),
            };
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="text">Text.</param>
    /// <param name="bytes">The bytes, or none.</param>
    /// <returns>Whether the text is such.</returns>
    public static bool TryRead(string text, out byte[] bytes)
    {
        List<byte> read = new(text.Length);
        bytes = [];
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is < ' ' or > '~')
                return false;

            if (c != '\\')
            {
                read.Add((byte)c);
                continue;
            }

            char kind = ++i < text.Length ? text[i] : '?';
            if (kind == 'x' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                read.Add(value);
                i += 2;
                continue;
            }

            int plain = "nrt\\".IndexOf(kind);
            if (plain < 0)
                return false;

            read.Add("\n\r\t\\"u8[plain]);
        }

        bytes = [.. read];
        return true;
    }
}
