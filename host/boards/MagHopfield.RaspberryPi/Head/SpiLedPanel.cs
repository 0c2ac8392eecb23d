using System.Device.Spi;
using System.Drawing;
using Iot.Device.Ws28xx;
using MagHopfield.Instrument.Chips.Ws2812;
using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.Ports;
using MagHopfield.Shared;

namespace MagHopfield.RaspberryPi.Head;

/// <summary>The panel of 8×8 WS2812B LEDs on the data line of an SPI bus at 2.4 MHz: three bits of the bus are one of the LEDs.</summary>
public sealed class SpiLedPanel : ILetterPanel, IDisposable
{
    /// <summary>Clock of the bus in hertz.</summary>
    public const int Clock = 2_400_000;

    private const int Side = PanelPicture.Side;
    private static readonly Color Lit = Color.FromArgb(0, Ws2812Panel.Brightness, 0);

    private readonly SpiDevice _bus;
    private readonly IBoardClock _clock;
    private readonly Ws2812b _leds;
    private readonly byte[] _rows = new byte[Side];
    private long _end;
    private bool _isOn = true;

    /// <summary>A panel; nothing is sent until something is shown.</summary>
    /// <param name="bus">Bus whose data line is that of the LEDs; disposed with the panel.</param>
    /// <param name="clock">Time.</param>
    public SpiLedPanel(SpiDevice bus, IBoardClock clock)
    {
        _bus = bus;
        _clock = clock;
        _leds = new Ws2812b(bus, Side * Side);
        _end = clock.Microseconds;
    }

    /// <inheritdoc/>
    public bool IsOn
    {
        get => _isOn;
        set
        {
            _isOn = value;
            Light();
        }
    }

    /// <inheritdoc/>
    public void Show(Pattern pattern)
    {
        PanelPicture.Draw(pattern, _rows);
        Light();
    }

    /// <inheritdoc/>
    public void ShowRows(byte[] rows)
    {
        if (rows.Length != Side)
            throw new ArgumentException($"The panel has 8 rows, given were {rows.Length}.");

        rows.CopyTo(_rows, 0);
        Light();
    }

    /// <inheritdoc/>
    public byte[] TakeRows() => [.. _rows];

    /// <summary>Closes the bus; the LEDs keep what they show.</summary>
    public void Dispose() => _bus.Dispose();

    private void Light()
    {
        for (int led = 0; led < Side * Side; led++)
        {
            bool lit = _isOn && (_rows[led / Side] & (0x80 >> (led % Side))) != 0;
            _leds.Image.SetPixel(led, 0, lit ? Lit : Color.Black);
        }

        // The chain takes what it got when the line has rested.
        long rest = _end + Ws2812Chain.RestMicroseconds - _clock.Microseconds;
        if (rest > 0)
            _clock.Wait((int)rest);

        _leds.Update();
        _end = _clock.Microseconds;
    }
}
