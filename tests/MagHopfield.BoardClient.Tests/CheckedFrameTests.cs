using System.Text;
using CsCheck;
using MagHopfield.BoardClient.Protocol;

namespace MagHopfield.BoardClient.Tests;

public sealed class CheckedFrameTests
{
    private const uint Tag = 0x1A2B0003;

    private static readonly string[] Traps =
        ["@1A2B0003\n", "\n@1A2B0003 0 @12345678\n", "@-------- damaged @", "#216", "1.5,2;\"a\"\n"];

    private static readonly Gen<byte[]> Content = Gen.OneOf(
        Gen.Byte.Array[0, 60],
        Gen.Int[0, Traps.Length - 1].Select(i => Encoding.ASCII.GetBytes(Traps[i])));

    [Fact]
    public void A_frame_ends_in_the_CRC_of_all_before_it()
    {
        string frame = Encoding.ASCII.GetString(CheckedFrame.Write(Tag, "*IDN?"));
        Assert.StartsWith("@1A2B0003 *IDN? @", frame);
        Assert.Equal($"{FrameCrc32.Of(Encoding.ASCII.GetBytes(frame[..^9])):X8}\n", frame[^9..]);
    }

    [Fact]
    public void A_message_that_would_break_the_frame_is_refused() =>
        Assert.Throws<ArgumentException>(() => CheckedFrame.Write(Tag, "*IDN?\nABOR"));

    [Fact]
    public void Any_answer_comes_out_as_it_went_in_whatever_was_on_the_line_before() =>
        Gen.Select(Content, Content, Gen.Int[0, 99], Gen.Bool).Sample((noise, content, errors, again) =>
        {
            byte[] whole = [.. noise, .. Framed(content, errors, again)];
            FrameState state = CheckedFrame.Find(whole, Tag, out Answer? answer);
            Assert.Equal(again ? FrameState.CarriedOutBefore : FrameState.Whole, state);
            Assert.Equal(errors, answer!.ErrorCount);
            Assert.Equal(content.Length == 0 || content[^1] == '\n' ? content : [.. content, (byte)'\n'], answer.Bytes);
        });

    [Fact]
    public void An_answer_cut_anywhere_is_not_taken() => Gen.Select(Content, Gen.Int[0, 1000]).Sample((content, cut) =>
    {
        byte[] whole = Framed(content, 0, false);
        Assert.NotEqual(FrameState.Whole, CheckedFrame.Find(whole.AsSpan(0, cut % whole.Length), Tag, out Answer? answer));
        Assert.Null(answer);
    });

    [Fact]
    public void An_answer_with_any_bytes_changed_dropped_or_doubled_is_the_same_answer_or_none() =>
        Gen.Select(Content, Damage.Any).Sample((content, damage) =>
        {
            byte[] sent = Framed(content, 3, false);
            FrameState state = CheckedFrame.Find(damage.Of(sent), Tag, out Answer? answer);
            if (state == FrameState.Whole)
            {
                Assert.Equal(3, answer!.ErrorCount);
                Assert.Equal(sent.AsSpan(10, answer.Bytes.Length).ToArray(), answer.Bytes);
            }
        });

    [Fact]
    public void The_answer_to_another_tag_is_not_taken()
    {
        byte[] other = Framed("1\n"u8.ToArray(), 0, false);
        Assert.Equal(FrameState.Incomplete, CheckedFrame.Find(other, Tag + 1, out Answer? answer));
        Assert.Null(answer);
    }

    [Fact]
    public void The_board_saying_that_a_frame_came_damaged_is_understood()
    {
        string notice = "@-------- damaged @";
        byte[] line = Encoding.ASCII.GetBytes($"{notice}{FrameCrc32.Of(Encoding.ASCII.GetBytes(notice)):X8}\n");
        Assert.Equal(FrameState.FrameDamaged, CheckedFrame.Find(line, Tag, out _));
    }

    private static byte[] Framed(byte[] content, int errors, bool again)
    {
        string feed = content.Length == 0 || content[^1] == '\n' ? "" : "\n";
        byte[] covered =
        [
            .. "@1A2B0003\n"u8, .. content, .. Encoding.ASCII.GetBytes($"{feed}@1A2B0003 {(again ? "again " : "")}{errors} @"),
        ];
        return [.. covered, .. Encoding.ASCII.GetBytes($"{FrameCrc32.Of(covered):X8}\n")];
    }
}
