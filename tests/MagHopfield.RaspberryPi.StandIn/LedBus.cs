using System.Device.Spi;
using MagHopfield.Instrument.Chips.Ws2812;
using MagHopfield.Instrument.Ports;
using MagHopfield.VirtualBoard.Chips.Ws2812;
using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.RaspberryPi.StandIn;

/// <summary>The LED bus: levels of its data line as pulses for the chain's model.</summary>
/// <param name="settings">What it was opened with.</param>
/// <param name="bufferBytes">spidev.bufsiz.</param>
/// <param name="clock">Time on the board.</param>
/// <param name="leds">The chain.</param>
public sealed class LedBus(
    SpiConnectionSettings settings, int bufferBytes, VirtualClock clock, Ws2812Model leds) : StandInBus(settings, bufferBytes)
{
    private const double BitPeriod = 1250;

    /// <inheritdoc/>
    protected override void Exchange(ReadOnlySpan<byte> mosi, Span<byte> miso)
    {
        double bit = 1e9 / ConnectionSettings.ClockFrequency;
        List<byte> ticks = [];
        int high = 0;
        int low = 0;
        for (int i = 0; i < 8 * mosi.Length; i++)
        {
            bool one = (mosi[i / 8] & (0x80 >> (i % 8))) != 0;
            if (one && low > 0 && high > 0)
            {
                Add(ticks, high * bit, low * bit);
                (high, low) = (0, 0);
            }

            high += one ? 1 : 0;
            low += one || high == 0 ? 0 : 1;
        }

        // The last bit ends with the rest of the line.
        Add(ticks, high * bit, Math.Min(low * bit, BitPeriod - (high * bit)));
        leds.Send(new Ticks(ticks));
        clock.Advance(Nanoseconds(8L * mosi.Length));
        miso.Clear();
    }

    private static void Add(List<byte> ticks, double high, double low)
    {
        ticks.Add((byte)Math.Min(255, Math.Round(high / Ws2812Chain.TickNanoseconds)));
        ticks.Add((byte)Math.Min(255, Math.Round(low / Ws2812Chain.TickNanoseconds)));
    }

    private sealed class Ticks(List<byte> ticks) : IPulseTrain
    {
        public int PulseCount => ticks.Count / 2;

        public byte High(int pulse) => ticks[2 * pulse];

        public byte Low(int pulse) => ticks[(2 * pulse) + 1];
    }
}
