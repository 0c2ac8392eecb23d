using System.Threading;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace MagHopfield.Firmware;

/// <summary>
/// Restarts the ESP32 where the instrument's thread has not been seen for 10 s. At a restart PULSE_EN and DAC_CLR fall low by their
/// resistors, and the firmware opens all switches before anything else. It is a timer of the interpreter: an interpreter that stands still
/// itself is up to ESP-IDF's own watchdog.
/// </summary>
internal sealed class Watchdog
{
    private const ulong LongestSilence = 10000000;
    private const int PeriodMilliseconds = 1000;

    private readonly Timer _timer;
    private ulong _seen = HighResTimer.GetCurrent();

    public Watchdog()
    {
        _timer = new Timer(Look, null, PeriodMilliseconds, PeriodMilliseconds);
    }

    public void Feed() => _seen = HighResTimer.GetCurrent();

    private void Look(object? state)
    {
        ulong now = HighResTimer.GetCurrent();
        ulong seen = _seen;
        if (now > seen && now - seen > LongestSilence)
            Power.RebootDevice();
    }
}
