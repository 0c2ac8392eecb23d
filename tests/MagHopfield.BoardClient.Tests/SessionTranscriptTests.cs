using System.Text;
using MagHopfield.BoardClient.Protocol;
using MagHopfield.BoardClient.Recording;

namespace MagHopfield.BoardClient.Tests;

public sealed class SessionTranscriptTests
{
    [Fact]
    public void Every_try_of_a_message_is_a_line_with_its_time_and_what_came_of_it()
    {
        byte[] first = CheckedFrame.Write(7, "SYST:NOD?");
        byte[] second = CheckedFrame.Write(8, "ABOR");
        byte[] answer = Answered(7, "4\n", "0");
        byte[] damaged = [.. answer];
        damaged[10] ^= 1;
        IReadOnlyList<TranscriptLine> lines = SessionTranscript.Of(Record(
            (0, true, "\n"u8.ToArray()),
            (1, true, first[..5]),
            (1, true, first[5..]),
            (2, false, damaged),
            (3, true, [.. "\n"u8, .. first]),
            (4, false, answer[..3]),
            (5, false, answer[3..]),
            (6, true, second)));
        Assert.Equal(["SYST:NOD?", "SYST:NOD?", "ABOR"], lines.Select(l => l.Message));
        Assert.Equal([FrameState.AnswerDamaged, FrameState.Whole, FrameState.Incomplete], lines.Select(l => l.State));
        Assert.Equal(["", "4", ""], lines.Select(l => l.AnswerText));
        Assert.Equal([1, 3, 6], lines.Select(l => (int)l.Sent.TotalSeconds));
        Assert.Equal([1, 2, 0], lines.Select(l => (int)l.Duration.TotalSeconds));
    }

    [Fact]
    public void A_block_is_told_by_its_length_and_errors_by_their_number()
    {
        TranscriptLine line = Assert.Single(SessionTranscript.Of(Record(
            (1, true, CheckedFrame.Write(9, "FETC:COND?")), (2, false, Answered(9, "#15\0\u0001\u0002\n\u0003\n", "2")))));
        Assert.Equal("block of 5 bytes", line.AnswerText);
        Assert.Equal(2, line.Answer!.ErrorCount);
    }

    private static SessionRecord Record(params (int Seconds, bool ToBoard, byte[] Bytes)[] events) => new(
        "test", "test", DateTimeOffset.UnixEpoch, 7,
        [
            .. events.Select(e => new LinkEvent(TimeSpan.FromSeconds(e.Seconds), e.ToBoard, e.Bytes)),
        ], true);

    private static byte[] Answered(uint tag, string answer, string errors)
    {
        byte[] covered = Encoding.Latin1.GetBytes($"@{tag:X8}\n{answer}@{tag:X8} {errors} @");
        return [.. covered, .. Encoding.ASCII.GetBytes($"{FrameCrc32.Of(covered):X8}\n")];
    }
}
