using System.Text;

namespace MagHopfield.Instrument.Tests.Scpi.Checked;

/// <summary>An answer carries the tag of the message that made it, whatever that message held.</summary>
public class CheckedLinkTests
{
    [Theory]
    [InlineData("*ESE #15")]
    [InlineData("*ESE #9123456789")]
    [InlineData("CALC:WEIG:PAIR #15ab")]
    [InlineData("CALC:WEIG:PAIR #")]
    [InlineData("DISP:TEXT \"abc")]
    [InlineData("DISP:TEXT 'abc")]
    [InlineData("")]
    [InlineData(" ;; ")]
    public void A_message_that_wants_more_bytes_than_its_frame_has_takes_none_of_the_next(string message)
    {
        LinkBench bench = new();
        bench.Send(
        [
            .. LinkBench.Frame(1, message),
            .. LinkBench.Frame(2, "PULS:COUN 22;COUN?"),
            .. LinkBench.Frame(3, "PULS:COUN 33;COUN?"),
            .. LinkBench.Frame(4, "PULS:COUN 44;COUN?"),
        ]);
        bench.Send(5, "PULS:COUN 55;COUN?");
        Assert.Equal([new(1, "", null), new(2, "", "22"), new(3, "", "33"), new(4, "", "44"), new(5, "", "55")], bench.WorkAndTake());
    }

    [Fact]
    public void Messages_that_fill_the_buffer_to_any_length_keep_their_own_answers()
    {
        for (int last = 30; last <= 480; last++)
        {
            LinkBench bench = new();
            bench.Send(1, "MEAS:COND?;*OPC?");
            bench.Send(2, "PULS:COUN 22;COUN?".PadRight(488));
            bench.Send(3, "PULS:COUN 33;COUN?".PadRight(460));
            bench.Send(4, "PULS:COUN 44;COUN?".PadRight(last));
            bench.Send(5, "PULS:COUN 55;COUN?");
            List<Reply> replies = bench.Take();
            Assert.All(replies, reply => Assert.Equal("busy", reply.Word));
            int refused = replies.Count;
            Assert.InRange(refused, 0, 2);
            replies = bench.WorkAndTake();
            Assert.Equal(5 - refused, replies.Count);
            Assert.All(replies, reply => Assert.True(reply.Tag == 1 || reply.Text == $"{reply.Tag}{reply.Tag}", $"{last}: {reply}"));
            bench.Send(6, "PULS:COUN 66;COUN?");
            Assert.Equal([new(6, "", "66")], bench.WorkAndTake());
        }
    }

    [Fact]
    public void A_frame_that_comes_again_while_others_are_answered_is_told_so_under_its_own_tag()
    {
        LinkBench bench = new();
        bench.Send(1, "*ESE 1");
        bench.Send(2, "*ESE 2");
        bench.Send(1, "*ESE 1");
        bench.Send(2, "*ESE 2");
        Assert.Equal([new(1, "", null), new(2, "", null), new(1, "again", null), new(2, "again", null)], bench.WorkAndTake());
    }

    [Fact]
    public void A_block_on_the_plain_line_that_stays_away_costs_no_frame_after_its_time_out()
    {
        LinkBench bench = new();
        bench.SendPlain("*ESE #15\n");
        bench.Bench.Clock.Milliseconds += 2500;
        bench.Send(1, "PULS:COUN 11;COUN?");
        bench.Send(2, "PULS:COUN 22;COUN?");
        Assert.Equal([new(1, "", "11"), new(2, "", "22")], bench.WorkAndTake());
    }

    [Fact]
    public void A_block_on_the_plain_line_holds_line_feeds_and_what_looks_like_frames()
    {
        LinkBench bench = new();
        byte[] inside = LinkBench.Frame(1, "PULS:COUN 11;COUN?");
        bench.Send([.. Encoding.ASCII.GetBytes($"CALC:WEIG:PAIR #2{inside.Length}"), .. inside, 10]);
        bench.Send(2, "PULS:COUN 22;COUN?");
        Assert.Equal([new(2, "", "22")], bench.WorkAndTake());
    }
}
