using System.Text;
using MagHopfield.Instrument.Scpi;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>Operations take time: status is answered, ABORt and a lost link end them.</summary>
public class OperationTests
{
    [Fact]
    public void A_longer_aperture_makes_readings_longer_and_the_default_gives_the_old_ones_back()
    {
        Bench bench = new();
        double usual = Duration(bench, "");
        Assert.InRange(Duration(bench, "APER 20 MS;:") / usual, 3.5, 4.1);
        Assert.Equal(128, bench.Instrument.Settings.FilterDivider);
        Assert.Equal(usual, Duration(bench, "APER DEF;:"), 1e-3);
        Assert.Equal(-222, bench.Error("APER 1 MS"));
    }

    [Fact]
    public void A_recall_shows_its_pattern_where_that_is_asked_for()
    {
        Bench bench = new();
        bench.Do("CALC:WEIG:PAIR -0.003,0.003,-0.0012,-0.0012,0.003,-0.003;:REC:MODE STE;:REC? \"+ - + +\"");
        Assert.Null(bench.Board.Shown);
        bench.Do("REC:DISP ON;:REC? \"+ - + +\"");
        Assert.Equal("+ - + -", bench.Board.Shown!.ToString());
        Assert.Equal("\"0202020002020200\"", bench.Do("DISP:PAN:DATA?"));
    }

    private static double Duration(Bench bench, string setting) =>
        double.Parse(bench.Do(setting + "INIT;:FETC:COND:STAT?")!.Split(',')[5], System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void While_an_operation_runs_status_is_answered_and_what_needs_the_instrument_waits()
    {
        Bench bench = new();
        bench.Send("TRA \"+-+-\"\n*STB?\nSTAT:OPER:COND?\nFETC:COND?;*OPC?\n");
        Assert.Equal("0\n256\n", Text(bench));
        bench.Send("*IDN?\n");
        Assert.Equal("", Text(bench));
        bench.Work();

        // FETCh fails after the training, which ends its message; *IDN? comes in its turn.
        Assert.Equal("MagHopfield,test,0,1.0\n", Text(bench));
        Assert.StartsWith("-230", bench.Ask("SYST:ERR?"), StringComparison.Ordinal);
        Assert.Equal("0", bench.Do("STAT:OPER:COND?"));
        Assert.Equal(6 + 3, bench.Output.Messages + 1);
    }

    [Fact]
    public void ABORt_ends_a_query_that_waits_opens_all_switches_and_drops_what_was_queued()
    {
        Bench bench = new();
        bench.Send("MEAS:COND?\nTRA \"+-+-\"\n*IDN?\nABORt\nSYST:ERR:COUN?\n");
        bench.Work();
        Assert.Equal("1\n", Text(bench));
        Assert.Equal(5, bench.Output.Messages);
        Assert.Empty(bench.Board.Pulses);
        Assert.True(bench.Board.EverythingOpen);
        Assert.StartsWith("-200", bench.Ask("SYST:ERR?"), StringComparison.Ordinal);
        Assert.Equal("1", bench.Do("INIT;*OPC?"));
    }

    [Fact]
    public void A_lost_link_ends_its_operation_and_leaves_everything_open()
    {
        Bench bench = new();
        bench.Send("PULS:COUN 1000;:TRA \"+-+-\"\n");
        bench.Session.LinkLost();
        bench.Work();
        Assert.True(bench.Board.Pulses.Count < 2);
        Assert.True(bench.Board.EverythingOpen);
        TestOutput output = new();
        ScpiSession next = bench.Scpi.Connect(output);
        next.Receive(Encoding.ASCII.GetBytes("*IDN?\n"), 0, 6);
        Assert.Equal("MagHopfield,test,0,1.0\n", Encoding.ASCII.GetString(output.Take()));
    }

    [Fact]
    public void An_output_that_fails_is_a_lost_link()
    {
        Bench bench = new();
        bench.Send("MEAS:COND?\n");
        bench.Output.Fails = true;
        bench.Work();
        Assert.True(bench.Board.EverythingOpen);
        for (int i = 0; i < 3 * ScpiInstrument.MostSessions; i++)
        {
            TestOutput output = new() { Fails = true };
            bench.Scpi.Connect(output).Receive("*IDN?\n"u8.ToArray(), 0, 6);
        }

        TestOutput alive = new();
        bench.Scpi.Connect(alive).Receive("*IDN?\n"u8.ToArray(), 0, 6);
        Assert.NotEmpty(alive.Take());
    }

    [Fact]
    public void Two_clients_have_their_own_errors_and_take_turns()
    {
        Bench bench = new();
        TestOutput output = new();
        ScpiSession other = bench.Scpi.Connect(output);
        bench.Send("FOO\nMEAS:COND?\n");
        other.Receive("SYST:ERR?;*OPC?\n"u8.ToArray(), 0, 16);
        Assert.Empty(output.Take());
        bench.Work();
        Assert.Equal("0,\"No error\";1\n", Encoding.ASCII.GetString(output.Take()));
        Assert.Equal(1, bench.Session.ErrorCount);
    }

    [Fact]
    public void OPC_sets_its_event_when_the_operation_has_ended()
    {
        Bench bench = new();
        bench.Ask("*ESR?");
        bench.Send("*ESE 1;TRA \"+-+-\";*OPC;*ESR?;*STB?\n");
        Assert.Equal("0;16\n", Text(bench));
        bench.Work();
        Assert.Equal("32", bench.Do("*STB?"));
        Assert.Equal("1", bench.Do("*ESR?"));
    }

    [Fact]
    public void The_error_queue_overflows_into_minus_350()
    {
        Bench bench = new();
        for (int i = 0; i < 20; i++)
            bench.Send("FOO\n");

        for (int i = 0; i < 15; i++)
            Assert.StartsWith("-113", bench.Ask("SYST:ERR?"), StringComparison.Ordinal);

        Assert.Equal("-350,\"Queue overflow\"", bench.Ask("SYST:ERR?"));
        Assert.Equal("0,\"No error\"", bench.Ask("SYST:ERR?"));
    }

    [Fact]
    public void A_message_that_is_too_long_and_a_block_that_stays_away_are_told_and_forgotten()
    {
        Bench bench = new();
        Assert.Equal(-363, bench.Error("CALC:WEIG:PAIR " + new string('1', 5000)));
        bench.Send("CALC:WEIG:PAIR #3100abc\n");
        bench.Clock.Milliseconds += 3000;
        Assert.Equal("-161", bench.Ask("SYST:ERR?")!.Split(',')[0]);
        bench.Send("CALC:WEIG:PAIR #9999999999abc\n");
        Assert.Equal("-363", bench.Ask("SYST:ERR?")!.Split(',')[0]);
        Assert.Equal("MagHopfield,test,0,1.0", bench.Do("*IDN?"));
        Assert.True(bench.Output.Largest <= 512);
    }

    [Fact]
    public void A_block_goes_there_and_back_bit_for_bit_and_a_changed_byte_is_seen()
    {
        Bench bench = new();
        bench.Do("CALC:WEIG:PAIR -0.003,0.003,-0.0012,1E-300,0.1,-0.3;:FORM REAL,64");
        foreach (string order in new[] { "NORM", "SWAP" })
        {
            bench.Do("FORM:BORD " + order);
            bench.Send("CALC:WEIG:PAIR?\n");
            byte[] answer = bench.Output.Take();
            Assert.Equal("#252", Encoding.ASCII.GetString(answer, 0, 4));
            byte[] message = [.. "CALC:WEIG:PAIR "u8, .. answer];
            bench.Send(message);
            Assert.Equal(0, bench.Session.ErrorCount);
            bench.Send("CALC:WEIG:PAIR?\n");
            Assert.Equal(answer, bench.Output.Take());
            for (int i = 19; i < message.Length - 1; i++)
            {
                byte[] changed = [.. message];
                changed[i] ^= 0x40;
                bench.Send(changed);
                Assert.StartsWith("-161", bench.Ask("SYST:ERR?"), StringComparison.Ordinal);
            }
        }
    }

    private static string Text(Bench bench) => Encoding.ASCII.GetString(bench.Output.Take());
}
