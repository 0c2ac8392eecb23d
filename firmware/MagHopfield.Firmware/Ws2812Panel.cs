using MagHopfield.Instrument.Display;
using MagHopfield.Shared;
using nanoFramework.Hardware.Esp32.Rmt;

namespace MagHopfield.Firmware;

/// <summary>
/// WS2812B LEDs, one a node, row by row, on a channel of the RMT peripheral: each bit is a high and a low time (WS2812B data sheet: 0 is
/// 0.4 µs and 0.85 µs, 1 is 0.8 µs and 0.45 µs, each ±0.15 µs), 24 bits a LED in the order green, red, blue.
/// </summary>
internal sealed class Ws2812Panel : ILedPanel
{
    // 80 MHz / 2 = 25 ns a tick.
    private const byte ClockDivider = 2;

    // Green at an eighth of full brightness: 2.5 mA a LED.
    private const int Lit = 0x200000;
    private const int Dark = 0;

    private readonly TransmitterChannel _channel;
    private readonly RmtCommand _zero = new RmtCommand(16, true, 34, false);
    private readonly RmtCommand _one = new RmtCommand(32, true, 18, false);

    public Ws2812Panel(int pin)
    {
        TransmitChannelSettings settings = new TransmitChannelSettings(pin);
        settings.ClockDivider = ClockDivider;
        settings.EnableCarrierWave = false;
        settings.EnableLooping = false;
        settings.EnableIdleLevelOutput = true;
        settings.IdleLevel = false;
        _channel = new TransmitterChannel(settings);
    }

    public void Show(Pattern pattern)
    {
        _channel.ClearCommands();
        for (int node = 0; node < pattern.Length; node++)
        {
            int colour = pattern[node] > 0 ? Lit : Dark;
            for (int bit = 23; bit >= 0; bit--)
            {
                _channel.AddCommand((colour & (1 << bit)) != 0 ? _one : _zero);
            }
        }

        // The line rests low between two calls far longer than the 280 µs after which the LEDs take over what they got.
        _channel.Send(true);
    }
}
