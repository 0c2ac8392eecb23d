using System.Text;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>The grammar of IEEE 488.2, chapters 7 and 8, and of SCPI 1999.0, volume 1.</summary>
public class GrammarTests
{
    [Theory]
    [InlineData("PULS:WIDT 50 E -6;WIDT?", "5.0E-5")]
    [InlineData("PULS:WIDT 50 \t e\t-6;WIDT?", "5.0E-5")]
    [InlineData("PULS:WIDT .5E -4 S;WIDT?", "5.0E-5")]
    [InlineData("PULS:WIDT 50E-3 MS;WIDT?", "5.0E-5")]
    [InlineData("PULS:WIDT 50 E-3 MS;WIDT?", "5.0E-5")]
    [InlineData("PULS:AMPL 2.5 E 0;AMPL?", "2.5")]
    [InlineData("PULS:COUN 1 E +3,;COUN?", null)]
    [InlineData("CALC:WEIG:PAIR 1 E -3,2 E 1,3e2,4,5,6;PAIR?", "0.001,20,300,4,5,6")]
    public void Blanks_may_stand_around_the_E(string message, string? answer)
    {
        Bench bench = new();
        if (answer is null)
        {
            Assert.Equal(-109, bench.Error(message));
            return;
        }

        Assert.Equal(answer, bench.Do(message));
    }

    [Theory]
    [InlineData("PULS:AMPL 1 V/S", -131)]
    [InlineData("PULS:AMPL 1 /V", -131)]
    [InlineData("PULS:AMPL 1V.S", -131)]
    [InlineData("PULS:AMPL 1 V2", -131)]
    [InlineData("PULS:AMPL 1 V-2", -131)]
    [InlineData("PULS:AMPL 1 M.V", -131)]
    [InlineData("PULS:AMPL 1 E V", -131)]
    [InlineData("PULS:AMPL 1 EXV", -222)]
    [InlineData("PULS:COUN 1 V/S", -138)]
    [InlineData("PULS:AMPL 1 VVVVVVVVVVVV", -131)]
    [InlineData("PULS:AMPL 1 VVVVVVVVVVVVV", -134)]
    [InlineData("PULS:AMPL 1 V V", -103)]
    [InlineData("PULS:AMPL 1.2.3", -103)]
    [InlineData("PULS:AMPL 1 E -V", -131)]
    public void A_unit_that_is_none_has_the_form_of_one(string message, int error) => Assert.Equal(error, new Bench().Error(message));

    [Theory]
    [InlineData("SYST1:VERS1?", "1999.0")]
    [InlineData(":SYSTem1:ERRor1:NEXT1?", "0,\"No error\"")]
    [InlineData("SOUR1:PULS1:AMPL1 2.5;AMPL1?;:PULS:AMPL?", "2.5;2.5")]
    [InlineData("SYST01:VERS?", "1999.0")]
    public void Where_there_is_one_of_a_thing_its_number_is_1(string message, string answer) =>
        Assert.Equal(answer, new Bench().Do(message));

    [Theory]
    [InlineData("SYST0:VERS?", -114)]
    [InlineData("SYST2:VERS?", -114)]
    [InlineData("SYST11:VERS?", -114)]
    [InlineData("*IDN1?", -114)]
    [InlineData("*ESE1 5", -114)]
    public void Another_number_is_out_of_range(string message, int error) => Assert.Equal(error, new Bench().Error(message));

    [Theory]
    [InlineData(1e-9, "1.0E-9")]
    [InlineData(-2.5e-9, "-2.5E-9")]
    [InlineData(1e15, "1.0E+15")]
    [InlineData(1.25e300, "1.25E+300")]
    [InlineData(double.NaN, "9.91E+37")]
    [InlineData(double.NegativeInfinity, "-9.9E+37")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(123456, "123456")]
    [InlineData(0, "0")]
    public void An_answer_with_an_exponent_has_a_point_and_a_sign(double value, string answer)
    {
        byte[] buffer = new byte[NumberWriter.LongestNumber];
        Assert.Equal(answer, Encoding.ASCII.GetString(buffer, 0, NumberWriter.Write(value, buffer, 0)));
        Assert.Matches(@"^[+-]?[0-9]+(\.[0-9]+(E[+-][0-9]+)?)?$", answer);
    }

    [Fact]
    public void A_line_feed_within_quotes_is_part_of_the_text()
    {
        Bench bench = new();
        bench.Send("SYST:HELP:SYNT? \"FOO\n*IDN?\nABOR\n\"\n");
        bench.Work();
        Assert.Empty(bench.Output.Take());
        Assert.StartsWith("-224,", bench.Ask("SYST:ERR?"), StringComparison.Ordinal);
        Assert.Equal("0,\"No error\"", bench.Ask("SYST:ERR?"));
        bench.Send("SYST:HELP:SYNT? 'PULS\n\n:WIDT'\n");
        Assert.Equal(1, bench.Session.ErrorCount);
        Assert.Equal("4", bench.Ask("*CLS;SYST:NOD?"));
    }

    [Theory]
    [InlineData("TRA \"+-+-\n", "*IDN?\n")]
    [InlineData("TRA '+-+-\n\n", "*IDN?\n")]
    [InlineData("TRA \"+-+-", "\n*IDN?\n")]
    public void A_string_whose_end_was_forgotten_is_given_up_after_two_seconds(string begun, string rest)
    {
        Bench bench = new();
        bench.Send(begun);
        bench.Clock.Milliseconds += 2001;
        bench.Send(rest);
        Assert.Equal("MagHopfield,test,0,1.0\n", Encoding.ASCII.GetString(bench.Output.Take()));
        Assert.StartsWith("-151,", bench.Ask("SYST:ERR?"), StringComparison.Ordinal);
        Assert.Equal("0,\"No error\"", bench.Ask("SYST:ERR?"));
    }

    [Fact]
    public void A_string_that_fills_the_buffer_ends_at_a_line_feed()
    {
        Bench bench = new();
        bench.Send("DISP:TEXT \"" + new string('a', 3000) + "\n*IDN?\n");
        Assert.Equal("MagHopfield,test,0,1.0\n", Encoding.ASCII.GetString(bench.Output.Take()));
        Assert.StartsWith("-363,", bench.Ask("SYST:ERR?"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_after_a_string_without_end_is_carried_out_at_once()
    {
        Checked.LinkBench bench = new();
        bench.SendPlain("TRA \"+-+-\n");
        bench.Send(7, "SYST:NOD?");
        Checked.Reply reply = Assert.Single(bench.Take());
        Assert.Equal((7u, "4"), (reply.Tag, reply.Text));
        bench.Send(8, "SYST:ERR?");
        Assert.StartsWith("-151,", Assert.Single(bench.Take()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*IDN?\r")]
    [InlineData("*IDN?\r\n")]
    [InlineData("*IDN?\n")]
    [InlineData("\r\n*IDX\b\u007fDN?\r\n")]
    [InlineData("FOO\b\b\b\b\b*IDN?\r")]
    [InlineData("\"\b*IDN?\r")]
    [InlineData("*IDN? \"\n\b\b\r")]
    public void At_a_terminal_Enter_ends_a_message_and_backspace_takes_back(string typed)
    {
        Checked.LinkBench bench = new();
        bench.Link.IsTerminal = true;
        foreach (char c in typed)
            bench.SendPlain(c.ToString());

        Assert.Equal("MagHopfield,test,0,1.0", Assert.Single(bench.TakeLines()));
        bench.SendPlain("SYST:ERR:COUN?\r");
        Assert.Equal("0", Assert.Single(bench.TakeLines()));
    }

    [Fact]
    public void At_a_terminal_Enter_ends_a_forgotten_string_too_and_ABORt_is_heeded()
    {
        Checked.LinkBench bench = new();
        bench.Link.IsTerminal = true;
        bench.SendPlain("TRA \"+-+-\rSYST:ERR?\r");
        Assert.StartsWith("-151,", Assert.Single(bench.TakeLines()), StringComparison.Ordinal);
        bench.SendPlain("PULS:COUN 1000\rTRA \"+-+-\"\rABX\bOR\r");
        bench.Bench.Work();
        Assert.Empty(bench.Bench.Board.Pulses);
    }

    [Fact]
    public void The_bytes_of_a_block_are_no_keys()
    {
        Checked.LinkBench bench = new();
        bench.Link.IsTerminal = true;
        bench.SendPlain("FORM REAL,64;:FORM:CRC OFF;:FORM:BORD SWAP\r");
        byte[] values = [.. Enumerable.Repeat(new byte[] { 8, 13, 10, 127, 8, 13, 10, 63 }, 6).SelectMany(v => v)];
        bench.Send([.. "CALC:WEIG:PAIR #248"u8, .. values, 13]);
        bench.SendPlain("FORM ASC;:SYST:ERR:COUN?;:CALC:WEIG:PAIR?\r");
        string answer = Assert.Single(bench.TakeLines());
        Assert.Equal(
            BitConverter.ToDouble(values, 0),
            double.Parse(answer.Split(';')[1].Split(',')[5], System.Globalization.CultureInfo.InvariantCulture),
            1e-15);
    }

    [Fact]
    public void On_other_lines_a_carriage_return_is_white_space()
    {
        Checked.LinkBench bench = new();
        bench.SendPlain("SYST:NOD?\r;\r*OPC?\r\n");
        Assert.Equal("4;1", Assert.Single(bench.TakeLines()));
    }
}
