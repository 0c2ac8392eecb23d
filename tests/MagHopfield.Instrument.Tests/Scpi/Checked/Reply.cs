using System.Globalization;
using System.Text;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Tests.Scpi.Checked;

/// <summary>What the board says: the answer to a frame, a notice ("@--------"), or a plain line.</summary>
/// <param name="Tag">Tag of the frame; 0 for a notice or a plain line.</param>
/// <param name="Word">"again", the word of a notice, or empty.</param>
/// <param name="Text">Answer without its line feed; null where there is none.</param>
internal sealed record Reply(uint Tag, string Word, string? Text)
{
    private static readonly byte[] NoticeHead = "@-------- "u8.ToArray();

    /// <summary>Reads what came; whatever is no whole frame of the protocol fails the test.</summary>
    public static List<Reply> Read(byte[] bytes)
    {
        List<Reply> replies = [];
        int at = 0;
        while (at < bytes.Length)
        {
            int end = Array.IndexOf(bytes, (byte)10, at);
            Assert.True(end >= 0, "the last line has no line feed");
            if (bytes[at] != '@')
            {
                replies.Add(new Reply(0, "", Encoding.Latin1.GetString(bytes, at, end - at)));
            }
            else if (bytes.AsSpan(at).StartsWith(NoticeHead))
            {
                CheckSum(bytes, at, end);
                replies.Add(new Reply(0, Encoding.ASCII.GetString(bytes, at + 10, end - at - 20), null));
            }
            else
            {
                end = Answer(bytes, at, end, replies);
            }

            at = end + 1;
        }

        return replies;
    }

    private static int Answer(byte[] bytes, int head, int headEnd, List<Reply> replies)
    {
        Assert.Equal(9, headEnd - head);
        int trailer = headEnd + 1;
        while (!bytes.AsSpan(trailer).StartsWith(bytes.AsSpan(head, 9)))
        {
            Assert.False(trailer > headEnd + 1, "an answer of two lines, or one of another frame inside");
            trailer = Array.IndexOf(bytes, (byte)10, trailer) + 1;
            Assert.True(trailer > 0 && trailer < bytes.Length, "an answer without its last line");
        }

        int end = Array.IndexOf(bytes, (byte)10, trailer);
        CheckSum(bytes, head, end);
        uint tag = uint.Parse(Encoding.ASCII.GetString(bytes, head + 1, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        string[] words = Encoding.ASCII.GetString(bytes, trailer, end - trailer).Split(' ');
        replies.Add(new Reply(tag, words.Length == 4 ? words[1] : "",
            trailer == headEnd + 1 ? null : Encoding.Latin1.GetString(bytes, headEnd + 1, trailer - headEnd - 2)));
        return end;
    }

    private static void CheckSum(byte[] bytes, int from, int end) => Assert.Equal(
        Crc32.Of(bytes, from, end - 8 - from),
        uint.Parse(Encoding.ASCII.GetString(bytes, end - 8, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
