using System;

namespace MagHopfield.Instrument.Ws2812;

/// <summary>
/// A chain of WS2812B LEDs. A LED takes the first 24 bits after a rest, in the order green, red, blue, highest bit first, hands on all
/// that follow, and lights when the line rests. A bit is a pulse: short for 0, long for 1.
/// </summary>
public sealed class Ws2812Chain
{
    /// <summary>Length of a tick of <see cref="IPulseLine"/> in nanoseconds.</summary>
    public const int TickNanoseconds = 25;

    /// <summary>The line must rest low for longer than 280 µs before a chain takes what it got (WS2812B-V5; 50 µs for older ones).</summary>
    public const int RestMicroseconds = 300;

    private const int BitsPerLed = 24;

    // Data sheet: 0 is 0.4 µs high and 0.85 µs low, 1 is 0.8 µs high and 0.45 µs low, each ±0.15 µs.
    private const byte ZeroHigh = 16;
    private const byte ZeroLow = 34;
    private const byte OneHigh = 32;
    private const byte OneLow = 18;

    private readonly IPulseLine _line;
    private readonly byte[] _ticks;

    /// <summary>A chain; nothing is sent yet.</summary>
    /// <param name="line">Line to the first LED.</param>
    /// <param name="count">Number of LEDs, 1 or more.</param>
    public Ws2812Chain(IPulseLine line, int count)
    {
        if (count < 1)
        {
            throw new ArgumentOutOfRangeException("count", "A chain has at least one LED, asked for " + count.ToString() + ".");
        }

        _line = line;
        Count = count;
        _ticks = new byte[count * BitsPerLed * 2];
        for (int led = 0; led < count; led++)
        {
            Set(led, 0, 0, 0);
        }
    }

    /// <summary>Number of LEDs.</summary>
    public int Count { get; }

    /// <summary>Gives a LED its colour, which it shows after the next <see cref="Send"/>.</summary>
    /// <param name="led">0 … <see cref="Count"/> − 1, the first of the chain first.</param>
    /// <param name="red">0 … 255.</param>
    /// <param name="green">0 … 255.</param>
    /// <param name="blue">0 … 255.</param>
    public void Set(int led, byte red, byte green, byte blue)
    {
        int colour = (green << 16) | (red << 8) | blue;
        int at = led * BitsPerLed * 2;
        for (int bit = BitsPerLed - 1; bit >= 0; bit--)
        {
            bool one = (colour & (1 << bit)) != 0;
            _ticks[at++] = one ? OneHigh : ZeroHigh;
            _ticks[at++] = one ? OneLow : ZeroLow;
        }
    }

    /// <summary>Sends all colours.</summary>
    public void Send() => _line.Send(_ticks);
}
