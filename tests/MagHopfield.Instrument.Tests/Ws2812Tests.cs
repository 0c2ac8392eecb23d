using MagHopfield.Instrument.Chips.Ws2812;
using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.Ports;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Tests;

public class Ws2812Tests
{
    [Fact]
    public void A_colour_goes_green_red_blue_highest_bit_first_in_pulses_of_the_data_sheet()
    {
        Line line = new();
        Ws2812Chain chain = new(line, 2);
        chain.Set(0, 0x01, 0x80, 0x00);
        chain.Send();
        byte[] zero = [16, 34];
        byte[] one = [32, 18];
        byte[] expected =
        [
            .. one, .. Enumerable.Repeat(zero, 14).SelectMany(b => b), .. one, .. Enumerable.Repeat(zero, 8 + 24).SelectMany(b => b),
        ];
        Assert.Equal(expected, line.Ticks);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ws2812Chain(line, 0));
    }

    [Theory]
    [InlineData(16, 34, 400, 850)]
    [InlineData(32, 18, 800, 450)]
    public void The_pulses_are_within_a_tenth_of_a_microsecond_of_the_data_sheet(int high, int low, int highNanoseconds, int lowNanoseconds)
    {
        Assert.InRange(high * Ws2812Chain.TickNanoseconds, highNanoseconds - 100, highNanoseconds + 100);
        Assert.InRange(low * Ws2812Chain.TickNanoseconds, lowNanoseconds - 100, lowNanoseconds + 100);
    }

    [Fact]
    public void A_letter_lies_on_the_left_and_four_nodes_on_the_right_beside_it()
    {
        Ws2812Panel panel = new(new Line());
        panel.Show(Glyphs.Of('H'));
        Assert.Equal("888888F888888800", Convert.ToHexString(panel.TakeRows()));
        panel.Show(new Pattern([1, -1, -1, 1]));
        Assert.Equal("8A8A8AF889898900", Convert.ToHexString(panel.TakeRows()));
        panel.Show(Glyphs.Of('T'));
        Assert.Equal("FA22222021212100", Convert.ToHexString(panel.TakeRows()));
    }

    [Theory]
    [InlineData(9, "E0E0E00000000000")]
    [InlineData(16, "F0F0F0F000000000")]
    [InlineData(64, "FFFFFFFFFFFFFFFF")]
    [InlineData(12, "FFF0000000000000")]
    public void Other_numbers_of_nodes_are_squares_or_rows_of_eight(int nodes, string rows)
    {
        Ws2812Panel panel = new(new Line());
        panel.ShowRows([.. Enumerable.Repeat((byte)0x55, 8)]);
        panel.Show(new Pattern([.. Enumerable.Repeat((sbyte)1, nodes)]));
        Assert.Equal(rows, Convert.ToHexString(panel.TakeRows()));
    }

    [Fact]
    public void Off_it_is_dark_and_keeps_what_it_shows()
    {
        Line line = new();
        Ws2812Panel panel = new(line);
        panel.ShowRows([1, 2, 3, 4, 5, 6, 7, 8]);
        byte[] lit = line.Ticks;
        panel.IsOn = false;
        Assert.All(line.Ticks.Where((_, i) => i % 2 == 0), high => Assert.Equal(16, high));
        panel.IsOn = true;
        Assert.Equal(lit, line.Ticks);
        Assert.Throws<ArgumentException>(() => panel.ShowRows(new byte[7]));
        Assert.Throws<ArgumentException>(() => PanelPicture.Draw(new Pattern([.. Enumerable.Repeat((sbyte)1, 65)]), new byte[8]));
    }

    private sealed class Line : IPulseLine
    {
        public byte[] Ticks { get; private set; } = [];

        public void Send(IPulseTrain pulses) =>
            Ticks = [.. Enumerable.Range(0, pulses.PulseCount).SelectMany(i => new[] { pulses.High(i), pulses.Low(i) })];
    }
}
