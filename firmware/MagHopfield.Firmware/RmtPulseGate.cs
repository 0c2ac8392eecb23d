using System;
using MagHopfield.Instrument.Board;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Hardware.Esp32.Rmt;

namespace MagHopfield.Firmware;

/// <summary>
/// PULSE_EN by the RMT peripheral: the width is counted in hardware from the 80 MHz clock, never by the interpreter. The line rests low.
/// </summary>
internal sealed class RmtPulseGate : IPulseGate
{
    // 80 MHz / 80 = 1 µs a tick; a command holds 15 bits of them.
    private const byte ClockDivider = 80;
    private const int MaximumTicks = 32767;

    // Below this the ADC's one reading might come after the pulse.
    private const int ShortestSeen = 150;
    private const int LongestDelay = 100000;

    private readonly TransmitterChannel _channel;
    private readonly AdcPowerMonitor _monitor;

    public RmtPulseGate(int pin, AdcPowerMonitor monitor)
    {
        _monitor = monitor;
        TransmitChannelSettings settings = new TransmitChannelSettings(pin);
        settings.ClockDivider = ClockDivider;
        settings.EnableCarrierWave = false;
        settings.EnableLooping = false;
        settings.EnableIdleLevelOutput = true;
        settings.IdleLevel = false;
        _channel = new TransmitterChannel(settings);
    }

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
        if (widthMicroseconds < ShortestSeen)
        {
            _channel.Send(true);
            return;
        }

        // The peripheral ends the pulse by itself, whatever happens here.
        _channel.Send(false);
        try
        {
            _monitor.SeePulse();
        }
        finally
        {
            AwaitEnd(widthMicroseconds);
        }
    }

    private void AwaitEnd(int widthMicroseconds)
    {
        ulong latest = HighResTimer.GetCurrent() + (ulong)(widthMicroseconds + LongestDelay);
        while (!_channel.IsChannelIdle)
        {
            if (HighResTimer.GetCurrent() > latest)
            {
                throw new InvalidOperationException("The pulse gate does not say that its pulse has ended.");
            }
        }
    }
}
