using System.Globalization;
using System.Text;

namespace MagHopfield.BoardClient.Recording;

/// <summary>
/// An answer of a board for a person to read: a block of text as that text, any other block by its length (IEEE 488.2, 8.7.9), no control
/// characters.
/// </summary>
public static class ReadableAnswer
{
    /// <summary>The answer as text without anything that a terminal would obey.</summary>
    /// <param name="answer">Answer, one character a byte.</param>
    public static string Of(string answer)
    {
        StringBuilder text = new(answer.Length);
        bool startsValue = true;
        bool quoted = false;
        for (int at = 0; at < answer.Length;)
        {
            if (startsValue && !quoted && TryBlock(answer, at, out int begin, out int length))
            {
                string content = answer.Substring(begin, Math.Min(length, answer.Length - begin));
                text.Append(IsText(content) ? content : string.Create(CultureInfo.InvariantCulture, $"block of {length} bytes"));
                at = begin + content.Length;
                startsValue = false;
                continue;
            }

            char c = answer[at++];
            quoted ^= c == '"';
            startsValue = c is ',' or ';';
            text.Append(
                IsText(c) || IsLineEnd(answer, at - 1) ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:X2}"));
        }

        return text.ToString();
    }

    private static bool IsText(string text) => !text.Where((c, at) => !IsText(c) && !IsLineEnd(text, at)).Any();

    private static bool IsText(char c) => c is >= ' ' and <= '~' or '\n' or '\t';

    // A carriage return alone would write over what stands in the line.
    private static bool IsLineEnd(string text, int at) => text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';

    // "#", one digit for the number of digits of the length, the length, the bytes.
    private static bool TryBlock(string answer, int at, out int begin, out int length)
    {
        (begin, length) = (0, 0);
        if (at + 1 >= answer.Length || answer[at] != '#' || answer[at + 1] is < '1' or > '9')
            return false;

        begin = at + 2 + answer[at + 1] - '0';
        return begin <= answer.Length
            && int.TryParse(answer.AsSpan(at + 2, begin - at - 2), NumberStyles.None, CultureInfo.InvariantCulture, out length);
    }
}
