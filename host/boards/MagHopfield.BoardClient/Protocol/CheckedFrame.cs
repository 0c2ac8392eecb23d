using System.Globalization;
using System.Text;

namespace MagHopfield.BoardClient.Protocol;

/// <summary>
/// The frames around SCPI that keep a session safe from a bad line (docs/checked-link.md). To the board: "@TTTTTTTT message @CCCCCCCC", tag
/// and CRC-32 of all before its eight digits. From it: "@TTTTTTTT", line feed, the answer, "@TTTTTTTT errors @CCCCCCCC", where the CRC-32
/// covers all from the first '@'; "again" before the number where the board had carried out this tag before and did not a second time.
/// "@-------- damaged @CCCCCCCC" where a frame came damaged and nothing was carried out.
/// </summary>
public static class CheckedFrame
{
    /// <summary>A frame for the board.</summary>
    /// <param name="tag">Tag.</param>
    /// <param name="message">One program message in ASCII without its terminator.</param>
    /// <exception cref="ArgumentException">The message has characters that cannot travel so.</exception>
    public static byte[] Write(uint tag, string message)
    {
        if (message.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException($"message '{message}' has characters beyond printable ASCII; SCPI has none.");

        string body = string.Create(CultureInfo.InvariantCulture, $"@{tag:X8} {message} @");
        return Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{body}{FrameCrc32.Of(Encoding.ASCII.GetBytes(body)):X8}\n"));
    }

    /// <summary>Looks for the answer to a tag in what has arrived.</summary>
    /// <param name="received">All bytes since the frame was sent.</param>
    /// <param name="tag">Tag of the frame.</param>
    /// <param name="answer">The answer, where it was found.</param>
    public static FrameState Find(ReadOnlySpan<byte> received, uint tag, out Answer? answer)
    {
        AnswerSearch search = new(tag);
        search.Take(received);
        answer = search.Answer;
        return search.State;
    }
}
