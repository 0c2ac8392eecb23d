using MagHopfield.Instrument.Chips.Ad7124;
using MagHopfield.Instrument.Spi;
using MagHopfield.Instrument.Tests.Fakes;

namespace MagHopfield.Instrument.Tests;

public class Ad7124Tests
{
    private const string Watched = "07007C";
    private readonly ScriptedSpi _spi = new();
    private readonly FakeClock _clock = new();
    private readonly Ad7124Adc _chip;

    public Ad7124Tests()
    {
        _chip = new Ad7124Adc(_spi, _clock);
    }

    [Theory]
    [InlineData(0x14)]
    [InlineData(0x16)]
    [InlineData(0x17)]
    public void Reset_identifies_the_chip_and_turns_the_CRC_on(int identity)
    {
        AnswerReset("00" + identity.ToString("X2"));
        _chip.Reset();
        Assert.Equal(identity, _chip.Identity);
        string[] expected =
        [
            "FFFFFFFFFFFFFFFF", "4000", "4000", "4500", "07" + Watched,
            ReadFrame(0x47, 3), Hex.Crc("010190"), ReadFrame(0x41, 2), ReadFrame(0x46, 3),
        ];
        Assert.Equal(expected, _spi.Sent);
    }

    [Fact]
    public void Another_chip_is_refused_by_its_identity()
    {
        AnswerReset("0004");
        ChipException error = Assert.Throws<ChipException>(_chip.Reset);
        Assert.StartsWith("AD7124-8, register ID (0x05): expected 0x14, 0x16 or 0x17, received 0x04;", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_chip_that_never_leaves_its_power_on_reset_is_given_up()
    {
        _spi.Answer("");
        _spi.Answer(Enumerable.Repeat("0010", 1000).ToArray());
        ChipException error = Assert.Throws<ChipException>(_chip.Reset);
        Assert.Equal("STATUS (0x00)", error.Register);
    }

    [Fact]
    public void Configure_writes_gain_and_filter_and_reads_them_back()
    {
        Ready();
        _spi.Answer("", Hex.AdcAnswer(0x59, "0876"), "", Hex.AdcAnswer(0x61, "460020"));
        _chip.Configure(0, Gain.X64, FilterKind.Sinc3, 32, BurnoutCurrent.Off);
        Assert.Equal([Hex.Crc("190876"), ReadFrame(0x59, 2), Hex.Crc("21460020"), ReadFrame(0x61, 3)], _spi.Sent);
        Assert.Equal(5000, _chip.ConversionMicroseconds(0));
    }

    [Fact]
    public void A_setting_that_does_not_read_back_is_an_error()
    {
        Ready();
        _spi.Answer("", Hex.AdcAnswer(0x59, "0860"));
        ChipException error = Assert.Throws<ChipException>(() => _chip.Configure(0, Gain.X64, FilterKind.Sinc3, 32, BurnoutCurrent.Off));
        Assert.StartsWith("AD7124-8, register CONFIG_0 (0x19): expected 0x0876, received 0x0860;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Excitation_leaves_the_pin_asked_for()
    {
        Ready();
        _spi.Answer("", Hex.AdcAnswer(0x43, "000404"), "", Hex.AdcAnswer(0x43, "000000"));
        _chip.SetExcitation(ExcitationCurrent.MicroAmperes500, AnalogInput.Ain4);
        _chip.SetExcitation(ExcitationCurrent.Off, AnalogInput.Ain4);
        Assert.Equal([Hex.Crc("03000404"), ReadFrame(0x43, 3), Hex.Crc("03000000"), ReadFrame(0x43, 3)], _spi.Sent);
    }

    [Fact]
    public void A_conversion_selects_starts_waits_and_reads()
    {
        Configured();

        // 25 mV of ±39.0625 mV.
        _spi.Answer("", Hex.AdcAnswer(0x49, "8001"), "", Hex.AdcAnswer(0x40, "80"), Hex.AdcAnswer(0x40, "00"),
            Hex.AdcAnswer(0x42, "D1EB85"));
        long start = _clock.Microseconds;
        double volts = _chip.ReadVolts(AnalogInput.Ain0, AnalogInput.Ain1, 0);
        Assert.InRange(volts, 0.025 - 5e-9, 0.025 + 5e-9);
        Assert.InRange(_clock.Microseconds - start, 5000, 5100);
        Assert.Equal([Hex.Crc("098001"), ReadFrame(0x49, 2), Hex.Crc("010184"), ReadFrame(0x40, 1), ReadFrame(0x40, 1),
            ReadFrame(0x42, 3)], _spi.Sent);
    }

    [Fact]
    public void A_result_at_the_end_of_the_scale_is_out_of_range()
    {
        Configured();
        _spi.Answer("", Hex.AdcAnswer(0x49, "8001"), "", Hex.AdcAnswer(0x40, "00"), Hex.AdcAnswer(0x42, "FFFFFF"));
        Assert.False(_chip.TryReadVolts(AnalogInput.Ain0, AnalogInput.Ain1, 0, out _, out Fault fault));
        Assert.Equal(Fault.OutOfRange, fault);
    }

    [Fact]
    public void A_fault_is_named()
    {
        Configured();
        _spi.Answer("", Hex.AdcAnswer(0x49, "8001"), "", Hex.AdcAnswer(0x40, "40"), Hex.AdcAnswer(0x42, "FF0000"),
            Hex.AdcAnswer(0x46, "010000"));
        ChipException error = Assert.Throws<ChipException>(() => _chip.ReadVolts(AnalogInput.Ain0, AnalogInput.Ain1, 0));
        Assert.Equal("ADC_SAT", error.Received);
        Assert.Contains("AIN0-AIN1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conversion_that_does_not_end_is_given_up()
    {
        Configured();
        _spi.Answer("", Hex.AdcAnswer(0x49, "8001"), "").Answer(Enumerable.Repeat(Hex.AdcAnswer(0x40, "80"), 1000).ToArray());
        ChipException error = Assert.Throws<ChipException>(() => _chip.ReadVolts(AnalogInput.Ain0, AnalogInput.Ain1, 0));
        Assert.Equal("STATUS (0x00)", error.Register);
        Assert.Contains("did not end", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_answer_is_an_error()
    {
        Configured();
        _spi.Answer("", "00800100");
        ChipException error = Assert.Throws<ChipException>(() => _chip.ReadVolts(AnalogInput.Ain0, AnalogInput.Ain1, 0));
        Assert.Equal("CHANNEL_0 (0x09)", error.Register);
        Assert.StartsWith("CRC ", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Calibration_runs_in_mid_power_and_returns_to_full_power()
    {
        Configured();
        _spi.Answer("", Hex.AdcAnswer(0x49, "8001"), "", Hex.AdcAnswer(0x69, "800000"))
            .Answer("", Hex.AdcAnswer(0x40, "00"), "", Hex.AdcAnswer(0x40, "00"))
            .Answer("", Hex.AdcAnswer(0x41, "0190"), Hex.AdcAnswer(0x71, "555123"));
        _chip.Calibrate(0, AnalogInput.Ain0, AnalogInput.Ain1);
        string[] expected =
        [
            Hex.Crc("098001"), ReadFrame(0x49, 2), Hex.Crc("29800000"), ReadFrame(0x69, 3),
            Hex.Crc("010158"), ReadFrame(0x40, 1), Hex.Crc("010154"), ReadFrame(0x40, 1),
            Hex.Crc("010190"), ReadFrame(0x41, 2), ReadFrame(0x71, 3),
        ];
        Assert.Equal(expected, _spi.Sent);
    }

    private static string ReadFrame(int command, int size) => command.ToString("X2") + new string('0', 2 * size + 2);

    private void AnswerReset(string identity)
    {
        _spi.Answer("", "0010", "0000", identity, "", Hex.AdcAnswer(0x47, Watched), "", Hex.AdcAnswer(0x41, "0190"),
            Hex.AdcAnswer(0x46, "000000"));
    }

    private void Ready()
    {
        AnswerReset("0017");
        _chip.Reset();
        _spi.Sent.Clear();
    }

    private void Configured()
    {
        Ready();
        _spi.Answer("", Hex.AdcAnswer(0x59, "0876"), "", Hex.AdcAnswer(0x61, "460020"));
        _chip.Configure(0, Gain.X64, FilterKind.Sinc3, 32, BurnoutCurrent.Off);
        _spi.Sent.Clear();
    }
}
