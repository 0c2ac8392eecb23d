namespace MagHopfield.Instrument.Tests.Scpi;

public class PairBitsTests
{
    private const string One = "BFB999999999999A";

    [Fact]
    public void Parts_of_any_size_make_a_reference_with_the_last_one()
    {
        Bench bench = new();
        bench.Do("CAL:REF:PAIR -1,-1,-1,-1,-1,-1");
        bench.Do($"CAL:REF:PAIR:BITS 1,\"{One}\"");
        bench.Do($"CAL:REF:PAIR:BITS 2,'{One}{One.ToLowerInvariant()}{One}'");
        Assert.Equal("-1,-1,-1,-1,-1,-1", bench.Do("CAL:REF:PAIR?"));
        bench.Do($"CAL:REF:PAIR:BITS 5,\"{One}8000000000000001\"");
        Assert.Equal("-0.1,-0.1,-0.1,-0.1,-0.1,-4.94065645841247E-324", bench.Do("CAL:REF:PAIR?"));
        Assert.Equal("1", bench.Do("CAL:REF:COUN?"));
    }

    [Theory]
    [InlineData("2,\"" + One + "\"", -221, "1 of 6 is next")]
    [InlineData("7,\"" + One + "\"", -222, "")]
    [InlineData("1,\"\"", -224, "16 for each element")]
    [InlineData("1,\"BFB\"", -224, "16 for each element")]
    [InlineData("1,\"BFB99999999999 A\"", -224, "character 15 is no hexadecimal digit")]
    [InlineData("1,\"7FF8000000000000\"", -222, "value 1 is no conductance")]
    [InlineData("1,\"FFF0000000000000\"", -222, "value 1 is no conductance")]
    [InlineData("1,\"" + One + One + One + One + One + One + One + "\"", -221, "do not follow")]
    public void What_is_no_part_is_refused_and_the_reference_stays(string part, int number, string why)
    {
        Bench bench = new();
        bench.Do("CAL:REF:PAIR -1,-1,-1,-1,-1,-1");
        bench.Ask("CAL:REF:PAIR:BITS " + part);
        string error = bench.Ask("SYST:ERR?")!;
        Assert.StartsWith(number + ",", error, StringComparison.Ordinal);
        Assert.Contains(why, error, StringComparison.Ordinal);
        Assert.Equal("-1,-1,-1,-1,-1,-1", bench.Do("CAL:REF:PAIR?"));
    }

    [Fact]
    public void A_gap_is_refused_and_the_first_part_begins_anew()
    {
        Bench bench = new();
        bench.Do($"CAL:REF:PAIR:BITS 1,\"{One}{One}\"");
        Assert.Equal(-221, bench.Error($"CAL:REF:PAIR:BITS 4,\"{One}\""));
        bench.Do($"CAL:REF:PAIR:BITS 1,\"{One}{One}{One}{One}{One}{One}\"");
        Assert.Equal("-0.1,-0.1,-0.1,-0.1,-0.1,-0.1", bench.Do("CAL:REF:PAIR?"));
    }
}
