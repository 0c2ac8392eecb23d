using MagHopfield.Instrument.Ports;

namespace MagHopfield.VirtualBoard.Parts;

/// <summary>Simulated time of the board: it runs by SPI traffic, pulses and waiting, and by nothing else.</summary>
public sealed class VirtualClock : IBoardClock
{
    private long _nanoseconds;

    /// <summary>Time since start in nanoseconds.</summary>
    public long Nanoseconds => Interlocked.Read(ref _nanoseconds);

    /// <summary>Time since start in seconds.</summary>
    public double Seconds => Nanoseconds * 1e-9;

    /// <inheritdoc/>
    public long Microseconds => Nanoseconds / 1000;

    /// <inheritdoc/>
    public void Wait(int microseconds)
    {
        if (microseconds < 0)
            throw new ArgumentOutOfRangeException(nameof(microseconds), $"A wait of {microseconds} µs is negative; give 0 or more.");

        Advance(microseconds * 1000L);
    }

    /// <summary>Lets time pass.</summary>
    /// <param name="nanoseconds">0 or more.</param>
    public void Advance(long nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds);
        Interlocked.Add(ref _nanoseconds, nanoseconds);
    }
}
