using CsCheck;
using MagHopfield.Instrument.Chips.Ad5754;
using MagHopfield.Instrument.Spi;
using MagHopfield.Instrument.Tests.Fakes;

namespace MagHopfield.Instrument.Tests;

public class Ad5754Tests
{
    private readonly ScriptedSpi _spi = new();
    private readonly Ad5754Dac _chip;

    public Ad5754Tests()
    {
        _chip = new Ad5754Dac(_spi, new FakeClock(), "DAC1");
    }

    [Theory]
    [InlineData(-5, 0x0000)]
    [InlineData(0, 0x8000)]
    [InlineData(3, 52429)]
    [InlineData(-3, 13107)]
    [InlineData(5, 0xFFFF)]
    public void Voltages_of_the_bipolar_range_are_offset_binary(double volts, int code)
    {
        Assert.Equal(code, Ad5754Dac.ToCode(volts, OutputRange.Bipolar5V));
    }

    [Fact]
    public void A_code_is_within_half_a_step_of_its_voltage_and_one_step_at_the_top()
    {
        Gen.Double[-5, 5].Sample(volts =>
        {
            double error = Ad5754Dac.ToVolts(Ad5754Dac.ToCode(volts, OutputRange.Bipolar5V), OutputRange.Bipolar5V) - volts;
            Assert.True(Math.Abs(error) <= (volts > 5 - 10.0 / 65536 ? 1.0 : 0.5000001) * 10 / 65536);
        });
    }

    [Theory]
    [InlineData(5.0001)]
    [InlineData(-5.0001)]
    [InlineData(double.NaN)]
    public void Voltages_outside_the_range_are_refused(double volts)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _chip.Write(0, volts));
        Assert.Empty(_spi.Sent);
    }

    [Fact]
    public void Write_sends_the_code_and_reads_it_back()
    {
        _spi.Answer("000000", "000000", "003333");
        _chip.Write(2, -3);
        Assert.Equal(["023333", "823333", "99000C"], _spi.Sent);
    }

    [Fact]
    public void A_code_that_does_not_read_back_is_an_error_that_names_chip_register_expected_and_received()
    {
        _spi.Answer("000000", "000000", "003332");
        ChipException error = Assert.Throws<ChipException>(() => _chip.Write(2, -3));
        Assert.StartsWith("AD5754R DAC1, register DAC (0x02): expected 0x3333, received 0x3332;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Initialise_sets_ranges_and_zero_volts_before_it_powers_up()
    {
        // Answers come with the NOP after each read.
        string[] zero = ["000000", .. Enumerable.Repeat(new[] { "000000", "008000" }, 4).SelectMany(a => a)];
        _spi.Answer("000000", "000000", "00000C").Answer("000000", "000000", "000000")
            .Answer("000000").Answer(Enumerable.Repeat(new[] { "000000", "000003" }, 4).SelectMany(a => a).ToArray())
            .Answer(zero).Answer("000000", "000000", "00001F").Answer(zero).Answer("000000", "00001F");
        _chip.Initialise(OutputRange.Bipolar5V);
        const string next = "99000C";
        string[] readCodes = ["1C0003", "808000", next, "818000", next, "828000", next, "838000", next];
        string[] expected =
        [
            "19000C", "99000C", next, "100000", "900000", next,
            "0C0003", "880003", next, "890003", next, "8A0003", next, "8B0003", next,
            .. readCodes, "10001F", "90001F", next, .. readCodes, "90001F", next,
        ];
        Assert.Equal(expected, _spi.Sent);
    }

    [Fact]
    public void A_chip_that_does_not_answer_is_found_on_the_harmless_register_before_any_output_moves()
    {
        ChipException error = Assert.Throws<ChipException>(() => _chip.Initialise(OutputRange.Bipolar5V));
        Assert.Equal("CONTROL (0x19)", error.Register);
        Assert.Equal(["19000C", "99000C", "99000C"], _spi.Sent);
    }

    [Fact]
    public void An_overload_is_an_error()
    {
        _spi.Answer("000000", "00009F");
        Assert.Contains("overloaded", Assert.Throws<ChipException>(_chip.CheckAlarms).Message, StringComparison.Ordinal);
    }
}
