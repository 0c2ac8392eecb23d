using MagHopfield.Instrument.Chips.Adgs1414;
using MagHopfield.Instrument.Spi;
using MagHopfield.Instrument.Tests.Fakes;

namespace MagHopfield.Instrument.Tests;

public class Adgs1414Tests
{
    private readonly ScriptedSpi _spi = new();
    private readonly Adgs1414Switch _chip;

    public Adgs1414Tests()
    {
        _chip = new Adgs1414Switch(_spi, new FakeClock(), "SW3");
    }

    private static readonly string[] Configured =
    [
        "2500", Hex.SwitchAnswer(0x82, 7), "250000", Hex.SwitchAnswer(0x83, 0), Hex.SwitchAnswer(0x81, 0),
    ];

    private static readonly string[] Configure =
    [
        "0207", Hex.Crc("8200"), Hex.Crc("6CA9"), Hex.Crc("8300"), Hex.Crc("8100"),
    ];

    [Fact]
    public void Reset_of_a_chip_without_CRC_turns_the_CRC_on()
    {
        _spi.Answer("2500", "2500", "2506").Answer(Configured);
        _chip.Reset();
        Assert.Equal(["0BA3", "0B05", "8200", .. Configure], _spi.Sent);
    }

    [Fact]
    public void Reset_of_a_chip_that_still_has_its_CRC_on_resets_it_by_frames_with_CRC()
    {
        _spi.Answer("2500", "2500", "2507", "250000", "250000", "2506").Answer(Configured);
        _chip.Reset();
        Assert.Equal(["0BA3", "0B05", "8200", "0BA3F7", "0B058C", "8200", .. Configure], _spi.Sent);
    }

    [Fact]
    public void Write_is_read_back()
    {
        _spi.Answer("250000", Hex.SwitchAnswer(0x81, 0x55));
        _chip.Write(0x55);
        Assert.Equal([Hex.Crc("0155"), Hex.Crc("8100")], _spi.Sent);
    }

    [Fact]
    public void A_word_that_does_not_read_back_is_an_error_that_names_chip_register_expected_and_received()
    {
        _spi.Answer("250000", Hex.SwitchAnswer(0x81, 0x05));
        ChipException error = Assert.Throws<ChipException>(() => _chip.Write(0x15));
        Assert.StartsWith("ADGS1414D SW3, register SW_DATA (0x01): expected 0x15, received 0x05;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_answer_is_an_error()
    {
        _spi.Answer("255500");
        ChipException error = Assert.Throws<ChipException>(() => _chip.Read());
        Assert.Equal("CRC 0x0F", error.Expected);
        Assert.Equal("CRC 0x00", error.Received);
    }

    [Fact]
    public void A_missing_chip_is_found_by_its_alignment_byte()
    {
        _spi.Answer("FFFFFF");
        ChipException error = Assert.Throws<ChipException>(() => _chip.Read());
        Assert.Equal("alignment byte 0x25", error.Expected);
        Assert.Equal("0xFF", error.Received);
    }

    [Fact]
    public void Error_flags_are_read_and_cleared()
    {
        _spi.Answer(Hex.SwitchAnswer(0x83, 0x03), "250000");
        Assert.Equal(ErrorFlags.Crc | ErrorFlags.ClockCount, _chip.ReadErrors());
        _chip.ClearErrors();
        Assert.Equal([Hex.Crc("8300"), "6CA95F"], _spi.Sent);
    }

    [Fact]
    public void The_driver_disposes_its_device()
    {
        _chip.Dispose();
        Assert.True(_spi.Disposed);
    }
}
