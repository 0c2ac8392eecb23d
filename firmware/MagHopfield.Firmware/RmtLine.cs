using MagHopfield.Instrument.Chips.Ws2812;
using MagHopfield.Instrument.Ports;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Hardware.Esp32.Rmt;

namespace MagHopfield.Firmware;

/// <summary>
/// A line of pulses by the RMT peripheral, for the LEDs. A pulse goes to it as four bytes: 15 bits of ticks and the level, twice
/// (rmt_item32_t, lowest byte first).
/// </summary>
internal sealed class RmtLine : IPulseLine
{
    // 80 MHz / 2 = 25 ns a tick.
    private const byte ClockDivider = 2;
    private const byte High = 0x80;

    private readonly TransmitterChannel _channel;
    private ulong _end;

    public RmtLine(int pin)
    {
        TransmitChannelSettings settings = new TransmitChannelSettings(pin);
        settings.ClockDivider = ClockDivider;
        settings.EnableCarrierWave = false;
        settings.EnableLooping = false;
        settings.EnableIdleLevelOutput = true;
        settings.IdleLevel = false;
        _channel = new TransmitterChannel(settings);
    }

    public void Send(IPulseTrain pulses)
    {
        byte[] items = new byte[4 * pulses.PulseCount];
        for (int i = 0; i < pulses.PulseCount; i++)
        {
            items[4 * i] = pulses.High(i);
            items[(4 * i) + 1] = High;
            items[(4 * i) + 2] = pulses.Low(i);
        }

        while (HighResTimer.GetCurrent() < _end + Ws2812Chain.RestMicroseconds)
        {
        }

        _channel.SendData(items, true);
        _end = HighResTimer.GetCurrent();
    }
}
