using System.Globalization;
using System.Text;

namespace MagHopfield.BoardClient.Protocol;

/// <summary>
/// The frames around SCPI that keep a session safe from a bad line (docs/checked-link.md). To the board: "@TTTTTTTT message @CCCCCCCC", tag and
/// CRC-32 of all before its eight digits. From it: "@TTTTTTTT", line feed, the answer, "@TTTTTTTT errors @CCCCCCCC", where the CRC-32 covers all
/// from the first '@'; "again" before the number where the board had carried out this tag before and did not a second time.
/// "@-------- damaged @CCCCCCCC" where a frame came damaged and nothing was carried out.
/// </summary>
public static class CheckedFrame
{
    private const int TagDigits = 8;
    private const int LineLength = TagDigits + 2;
    private static readonly byte[] Refusal = Encoding.ASCII.GetBytes("@-------- ");

    /// <summary>A frame for the board.</summary>
    /// <param name="tag">Tag.</param>
    /// <param name="message">One program message in ASCII without its terminator.</param>
    /// <exception cref="ArgumentException">The message has characters that cannot travel so.</exception>
    public static byte[] Write(uint tag, string message)
    {
        if (message.Any(c => c is < ' ' or > '~'))
        {
            throw new ArgumentException($"message '{message}' has characters beyond printable ASCII; SCPI has none.");
        }

        string body = string.Create(CultureInfo.InvariantCulture, $"@{tag:X8} {message} @");
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{body}{Crc32.Of(Encoding.ASCII.GetBytes(body)):X8}\n"));
    }

    /// <summary>Looks for the answer to a tag in what has arrived.</summary>
    /// <param name="received">All bytes since the frame was sent.</param>
    /// <param name="tag">Tag of the frame.</param>
    /// <param name="answer">The answer, where it was found.</param>
    public static FrameState Find(ReadOnlySpan<byte> received, uint tag, out Answer? answer)
    {
        answer = null;
        Span<byte> mark = stackalloc byte[LineLength - 1];
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"@{tag:X8}"), mark);
        bool damaged = false;

        // Noise may hold what looks like a header; every header that could be the true one is tried.
        for (int from = received.IndexOf(mark); from >= 0; from = Next(received, mark, from))
        {
            ReadOnlySpan<byte> rest = received[from..];
            if (rest.Length <= mark.Length || rest[mark.Length] != (byte)'\n')
            {
                continue;
            }

            for (int at = Next(rest, mark, 0); at >= 0; at = Next(rest, mark, at))
            {
                if (rest[at - 1] == (byte)'\n' && Trailer(rest, at + mark.Length) is { } trailer)
                {
                    if (trailer.CrcIsRight)
                    {
                        answer = new Answer(rest[LineLength..at].ToArray(), trailer.Errors);
                        return trailer.Again ? FrameState.CarriedOutBefore : FrameState.Whole;
                    }

                    damaged = true;
                }
            }
        }

        return damaged ? FrameState.AnswerDamaged : Refused(received) ? FrameState.FrameDamaged : FrameState.Incomplete;
    }

    private static int Next(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark, int after)
    {
        int found = bytes[(after + 1)..].IndexOf(mark);
        return found < 0 ? -1 : found + after + 1;
    }

    private static (bool CrcIsRight, bool Again, int Errors)? Trailer(ReadOnlySpan<byte> rest, int at)
    {
        int end = rest[at..].IndexOf((byte)'\n');
        if (end < 0)
        {
            return null;
        }

        // " 0 @1234ABCD" or " again 0 @1234ABCD"
        string[] words = Encoding.Latin1.GetString(rest.Slice(at, end)).Split(' ');
        bool again = words.Length == 4 && words[1] == "again";
        if (words[0].Length > 0 || words.Length != (again ? 4 : 3)
            || !int.TryParse(words[^2], NumberStyles.None, CultureInfo.InvariantCulture, out int errors)
            || !Crc(words[^1], rest[..(at + end - TagDigits)], out bool right))
        {
            return null;
        }

        return (right, again, errors);
    }

    private static bool Refused(ReadOnlySpan<byte> received)
    {
        for (int from = received.IndexOf(Refusal); from >= 0; from = Next(received, Refusal, from))
        {
            int end = received[from..].IndexOf((byte)'\n');
            if (end > TagDigits && Crc(
                Encoding.Latin1.GetString(received.Slice(from + end - TagDigits - 1, TagDigits + 1)), received.Slice(from, end - TagDigits), out bool right)
                && right)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Crc(string word, ReadOnlySpan<byte> covered, out bool isRight)
    {
        isRight = false;
        if (word.Length != TagDigits + 1 || word[0] != '@'
            || !uint.TryParse(word.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint crc))
        {
            return false;
        }

        isRight = crc == Crc32.Of(covered);
        return true;
    }
}
