using System.Threading;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Scpi;
using nanoFramework.Hardware.Esp32;

namespace MagHopfield.Firmware;

/// <summary>
/// The ESP32's 64-bit microsecond timer, for the board and, with the date that a client sets, for SCPI. Whoever waits is alive.
/// </summary>
internal sealed class Esp32Clock : IBoardClock, IInstrumentClock
{
    // A sleep may last a tick of the scheduler longer than asked, so short waits are spent looking at the timer.
    private const int LongestSpin = 20000;
    private const int LongestSleep = 1000;

    private readonly Watchdog _watchdog;
    private long _start;

    public Esp32Clock(Watchdog watchdog)
    {
        _watchdog = watchdog;
    }

    public long Microseconds => (long)HighResTimer.GetCurrent();

    public long Milliseconds => Microseconds / 1000;

    public long UnixSeconds => _start == 0 ? 0 : _start + Milliseconds / 1000;

    public void SetUnixSeconds(long value) => _start = value - Milliseconds / 1000;

    public void Wait(int microseconds)
    {
        long end = Microseconds + microseconds;
        _watchdog.Feed();
        long left = microseconds;
        while (left > LongestSpin)
        {
            long sleep = (left - LongestSpin) / 1000 + 1;
            Thread.Sleep(sleep < LongestSleep ? (int)sleep : LongestSleep);
            _watchdog.Feed();
            left = end - Microseconds;
        }

        while (Microseconds < end)
        {
        }
    }
}
