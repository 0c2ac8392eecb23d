namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>What a client sees: messages, chains, errors.</summary>
public class WireTests
{
    [Fact]
    public void It_says_what_it_is() => Assert.Equal("MagHopfield,test,0,1.0", new Bench().Do("*IDN?"));

    [Theory]
    [InlineData("SYST:ERR?;*IDN?;VERS?", "0,\"No error\";MagHopfield,test,0,1.0;1999.0")]
    [InlineData("syst:err:coun?;next?", "0;0,\"No error\"")]
    [InlineData(":SYSTem:VERSion?", "1999.0")]
    [InlineData("PULS:AMPL 2.5;WIDT 50 US;:SOUR:PULS:AMPL?;WIDT?", "2.5;5.0E-5")]
    [InlineData("PULS:AMPL 2500MV;AMPL?", "2.5")]
    [InlineData("PULS:AMPL MAX;AMPL?;AMPL? MIN;AMPL? DEF", "4.99984741210938;0.001068115234375;4.99984741210938")]
    [InlineData("PULS:COUN #H1F;COUN?", "31")]
    [InlineData(" *IDN? ;; SYST:VERS? ; ", "MagHopfield,test,0,1.0;1999.0")]
    [InlineData("FORM REAL,64;FORM?;:FORM:BORD?", "REAL,64;NORM")]
    [InlineData("SYST:NOD?\r", "4")]
    [InlineData("PULS:WIDT 1.5 US;WIDT?", "2.0E-6")]
    [InlineData("PULS:WIDT 199.6 US;WIDT?", "0.0002")]
    [InlineData("PULS:WIDT MAX;WIDT?;WIDT? MAX", "0.01;0.01")]
    [InlineData("APER 1.3 MS;APER?", "0.00125")]
    [InlineData("APER 5.07 MS;APER?", "0.005")]
    [InlineData("APER MIN;APER?;APER? MIN", "0.00125;0.00125")]
    [InlineData("APER MAX;APER?;APER? MAX", "0.3;0.3")]
    public void Chains_short_forms_units_and_limits_work(string message, string answer) => Assert.Equal(answer, new Bench().Do(message));

    [Theory]
    [InlineData("FOO", -113)]
    [InlineData("SYST:FOO?", -113)]
    [InlineData("SYST:VERS", -113)]
    [InlineData("*IDN", -113)]
    [InlineData("PULS:AMPL", -109)]
    [InlineData("PULS:AMPL 1,2", -108)]
    [InlineData("PULS:AMPL 6", -222)]
    [InlineData("PULS:AMPL 1E400", -222)]
    [InlineData("PULS:AMPL 1E40000", -123)]
    [InlineData("PULS:AMPL 1 S", -131)]
    [InlineData("PULS:COUN 1 S", -138)]
    [InlineData("PULS:AMPL \"1\"", -104)]
    [InlineData("PULS:AMPL ABC", -141)]
    [InlineData("PULS:AMPL +", -120)]
    [InlineData("PULS:AMPL 1;;:FOO2", -113)]
    [InlineData("SYST2:VERS?", -114)]
    [InlineData("TRA \"+-+\"", -224)]
    [InlineData("TRA (+-+-)", -178)]
    [InlineData("ABCDEFGHIJKLMNOP", -112)]
    [InlineData("CALC:WEIG:PAIR #13abc", -161)]
    [InlineData("CALC:WEIG:PAIR 1,2", -109)]
    [InlineData("CALC:WEIG:PAIR 1,2,3,4,5,6,7", -108)]
    [InlineData("FETC:COND?", -230)]
    [InlineData("CALC:WEIG?", -221)]
    [InlineData("PULS:AMPL 5;WIDT 10 MS;:TRA \"+-+-\"", -222)]
    [InlineData("PULS:AMPL 1 2", -103)]
    [InlineData("*IDN?X", -102)]
    [InlineData("PULS:AMPL 0,5", -222)]
    [InlineData("PULS:AMPL 1,000", -108)]
    [InlineData("PULS:AMPL 1.000,5", -108)]
    [InlineData("PULS:AMPL 5E", -131)]
    [InlineData("PULS:WIDT 50 US,0", -108)]
    [InlineData("PULS:COUN 1,000", -108)]
    public void What_is_wrong_gets_its_number(string message, int number) => Assert.Equal(number, new Bench().Error(message));

    [Theory]
    [InlineData("PULS:AMPL 5;WIDT 10 MS;:TRA \"+-+-\"")]
    [InlineData("PULS:AMPL 5;WIDT 10 MS;:CAL:REF")]
    public void What_a_limit_says_is_about_the_pulse_and_not_about_names_in_the_source(string message)
    {
        Bench bench = new();
        bench.Send(message + "\n");
        bench.Work();
        string error = bench.Ask("SYST:ERR?")!;
        Assert.StartsWith("-222", error);
        Assert.Contains("limit 0.5 mJ: make it shorter or lower.", error);
        Assert.DoesNotContain("Parameter", error);
        Assert.DoesNotContain("widthMicroseconds", error);
    }
}
