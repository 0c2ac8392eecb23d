using MagHopfield.Instrument.Ws2812;
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
    private byte[] _items = new byte[0];
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

    public void Send(byte[] ticks)
    {
        if (_items.Length != 2 * ticks.Length)
        {
            _items = new byte[2 * ticks.Length];
        }

        for (int i = 0; i < ticks.Length; i++)
        {
            _items[2 * i] = ticks[i];
            _items[(2 * i) + 1] = i % 2 == 0 ? High : (byte)0;
        }

        while (HighResTimer.GetCurrent() < _end + Ws2812Chain.RestMicroseconds)
        {
        }

        _channel.SendData(_items, true);
        _end = HighResTimer.GetCurrent();
    }
}
