using System.Globalization;
using System.Text;

namespace MagHopfield.BoardClient.Protocol;

/// <summary>
/// Text of others for a terminal. A terminal obeys control characters (ECMA-48: C0, and C1, which Latin-1 bytes from 0x80 to 0x9F become):
/// what an instrument or a recording says must not move the cursor, colour the screen or type for the user.
/// </summary>
public static class PlainText
{
    /// <summary>The text on one line, every character that is not to be seen as \xHH or \uHHHH.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        if (!text.Any(IsHidden))
            return text;

        StringBuilder plain = new(text.Length + 8);
        foreach (char c in text)
        {
            _ = !IsHidden(c) ? plain.Append(c)
                : c <= 0xFF ? plain.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:X2}")
                : plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return plain.ToString();
    }

    // Format characters include those that turn the direction of writing.
    private static bool IsHidden(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
