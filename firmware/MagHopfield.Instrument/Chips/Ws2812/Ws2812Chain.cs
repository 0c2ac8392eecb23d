using System;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.Instrument.Chips.Ws2812;

/// <summary>
/// A chain of WS2812B LEDs. A LED takes the first 24 bits after a rest, in the order green, red, blue, highest bit first, hands on all
/// that follow, and lights when the line rests. A bit is a pulse: short for 0, long for 1.
/// </summary>
public sealed class Ws2812Chain : IPulseTrain
{
    /// <summary>Length of a tick of <see cref="IPulseLine"/> in nanoseconds.</summary>
    public const int TickNanoseconds = 25;

    /// <summary>
    /// The line must rest low for longer than 280 µs before a chain takes what it got (WS2812B-V5; 50 µs for older ones).
    /// </summary>
    public const int RestMicroseconds = 300;

    private const int ColourBytes = 3;
    private const int BitsPerByte = 8;

    // Data sheet: 0 is 0.4 µs high and 0.85 µs low, 1 is 0.8 µs high and 0.45 µs low, each ±0.15 µs.
    private const byte ZeroHigh = 16;
    private const byte ZeroLow = 34;
    private const byte OneHigh = 32;
    private const byte OneLow = 18;

    private readonly IPulseLine _line;
    private readonly byte[] _colours;

    /// <summary>A chain; nothing is sent yet.</summary>
    /// <param name="line">Line to the first LED.</param>
    /// <param name="count">Number of LEDs, 1 or more.</param>
    public Ws2812Chain(IPulseLine line, int count)
    {
        if (count < 1)
            throw new ArgumentOutOfRangeException("count", "A chain has at least one LED, asked for " + count.ToString() + ".");

        _line = line;
        Count = count;
        _colours = new byte[count * ColourBytes];
    }

    /// <summary>Number of LEDs.</summary>
    public int Count { get; }

    /// <inheritdoc/>
    public int PulseCount => _colours.Length * BitsPerByte;

    /// <summary>Gives a LED its colour, which it shows after the next <see cref="Send"/>.</summary>
    /// <param name="led">0 … <see cref="Count"/> − 1, the first of the chain first.</param>
    /// <param name="red">0 … 255.</param>
    /// <param name="green">0 … 255.</param>
    /// <param name="blue">0 … 255.</param>
    public void Set(int led, byte red, byte green, byte blue)
    {
        _colours[led * ColourBytes] = green;
        _colours[led * ColourBytes + 1] = red;
        _colours[led * ColourBytes + 2] = blue;
    }

    /// <summary>Sends all colours.</summary>
    public void Send() => _line.Send(this);

    /// <inheritdoc/>
    public byte High(int pulse) => IsOne(pulse) ? OneHigh : ZeroHigh;

    /// <inheritdoc/>
    public byte Low(int pulse) => IsOne(pulse) ? OneLow : ZeroLow;

    private bool IsOne(int pulse) => (_colours[pulse / BitsPerByte] & (0x80 >> (pulse % BitsPerByte))) != 0;
}
