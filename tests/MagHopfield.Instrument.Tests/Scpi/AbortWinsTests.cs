using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.Instrument.Tests.Scpi.Checked;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>ABORt and *RST end what runs within one pulse, whatever else waits; letters that are not the message do not.</summary>
public class AbortWinsTests
{
    private const int BufferBytes = 1408;
    private const string LongTrain = "PULS:COUN 100000;:TRA \"+-+-\"\n";

    [Theory]
    [InlineData("ABOR\n")]
    [InlineData("abort\r\n")]
    [InlineData(" :ABORT ;\n")]
    [InlineData("*RST\n")]
    [InlineData(" *rst ; \n")]
    [InlineData("*CLS;ABOR\n")]
    [InlineData("*CLS;*RST\n")]
    [InlineData("SYST:VERS?;:ABOR\n")]
    public void It_ends_a_train_within_one_pulse(string message)
    {
        Bench bench = new();
        bench.Send(LongTrain);
        bench.Board.Fired = count => SendAt(count, 5, () => bench.Send(message));
        bench.Work();
        Assert.Equal(5, bench.Board.Pulses.Count);
        Assert.True(bench.Board.EverythingOpen);
        bench.Do("*CLS");
        Assert.Equal("1", bench.Do("INIT;*OPC?"));
    }

    [Theory]
    [InlineData("ABOR\n")]
    [InlineData("*RST\n")]
    public void It_wins_with_a_buffer_filled_to_any_length(string message)
    {
        for (int fill = BufferBytes - 30; fill <= BufferBytes + 10; fill++)
        {
            foreach (bool ends in new[] { true, false })
            {
                Bench bench = new();
                bench.Send(LongTrain);
                bench.Board.Fired = count => SendAt(count, 3, () =>
                {
                    // The first waits for the train; what waits has `fill` bytes, its last message ended or made of empty lines.
                    string waiting = "*OPC?\n" + new string(' ', 600) + "\n";
                    bench.Send(waiting);
                    int left = fill - waiting.Length;
                    bench.Send(ends ? new string(' ', left - 1) + "\n" : new string('\n', left));
                    bench.Send(message);
                });
                bench.Work();
                Assert.Equal(3, bench.Board.Pulses.Count);
                Assert.True(bench.Board.EverythingOpen);
                bench.Do("*CLS");
                bench.Output.Take();
                Assert.Equal("MagHopfield,test,0,1.0", bench.Do("*IDN?"));
            }
        }
    }

    [Fact]
    public void Two_ABORts_behind_a_query_that_waits_swallow_no_later_one()
    {
        Bench bench = new();
        bench.Send("READ:COND?\nABOR\nABOR\n");
        bench.Work();
        bench.Do("*CLS");
        bench.Send(LongTrain);
        bench.Board.Fired = count => SendAt(count, 2, () => bench.Send("*CLS;ABOR\n"));
        bench.Work();
        Assert.Equal(2, bench.Board.Pulses.Count);
    }

    [Theory]
    [InlineData("ABOR")]
    [InlineData("*RST")]
    public void It_wins_with_eight_frames_waiting_and_each_is_answered_under_its_tag(string message)
    {
        LinkBench link = new();
        link.Send(1, "PULS:COUN 100000;:TRA \"+-+-\"");
        link.Bench.Board.Fired = count => SendAt(count, 4, () =>
        {
            for (uint tag = 2; tag <= 9; tag++)
                link.Send(tag, "*OPC?");

            link.Send(10, message);
            link.Send(10, message);
        });
        List<Reply> replies = link.WorkAndTake();
        Assert.Equal(4, link.Bench.Board.Pulses.Count);
        Assert.Equal(Enumerable.Range(1, 10).Select(i => new Reply((uint)i, "", null)), replies.Where(reply => reply.Word == ""));
        link.Send(10, message);
        link.Send(11, "*CLS;*OPC?");
        Assert.Equal([new(10, "again", null), new(11, "", "1")], link.WorkAndTake());
    }

    [Fact]
    public void It_wins_over_frames_that_fill_the_buffer()
    {
        for (int last = 380; last <= 480; last++)
        {
            LinkBench link = new();
            link.Send(1, "PULS:COUN 100000;:TRA \"+-+-\"");
            int padding = last;
            link.Bench.Board.Fired = count => SendAt(count, 2, () =>
            {
                link.Send(2, "*OPC?".PadRight(480));
                link.Send(3, "*OPC?".PadRight(480));
                link.Send(4, "*OPC?".PadRight(padding));
                link.Send(5, "ABOR");
                link.Send(6, "ABOR");
            });
            List<Reply> replies = link.WorkAndTake();
            Assert.Equal(2, link.Bench.Board.Pulses.Count);
            Assert.Contains(new Reply(5, "", null), replies);
            Assert.Contains(new Reply(6, "", null), replies);
        }
    }

    [Fact]
    public void A_plain_ABORt_beside_a_program_that_uses_frames_ends_what_runs()
    {
        LinkBench link = new();
        link.Send(1, "PULS:COUN 100000;:TRA \"+-+-\"");
        link.Bench.Board.Fired = count => SendAt(count, 2, () => link.SendPlain("ABOR\r\n"));
        Assert.Contains(new Reply(0, "plain", null), link.WorkAndTake());
        Assert.Equal(2, link.Bench.Board.Pulses.Count);
    }

    [Theory]
    [InlineData("DISP:TEXT \"ABOR\"\n")]
    [InlineData("DISP:TEXT \"x ABOR\n")]
    [InlineData("*ESE 'ABOR'\n")]
    [InlineData("*ESE #15ABOR\n\n")]
    [InlineData("*ESE #16\nABOR\n\n")]
    [InlineData("*ESE #16\n*RST\n\n")]
    [InlineData("ABOR 1\n")]
    [InlineData("ABOR?\n")]
    [InlineData("ABORTED\n")]
    [InlineData("AB OR\n")]
    [InlineData("*RST?\n")]
    [InlineData("*RST 1\n")]
    [InlineData(":*RST\n")]
    public void Letters_that_are_not_the_message_end_nothing(string message)
    {
        Bench bench = new();
        bench.Send("PULS:COUN 20;:TRA \"+-+-\"\n");
        bench.Board.Fired = count => SendAt(count, 5, () => bench.Send(message));
        bench.Work();
        Assert.Equal(20, bench.Board.Pulses.Count);
    }

    [Fact]
    public void A_block_that_is_not_kept_ends_nothing_wherever_the_buffer_runs_over()
    {
        for (int padding = BufferBytes - 20; padding < BufferBytes + 5; padding++)
        {
            Bench bench = new();
            bench.Send("PULS:COUN 20;:TRA \"+-+-\"\n");
            string message = "*ESE" + new string(' ', padding) + "#16\nABOR\n\n";
            bench.Board.Fired = count => SendAt(count, 5, () => bench.Send(message));
            bench.Work();
            Assert.Equal(20, bench.Board.Pulses.Count);
        }
    }

    [Fact]
    public void A_damaged_frame_ends_nothing()
    {
        LinkBench link = new();
        link.Send(1, "PULS:COUN 20;:TRA \"+-+-\"");
        byte[] frame = LinkBench.Frame(2, "ABOR");
        frame[^2] ^= 1;
        link.Bench.Board.Fired = count => SendAt(count, 5, () => link.Send(frame));
        Assert.Contains(new Reply(0, "damaged", null), link.WorkAndTake());
        Assert.Equal(20, link.Bench.Board.Pulses.Count);
    }

    [Theory]
    [InlineData("ABOR\n")]
    [InlineData("*RST\n")]
    public void It_ends_work_that_buttons_have_begun(string message)
    {
        Bench bench = new();
        bench.Board.Fired = count => SendAt(count, 5, () => bench.Send(message));
        Assert.True(bench.Scpi.TryUse(() => Assert.Throws<OperationAbortedException>(
            () => bench.Instrument.Train(Pattern.FromState(5, 4), 5, 200, 100000))));
        Assert.Equal(5, bench.Board.Pulses.Count);
        Assert.True(bench.Board.EverythingOpen);
        bench.Work();
        bench.Do("*CLS");

        // The abort is over with the work.
        Assert.True(bench.Scpi.TryUse(() => bench.Instrument.Train(Pattern.FromState(5, 4), 5, 200, 2)));
        Assert.Equal(7, bench.Board.Pulses.Count);
    }

    [Fact]
    public void A_demo_that_is_aborted_says_so_and_keeps_the_film()
    {
        Bench bench = new();
        Sayings screen = new();
        StandAloneDemo? demo = null;
        Assert.True(bench.Scpi.TryUse(() => demo = new StandAloneDemo(bench.Instrument, screen, 1)));
        Assert.True(demo!.UsesFilm);
        Assert.True(bench.Scpi.TryUse(() => demo.Press(DemoButton.Pattern)));
        bench.Board.Fired = count => SendAt(count, 3, () => bench.Send("ABOR\n"));
        Assert.True(bench.Scpi.TryUse(() => demo.Press(DemoButton.Train)));
        Assert.Equal(3, bench.Board.Pulses.Count);
        Assert.Equal("ABORTED", screen.Text);
        Assert.Null(demo.Trained);
        Assert.True(demo.UsesFilm);
        Assert.True(bench.Scpi.TryUse(() => demo.Press(DemoButton.Train)));
        Assert.Equal("TRAINED", screen.Text);
    }

    private static void SendAt(int count, int at, Action send)
    {
        if (count == at)
            send();
    }

    private sealed class Sayings : IDemoScreen
    {
        public bool HasPanel => false;

        public string Text { get; private set; } = "";

        public void ShowNodes(Pattern pattern)
        {
        }

        public void ShowPicture(Pattern picture)
        {
        }

        public void Say(string text) => Text = text;
    }
}
