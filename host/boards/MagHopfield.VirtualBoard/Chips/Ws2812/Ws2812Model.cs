using MagHopfield.Instrument.Chips.Ws2812;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.VirtualBoard.Chips.Ws2812;

/// <summary>
/// A chain of WS2812B LEDs behind a line of pulses. Each LED takes 24 bits after a rest and hands on the others; a pulse whose times are
/// not those of a bit ends what the chain takes until the next rest.
/// </summary>
/// <param name="count">Number of LEDs.</param>
public sealed class Ws2812Model(int count) : IPulseLine
{
    private const int BitsPerLed = 24;

    // WS2812B data sheet: ±150 ns about 400/850 ns for a 0 and 800/450 ns for a 1.
    private const int ToleranceNanoseconds = 150;

    /// <summary>Colour of each LED as 0xRRGGBB, the first of the chain first.</summary>
    public int[] Colours { get; } = new int[count];

    /// <summary>Pictures that have arrived.</summary>
    public long Pictures { get; private set; }

    /// <summary>Pulses that were no bit.</summary>
    public long BadPulses { get; private set; }

    /// <inheritdoc/>
    public void Send(IPulseTrain pulses)
    {
        int bits = 0;
        int colour = 0;
        for (int i = 0; i < pulses.PulseCount; i++)
        {
            int? bit = Bit(pulses.High(i) * Ws2812Chain.TickNanoseconds, pulses.Low(i) * Ws2812Chain.TickNanoseconds);
            if (bit is null)
            {
                BadPulses++;
                break;
            }

            colour = (colour << 1) | bit.Value;
            bits++;
            if (bits % BitsPerLed != 0)
                continue;

            // Past the last LED the bits leave the chain.
            int led = (bits / BitsPerLed) - 1;
            if (led < count)
                Colours[led] = ((colour >> 8) & 0xFF) << 16 | ((colour >> 16) & 0xFF) << 8 | (colour & 0xFF);

            colour = 0;
        }

        Pictures++;
    }

    private static int? Bit(int high, int low) =>
        IsNear(high, 400) && IsNear(low, 850) ? 0 : IsNear(high, 800) && IsNear(low, 450) ? 1 : null;

    private static bool IsNear(int nanoseconds, int typical) => Math.Abs(nanoseconds - typical) <= ToleranceNanoseconds;
}
