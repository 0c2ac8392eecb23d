using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Ports;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Hardware.Esp32.Rmt;

namespace MagHopfield.Firmware;

/// <summary>
/// PULSE_EN by the RMT peripheral: the width is counted in hardware from the 80 MHz clock, never by the interpreter. The line rests low.
/// </summary>
/// <remarks>
/// The end of a pulse is waited for by time and by the monitor. The channel's own IsChannelIdle says that the line has an idle level, which
/// it always has, and not that nothing is sent: it is true from the first microsecond of a pulse.
/// </remarks>
internal sealed class RmtPulseGate : IPulseGate
{
    // 80 MHz / 80 = 1 µs a tick; a command holds 15 bits of them.
    private const byte ClockDivider = 80;
    private const int MaximumTicks = 32767;

    // Below this the ADC's one reading might come after the pulse.
    private const int ShortestSeen = 150;

    // The low tick behind the pulse, and what the channel may take to begin.
    private const int Margin = 20;
    private const int LongestDelay = 100000;

    private readonly TransmitterChannel _channel;

    public RmtPulseGate(int pin)
    {
        TransmitChannelSettings settings = new TransmitChannelSettings(pin);
        settings.ClockDivider = ClockDivider;
        settings.EnableCarrierWave = false;
        settings.EnableLooping = false;
        settings.EnableIdleLevelOutput = true;
        settings.IdleLevel = false;
        _channel = new TransmitterChannel(settings);
    }

    /// <summary>Sees the pulse, or null where nothing does; set before the first pulse.</summary>
    public AdcPowerMonitor? Monitor { get; set; }

    public void Fire(int widthMicroseconds)
    {
        if (widthMicroseconds < 1 || widthMicroseconds > MaximumTicks)
        {
            throw new ArgumentOutOfRangeException(
                "widthMicroseconds", "The pulse gate makes 1 to 32767 us, asked for " + widthMicroseconds.ToString() + ".");
        }

        // A duration of 0 would end the command, so one microsecond of low follows the pulse.
        _channel.ClearCommands();
        _channel.AddCommand(new RmtCommand((ushort)widthMicroseconds, true, 1, false));
        bool isSeen = Monitor != null && widthMicroseconds >= ShortestSeen;
        _channel.Send(!isSeen);

        // Counted from the return of Send: the pulse has begun by then, so it has ended when the time is over.
        ulong end = HighResTimer.GetCurrent() + (ulong)(widthMicroseconds + Margin);
        try
        {
            if (isSeen)
                Monitor!.SeePulse();
        }
        finally
        {
            while (HighResTimer.GetCurrent() < end)
            {
            }
        }

        AwaitLow(end + LongestDelay);
    }

    // The peripheral ends the pulse by itself. Where a terminal still stands at a pulse's voltage it has not, or the gate hangs.
    private void AwaitLow(ulong latest)
    {
        while (!_channel.IsChannelIdle || (Monitor != null && Monitor.SeesPulse))
        {
            if (HighResTimer.GetCurrent() > latest)
            {
                throw new InvalidOperationException(
                    "The pulse does not end: PULSE_EN or a driver stays on 0.1 s after it. Switch the board off.");
            }
        }
    }
}
