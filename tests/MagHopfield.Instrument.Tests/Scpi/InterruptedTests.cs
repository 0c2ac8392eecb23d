using System.Text;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>An answer that its client has given up never becomes the answer to the next question (IEEE 488.2, 6.3.2.3 and 5.8).</summary>
public class InterruptedTests
{
    [Theory]
    [InlineData("INIT;*OPC?")]
    [InlineData("MEAS:COND?")]
    [InlineData("*IDN?;INIT;*OPC?;*IDN?")]
    [InlineData("SYST:HELP:HEAD?;:INIT;*OPC?")]
    public void A_question_after_a_time_out_gets_its_own_answer(string question)
    {
        Bench bench = new();
        bench.Send(question + "\n");
        string early = Encoding.ASCII.GetString(bench.Output.Take());
        bench.Clock.Milliseconds += 2000;
        bench.Send("SYST:NOD?\n");
        bench.Work();
        string[] late = Encoding.ASCII.GetString(bench.Output.Take()).Split('\n');

        // Of a long answer a part may be out: its line is ended, so that the next begins one of its own.
        Assert.Equal(early.Length > 0 ? ["", "4", ""] : ["4", ""], late);
        Assert.StartsWith("-410,\"Query INTERRUPTED", bench.Ask("SYST:ERR?"), StringComparison.Ordinal);
        Assert.Equal("0,\"No error\"", bench.Ask("SYST:ERR?"));
        Assert.Equal("132", bench.Ask("*ESR?"));
    }

    [Fact]
    public void What_the_interrupted_message_has_begun_goes_on()
    {
        Bench bench = new();
        bench.Send("PULS:COUN 3;:TRA \"+-+-\";*OPC?\n");
        bench.Clock.Milliseconds += 1000;
        Assert.Equal("\"+ - + -\"", bench.Ask("TRA?"));
        Assert.Equal(3, bench.Board.Pulses.Count);
    }

    [Fact]
    public void Messages_behind_it_are_carried_out_and_say_nothing()
    {
        Bench bench = new();
        bench.Send("INIT;*OPC?\nPULS:AMPL 2.5;AMPL?\nPULS:COUN 7\n");
        bench.Clock.Milliseconds += 1000;
        Assert.Equal("2.5;7", bench.Ask("PULS:AMPL?;COUN?"));
        Assert.Equal(1, bench.Session.ErrorCount);
    }

    [Fact]
    public void Messages_that_come_without_a_pause_are_all_answered()
    {
        Bench bench = new();
        bench.Send("INIT;*OPC?\nSYST:NOD?\n");
        bench.Clock.Milliseconds += 100;
        bench.Send("SYST:VERS?\n");
        bench.Work();
        Assert.Equal("1\n4\n1999.0\n", Encoding.ASCII.GetString(bench.Output.Take()));
        Assert.Equal(0, bench.Session.ErrorCount);
    }

    [Fact]
    public void Commands_that_ask_nothing_are_not_interrupted()
    {
        Bench bench = new();
        bench.Send("INIT\nPULS:AMPL 2\nTRA \"+-+-\"\n");
        bench.Clock.Milliseconds += 1000;
        Assert.Equal("1", bench.Ask("*OPC?"));
        Assert.Equal(0, bench.Session.ErrorCount);
        Assert.Single(bench.Board.Pulses);
    }

    [Fact]
    public void Frames_have_tags_and_need_none_of_it()
    {
        Checked.LinkBench bench = new();
        bench.Send(1, "INIT;*OPC?");
        bench.Bench.Clock.Milliseconds += 3000;
        bench.Send(2, "SYST:NOD?");
        Assert.Equal([(1u, "1"), (2u, "4")], bench.WorkAndTake().Select(r => (r.Tag, r.Text!)));
    }

    [Theory]
    [InlineData("INIT;*OPC?\nPULS:COUN 2;COUN?\n")]
    [InlineData("INIT;*OPC?\nTRA \"+-+")]
    [InlineData("INIT;*OPC?\nCALC:WEIG:PAIR #248abc")]
    [InlineData("*IDN")]
    public void A_device_clear_forgets_what_was_sent_and_what_is_owed(string sent)
    {
        Bench bench = new();
        bench.Send(sent);
        bench.Session.DeviceClear();
        bench.Work();
        Assert.Empty(bench.Output.Take());
        Assert.Equal("4;1", bench.Ask("SYST:NOD?;:PULS:COUN?"));
        Assert.Equal(0, bench.Session.ErrorCount);
        Assert.True(bench.Board.EverythingOpen);
    }

    [Fact]
    public void After_a_device_clear_what_runs_goes_on_and_OPC_is_forgotten()
    {
        Bench bench = new();
        bench.Ask("*ESR?");
        bench.Send("TRA \"+-+-\";*OPC\n*OPC?\n");
        bench.Session.DeviceClear();
        bench.Work();
        Assert.Single(bench.Board.Pulses);
        Assert.Equal("0", bench.Ask("*ESR?"));
    }

    [Fact]
    public void A_device_clear_answers_every_frame_that_was_under_way()
    {
        Checked.LinkBench bench = new();
        bench.Send(1, "INIT;*OPC?");
        bench.Send(2, "SYST:NOD?");
        bench.SendPlain("@00000003 SYST");
        bench.Link.DeviceClear();
        bench.Send(4, "SYST:NOD?");
        Assert.Equal([(1u, null), (2u, null), (4u, "4")], bench.WorkAndTake().Select(r => (r.Tag, r.Text)));
    }

    [Theory]
    [InlineData("*IDN?", true)]
    [InlineData("TRA \"+-+-\n", true)]
    [InlineData("@00000001 *IDN? @", true)]
    [InlineData("*IDN?\n", false)]
    [InlineData("", false)]
    public void A_message_without_its_end_is_unterminated(string sent, bool isCut)
    {
        Checked.LinkBench bench = new();
        bench.SendPlain(sent);
        Assert.Equal(isCut, bench.Link.EndOfInput());
    }

    [Fact]
    public void An_unterminated_message_is_told_and_not_carried_out()
    {
        Bench bench = new();
        bench.Send("PULS:COUN 2");
        Assert.True(bench.Session.EndOfInput());
        Assert.StartsWith("-420,\"Query UNTERMINATED", bench.Ask("SYST:ERR?"), StringComparison.Ordinal);
        Assert.Equal("1", bench.Ask("PULS:COUN?"));
    }
}
