using MagHopfield.Instrument.Chips.Mb85rs256;
using MagHopfield.Instrument.Spi;
using MagHopfield.Instrument.Tests.Fakes;

namespace MagHopfield.Instrument.Tests;

public class Mb85rs256Tests
{
    private static readonly string Zeros = new('0', 64);
    private static readonly byte[] Data = [.. Enumerable.Range(1, 32).Select(i => (byte)(7 * i))];
    private readonly ScriptedSpi _spi = new();
    private readonly Mb85rs256Fram _chip;

    public Mb85rs256Tests()
    {
        _chip = new Mb85rs256Fram(_spi, "MEM");
    }

    [Fact]
    public void A_page_is_written_by_WREN_RDSR_and_WRITE_with_its_address()
    {
        _spi.Answer("", "FF02", "");
        _chip.Write(0x3FF, Data);
        Assert.Equal(["06", "0500", "027FE0" + Convert.ToHexString(Data)], _spi.Sent);
    }

    [Fact]
    public void An_erased_page_is_all_ones()
    {
        _spi.Answer("", "0002", "");
        _chip.Erase(1);
        Assert.Equal(["06", "0500", "020020" + new string('F', 64)], _spi.Sent);
    }

    [Theory]
    [InlineData("FFFF", "0xFF")]
    [InlineData("0000", "0x00")]
    [InlineData("FF0E", "0x0E")]
    [InlineData("FF82", "0x82")]
    public void Nothing_is_written_to_a_chip_that_is_absent_or_protected(string answer, string received)
    {
        _spi.Answer("", answer);
        ChipException error = Assert.Throws<ChipException>(() => _chip.Write(0, Data));
        Assert.StartsWith(
            $"MB85RS256 MEM, register RDSR (0x05): expected 0x02, received {received};", error.Message, StringComparison.Ordinal);
        Assert.Equal(["06", "0500"], _spi.Sent);
    }

    [Fact]
    public void Bits_4_to_6_of_the_status_mean_nothing()
    {
        _spi.Answer("", "FF72", "");
        _chip.Erase(0);
        Assert.Equal(3, _spi.Sent.Count);
    }

    [Fact]
    public void A_page_is_read_until_two_readings_agree()
    {
        string good = "FFFFFF" + Convert.ToHexString(Data);
        string bad = good[..^2] + "00";
        _spi.Answer(bad, good, good, bad);
        byte[] read = new byte[32];
        _chip.Read(2, read);
        Assert.Equal(Data, read);
        Assert.Equal(Enumerable.Repeat("030040" + Zeros, 3), _spi.Sent);
    }

    [Fact]
    public void Readings_that_never_agree_end_after_four()
    {
        _spi.Answer(Enumerable.Range(0, 5).Select(i => $"FFFFFF0{i}").ToArray());
        _chip.Read(2, new byte[32]);
        Assert.Equal(4, _spi.Sent.Count);
    }

    [Theory]
    [InlineData("FF047F0509")]
    [InlineData("00047F2503")]
    public void The_right_chip_is_known_by_its_identity(string answer)
    {
        _spi.Answer(answer);
        _chip.Identify();
        Assert.Equal(["9F00000000"], _spi.Sent);
    }

    [Fact]
    public void Another_chip_is_named_with_what_it_answers()
    {
        _spi.Answer("FF047F0302");
        ChipException error = Assert.Throws<ChipException>(_chip.Identify);
        Assert.Equal("0x047F0302", error.Received);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1024)]
    public void Pages_end_at_1023(int page)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _chip.Erase(page));
        Assert.DoesNotContain(_spi.Sent, frame => frame.StartsWith("02", StringComparison.Ordinal));
    }
}
