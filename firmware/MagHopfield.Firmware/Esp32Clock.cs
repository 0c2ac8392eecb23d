using System.Threading;
using MagHopfield.Instrument.Board;
using nanoFramework.Hardware.Esp32;

namespace MagHopfield.Firmware;

/// <summary>The ESP32's 64-bit microsecond timer.</summary>
internal sealed class Esp32Clock : IBoardClock
{
    // A sleep may last a tick of the scheduler longer than asked, so short waits are spent looking at the timer.
    private const int LongestSpin = 20000;

    public long Microseconds => (long)HighResTimer.GetCurrent();

    public void Wait(int microseconds)
    {
        long end = Microseconds + microseconds;
        if (microseconds > LongestSpin)
        {
            Thread.Sleep((microseconds - LongestSpin) / 1000);
        }

        while (Microseconds < end)
        {
        }
    }
}
