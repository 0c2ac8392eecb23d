using System.Globalization;
using MagHopfield.Instrument.Ad5754;
using MagHopfield.Instrument.Scpi;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>The amplitude that is answered is the one that the film sees.</summary>
public class AmplitudeTests
{
    [Theory]
    [InlineData("0.001")]
    [InlineData("0.0011")]
    [InlineData("1.5")]
    [InlineData("2")]
    [InlineData("2.5")]
    [InlineData("3")]
    [InlineData("4.9999")]
    [InlineData("5")]
    [InlineData("MAX")]
    [InlineData("MIN")]
    public void Both_signs_of_a_pulse_have_the_amplitude_that_is_answered(string asked)
    {
        Bench bench = new();
        string said = bench.Do($"PULS:AMPL {asked};WIDT 1 US;AMPL?")!;
        double answered = double.Parse(said, CultureInfo.InvariantCulture);
        foreach (double sign in (double[])[1, -1])
        {
            // Through the code of the chip and back.
            double given = Ad5754Dac.ToVolts(Ad5754Dac.ToCode(sign * answered, OutputRange.Bipolar5V), OutputRange.Bipolar5V);
            Assert.Equal(sign * answered, given, 1e-14);
        }

        bench.Do("TRA \"+-+-\"");
        double[] pulse = Assert.Single(bench.Board.Pulses);
        Assert.All([0, 2], k => Assert.Equal(answered, pulse[k], 1e-9));
        Assert.All([1, 3], k => Assert.Equal(-answered, pulse[k], 1e-9));
    }

    [Fact]
    public void A_limit_below_the_range_is_not_passed_by_rounding()
    {
        CommandTable table = new(4, new Train.PulseLimits(3, 10000, 5e-4, 0.1));
        ScpiSetting amplitude = table[Enumerable.Range(0, table.Count).First(i => table[i].Header.EndsWith("AMPLitude", StringComparison.Ordinal))].Setting!;
        Assert.True(amplitude.TrySet(3));
        Assert.InRange(amplitude.Value, 3 - 1.6e-4, 3);
        Assert.Equal(amplitude.Value, amplitude.Used(amplitude.Value));
    }
}
