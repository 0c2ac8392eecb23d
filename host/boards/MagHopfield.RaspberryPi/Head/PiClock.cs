using System.Diagnostics;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.RaspberryPi.Head;

/// <summary>Time by the machine's monotonic clock. Whoever waits is alive.</summary>
/// <param name="alive">Called at least once a second of waiting.</param>
public sealed class PiClock(Action alive) : IBoardClock
{
    // A sleep may last a tick longer than asked, so short waits are spent looking at the clock.
    private const int LongestSpin = 2000;
    private const int LongestSleep = 1000;
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public long Microseconds => (long)Stopwatch.GetElapsedTime(_start).TotalMicroseconds;

    /// <inheritdoc/>
    public void Wait(int microseconds)
    {
        long end = Microseconds + microseconds;
        alive();
        for (long left = microseconds; left > LongestSpin; left = end - Microseconds)
        {
            Thread.Sleep((int)Math.Min(LongestSleep, (left - LongestSpin + 999) / 1000));
            alive();
        }

        while (Microseconds < end)
            Thread.SpinWait(20);
    }
}
