using MagHopfield.Instrument.Tests.Fakes;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>DIAGnostic:SWITches? says what chips have confirmed, never what was only asked of them.</summary>
public class SwitchReportTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Switches_that_did_not_confirm_their_opening_are_not_reported_open(bool isPulse, bool refuses)
    {
        Bench bench = new();
        FakeSwitchChip chip = isPulse ? bench.Board.PulseChip(0) : bench.Board.NodeChip(2);
        Assert.Equal("OPEN", bench.Do("DIAG:SWIT?"));
        bool hasFailed = false;
        void FailClosed()
        {
            if (!hasFailed && chip.Word != 0)
            {
                hasFailed = true;
                chip.Refuses = refuses;
                chip.IsMute = !refuses;
            }
        }

        bench.Board.Fired = _ => FailClosed();
        bench.Board.Sent = FailClosed;
        bench.Send(isPulse ? "TRA \"+-+-\"\n" : "INIT\n");
        bench.Work();
        Assert.True(hasFailed);
        Assert.Equal(-240, bench.Error("*WAI"));
        Assert.Equal("UNKN", bench.Do("DIAG:SWIT?"));
        bench.Send("DIAG:INIT\n");
        bench.Work();
        Assert.Equal("UNKN", bench.Ask("*CLS;:DIAG:SWIT?"));

        chip.Refuses = false;
        chip.IsMute = false;
        Assert.Equal("OPEN", bench.Do("DIAG:INIT;*WAI;:DIAG:SWIT?"));
    }

    [Fact]
    public void Before_the_first_set_up_nothing_is_known() => Assert.Equal("UNKN", new Bench(initialise: false).Do("DIAG:SWIT?"));

    [Fact]
    public void Whatever_frame_is_hurt_a_closed_switch_is_never_reported_open()
    {
        Bench whole = new();
        int first = whole.Board.Frames;
        whole.Do("PULS:COUN 2;:TRA \"+-+-\";:INIT;*WAI");
        int frames = whole.Board.Frames;
        foreach (WireFault fault in Enum.GetValues<WireFault>())
        {
            for (int at = first; at < frames; at += 3)
            {
                Bench bench = new();
                bench.Board.Fault = fault;
                bench.Board.FaultAt = at;
                bench.Ask("PULS:COUN 2;:TRA \"+-+-\";:INIT;*WAI");
                Assert.True(bench.Ask("*CLS;:DIAG:SWIT?") != "OPEN" || bench.Board.EverythingOpen, $"{fault} at {at}");
            }
        }

    }
}
