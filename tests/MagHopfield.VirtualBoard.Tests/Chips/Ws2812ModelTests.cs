using MagHopfield.Instrument.Chips.Ws2812;
using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.Ports;
using MagHopfield.VirtualBoard.Chips.Ws2812;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.VirtualBoard.Tests.Chips;

public class Ws2812ModelTests
{
    [Fact]
    public void Each_LED_takes_its_24_bits_and_hands_on_the_rest()
    {
        Ws2812Model leds = new(3);
        Ws2812Chain chain = new(leds, 4);
        chain.Set(0, 1, 2, 3);
        chain.Set(1, 255, 0, 128);
        chain.Set(2, 0, 0x20, 0);
        chain.Set(3, 9, 9, 9);
        chain.Send();
        Assert.Equal([0x010203, 0xFF0080, 0x002000], leds.Colours);
        Assert.Equal((1, 0), (leds.Pictures, leds.BadPulses));
    }

    [Theory]
    [InlineData(24, 26)]
    [InlineData(16, 60)]
    [InlineData(1, 1)]
    public void A_pulse_of_other_times_is_no_bit_and_ends_the_picture(byte high, byte low)
    {
        Ws2812Model leds = new(2);
        leds.Send(new OneOff(high, low));
        Assert.Equal([0xFFFFFF, 0], leds.Colours);
        Assert.Equal(1, leds.BadPulses);
    }

    [Fact]
    public void What_the_driver_shows_the_LEDs_show_on_the_virtual_board()
    {
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters());
        board.Panel.Show(Glyphs.Of('H'));
        board.Panel.Show(new Shared.Pattern([1, -1, -1, 1]));
        Assert.Equal(
            ["●···●·●·", "●···●·●·", "●···●·●·", "●●●●●···", "●···●··●", "●···●··●", "●···●··●", "········"], board.Panel.Draw());
        Assert.Equal(0, board.Panel.Leds.BadPulses);
        board.Panel.IsOn = false;
        Assert.All(board.Panel.Leds.Colours, colour => Assert.Equal(0, colour));
    }

    // Ones for two LEDs; the first pulse of the second LED is another.
    private sealed class OneOff(byte high, byte low) : IPulseTrain
    {
        public int PulseCount => 48;

        public byte High(int pulse) => pulse == 24 ? high : (byte)32;

        public byte Low(int pulse) => pulse == 24 ? low : (byte)18;
    }
}
