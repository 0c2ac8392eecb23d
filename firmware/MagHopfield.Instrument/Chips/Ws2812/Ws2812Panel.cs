using System;
using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.Ports;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Chips.Ws2812;

/// <summary>A panel of 8×8 WS2812B LEDs, chained row by row from the top left, each row from left to right.</summary>
public sealed class Ws2812Panel : ILetterPanel
{
    /// <summary>Level of green of a lit LED, an eighth of full brightness: about 2.5 mA a LED.</summary>
    public const byte Brightness = 0x20;

    private const int Side = PanelPicture.Side;

    private readonly Ws2812Chain _chain;
    private readonly byte[] _rows = new byte[Side];
    private bool _isOn = true;

    /// <summary>A panel; nothing is sent until something is shown.</summary>
    /// <param name="line">Line to its first LED.</param>
    public Ws2812Panel(IPulseLine line)
    {
        _chain = new Ws2812Chain(line, Side * Side);
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
            throw new ArgumentException("The panel has 8 rows, given were " + rows.Length.ToString() + ".");

        Array.Copy(rows, _rows, Side);
        Light();
    }

    /// <inheritdoc/>
    public byte[] TakeRows()
    {
        byte[] rows = new byte[Side];
        Array.Copy(_rows, rows, Side);
        return rows;
    }

    private void Light()
    {
        for (int led = 0; led < _chain.Count; led++)
        {
            bool lit = _isOn && (_rows[led / Side] & (0x80 >> (led % Side))) != 0;
            _chain.Set(led, 0, lit ? Brightness : (byte)0, 0);
        }

        _chain.Send();
    }
}
