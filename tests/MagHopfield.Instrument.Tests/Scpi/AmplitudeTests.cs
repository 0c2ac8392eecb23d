using System.Globalization;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Ad5754;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Scpi.Commands;

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

    [Theory]
    [InlineData("0.1", 10000)]
    [InlineData("0.2", 5000)]
    [InlineData("0.5", 2000)]
    [InlineData("1", 1000)]
    [InlineData("2.5", 400)]
    [InlineData("5", 200)]
    public void A_pulse_at_the_limit_of_energy_is_fired_however_its_amplitude_is_rounded(string volts, int microseconds)
    {
        Bench bench = new();
        bench.Do($"PULS:AMPL {volts};WIDT {microseconds} US;:TRA \"+-+-\"");
        Assert.Equal("0,\"No error\"", bench.Do("SYST:ERR?"));
        Assert.Single(bench.Board.Pulses);
        bench.Send(
            string.Create(
                CultureInfo.InvariantCulture, $"PULS:AMPL {1.001 * double.Parse(volts, CultureInfo.InvariantCulture)};:TRA \"+-+-\"\n"));
        bench.Work();
        Assert.StartsWith("-222,", bench.Ask("SYST:ERR?"));
        Assert.Single(bench.Board.Pulses);
    }

    [Fact]
    public void A_limit_below_the_range_is_not_passed_by_rounding()
    {
        CommandTable table = new AllCommands(4, new PulseLimits(3, 10000, 5e-4, 0.1), 32);
        ScpiSetting amplitude =
            table[Enumerable.Range(0, table.Count).First(i => table[i].Header.EndsWith("AMPLitude", StringComparison.Ordinal))].Setting!;
        Assert.True(amplitude.TrySet(3));
        Assert.InRange(amplitude.Value, 3 - 1.6e-4, 3);
        Assert.Equal(amplitude.Value, amplitude.Used(amplitude.Value));
    }
}
