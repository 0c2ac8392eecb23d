using System.Diagnostics;
using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.Shared;
using nanoFramework.Hardware.Esp32.Rmt;

namespace MagHopfield.Firmware;

/// <summary>
/// WS2812B LEDs on a channel of the RMT peripheral: one a node, row by row, then an 8×8 panel, row by row, if there is one. Each bit is a
/// high and a low time (WS2812B data sheet: 0 is 0.4 µs and 0.85 µs, 1 is 0.8 µs and 0.45 µs, each ±0.15 µs), 24 bits a LED in the order
/// green, red, blue.
/// </summary>
internal sealed class Ws2812Panel : ILedPanel, IDemoScreen
{
    // 80 MHz / 2 = 25 ns a tick.
    private const byte ClockDivider = 2;

    // Green at an eighth of full brightness: 2.5 mA a LED.
    private const int Lit = 0x200000;
    private const int Dark = 0;
    private const int Nodes = 4;
    private const int PanelSide = 8;

    private readonly TransmitterChannel _channel;
    private readonly RmtCommand _zero = new RmtCommand(16, true, 34, false);
    private readonly RmtCommand _one = new RmtCommand(32, true, 18, false);
    private readonly bool[] _lit = new bool[Nodes + PanelSide * PanelSide];

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

    public bool HasPanel => true;

    public void Show(Pattern pattern)
    {
        for (int node = 0; node < Nodes; node++)
        {
            _lit[node] = pattern[node] > 0;
        }

        Send();
    }

    public void ShowNodes(Pattern pattern) => Show(pattern);

    public void ShowPicture(Pattern picture)
    {
        for (int i = 0; i < picture.Length; i++)
        {
            int row = i / Glyphs.Columns;
            int column = i % Glyphs.Columns + 1;
            _lit[Nodes + row * PanelSide + column] = picture[i] > 0;
        }

        Send();
    }

    public void Say(string text) => Debug.WriteLine(text);

    private void Send()
    {
        _channel.ClearCommands();
        for (int led = 0; led < _lit.Length; led++)
        {
            int colour = _lit[led] ? Lit : Dark;
            for (int bit = 23; bit >= 0; bit--)
            {
                _channel.AddCommand((colour & (1 << bit)) != 0 ? _one : _zero);
            }
        }

        // The line rests low between two calls far longer than the 280 µs after which the LEDs take over what they got.
        _channel.Send(true);
    }
}
