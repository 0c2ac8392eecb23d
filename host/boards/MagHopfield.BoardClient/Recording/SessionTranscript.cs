using System.Globalization;
using System.Text;
using MagHopfield.BoardClient.Protocol;

namespace MagHopfield.BoardClient.Recording;

/// <summary>One try of a message in a recorded session.</summary>
/// <param name="Sent">Time of sending since the link was opened.</param>
/// <param name="Duration">Time until the last byte of the answer that came before the next try; zero where none came.</param>
/// <param name="Tag">Tag of its frame.</param>
/// <param name="Message">Program message.</param>
/// <param name="State">What came of it.</param>
/// <param name="Answer">The answer, where it came whole.</param>
public sealed record TranscriptLine(TimeSpan Sent, TimeSpan Duration, uint Tag, string Message, FrameState State, Answer? Answer)
{
    /// <summary>The answer on one line; blocks by what they hold. Empty where there is none.</summary>
    public string AnswerText
    {
        get
        {
            if (Answer is null || Answer.Bytes.Length == 0)
                return "";

            byte[] bytes = Answer.Bytes;
            if (bytes[0] != (byte)'#' || bytes.Length < 3 || bytes[1] is < (byte)'1' or > (byte)'9')
                return EscapedBytes.Write(bytes.AsSpan().TrimEnd("\r\n"u8));

            int begin = 2 + bytes[1] - '0';
            return begin < bytes.Length
                && int.TryParse(
                    Encoding.Latin1.GetString(bytes, 2, begin - 2), NumberStyles.None, CultureInfo.InvariantCulture, out int length)
                ? string.Create(CultureInfo.InvariantCulture, $"block of {length} bytes")
                : EscapedBytes.Write(bytes.AsSpan().TrimEnd("\r\n"u8));
        }
    }
}

/// <summary>A recorded session as messages and answers.</summary>
public static class SessionTranscript
{
    private const int TagDigits = 8;

    /// <summary>Reads what went over the link as tries of messages; bytes that belong to none are passed over.</summary>
    /// <param name="record">Recording.</param>
    public static IReadOnlyList<TranscriptLine> Of(SessionRecord record)
    {
        List<TranscriptLine> lines = [];
        StringBuilder half = new();
        (TimeSpan Sent, uint Tag, string Message)? open = null;
        List<byte> received = [];
        TimeSpan last = TimeSpan.Zero;
        foreach (LinkEvent e in record.Events)
        {
            if (!e.ToBoard)
            {
                received.AddRange(e.Bytes);
                last = e.Time;
                continue;
            }

            half.Append(Encoding.Latin1.GetString(e.Bytes));
            if (!e.Bytes.Contains((byte)'\n'))
                continue;

            string[] said = half.ToString().Split('\n');
            half.Clear().Append(said[^1]);
            foreach (string line in said[..^1])
            {
                if (TryParse(line, out uint tag, out string message))
                {
                    Close(lines, open, received, last);
                    open = (e.Time, tag, message);
                }
            }
        }

        Close(lines, open, received, last);
        return lines;
    }

    private static void Close(
        List<TranscriptLine> lines, (TimeSpan Sent, uint Tag, string Message)? open, List<byte> received, TimeSpan last)
    {
        if (open is { } sent)
        {
            FrameState state = CheckedFrame.Find(received.ToArray(), sent.Tag, out Answer? answer);
            lines.Add(
                new TranscriptLine(
                    sent.Sent, received.Count == 0 ? TimeSpan.Zero : last - sent.Sent, sent.Tag, sent.Message, state, answer));
        }

        received.Clear();
    }

    // "@TTTTTTTT message @CCCCCCCC"
    private static bool TryParse(string line, out uint tag, out string message)
    {
        const int Ends = TagDigits + 2;
        tag = 0;
        message = "";
        if (line.Length < (2 * Ends) || line[0] != '@' || line[TagDigits + 1] != ' ' || line[^(TagDigits + 1)] != '@'
            || !uint.TryParse(line.AsSpan(1, TagDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out tag))
        {
            return false;
        }

        message = line[Ends..^Ends];
        return true;
    }
}
