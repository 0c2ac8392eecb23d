using System.Text;
using MagHopfield.BoardClient.Protocol;

namespace MagHopfield.BoardClient.Tests;

public sealed class AnswerSearchTests
{
    private const uint Tag = 0x1A2B0003;

    // Line, then head by head: no byte may be looked at more often.
    private const int MostLooks = 3 + 3 * AnswerSearch.MostHeads;

    [Theory]
    [InlineData("@1A2B0003\n")]
    [InlineData("@1A2B0003\n@1A2B0003 0 @12345678\n")]
    [InlineData("@1A2B0003 again 0 @12345678\n")]
    [InlineData("@1A2B0003")]
    [InlineData("\n")]
    [InlineData("@-------- damaged @12345678")]
    [InlineData("@-------- damaged @12345678\n")]
    [InlineData("@-------- @-------- @-------- \n@1A2B0003\n")]
    public void A_hostile_reply_costs_work_in_proportion_to_its_length(string part)
    {
        foreach (int portion in new[] { 1, 7, 31_000 })
        {
            foreach (int length in new[] { 31_000, 62_000, 310_000 })
            {
                byte[] reply =
                [
                    .. Enumerable.Repeat(Encoding.ASCII.GetBytes(part), 1 + length / part.Length).SelectMany(b => b).Take(length),
                ];
                AnswerSearch search = new(Tag);
                for (int at = 0; at < length; at += portion)
                    search.Take(reply.AsSpan(at, Math.Min(portion, length - at)));

                Assert.NotEqual(FrameState.Whole, search.State);
                Assert.InRange(search.Work, length, (long)MostLooks * length);
            }
        }
    }

    [Fact]
    public void The_answer_is_found_after_any_number_of_places_that_look_like_its_head()
    {
        byte[] noise = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("@1A2B0003\n@1A2B0003 0 @12345678\n", 1000)));
        byte[] covered = "@1A2B0003\n1.5\n@1A2B0003 0 @"u8.ToArray();
        byte[] whole = [.. noise, .. covered, .. Encoding.ASCII.GetBytes($"{FrameCrc32.Of(covered):X8}\n")];
        Assert.Equal(FrameState.Whole, CheckedFrame.Find(whole, Tag, out Answer? answer));
        Assert.Equal("1.5\n"u8.ToArray(), answer!.Bytes);
    }

    [Fact]
    public void An_answer_is_found_byte_by_byte_with_its_last_one()
    {
        byte[] covered = "x@1A2B0003\n#3100\n@1A2B0003\n\n@1A2B0003 12 @"u8.ToArray();
        byte[] whole = [.. covered, .. Encoding.ASCII.GetBytes($"{FrameCrc32.Of(covered.AsSpan(1)):X8}\n")];
        AnswerSearch search = new(Tag);
        for (int i = 0; i < whole.Length; i++)
        {
            Assert.Null(search.Answer);
            search.Take(whole.AsSpan(i, 1));
        }

        Assert.Equal(12, search.Answer!.ErrorCount);
        Assert.Equal("#3100\n@1A2B0003\n\n"u8.ToArray(), search.Answer.Bytes);
    }
}
