using MagHopfield.Instrument.Chips.Ws2812;
using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.Ports;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Chips.Ws2812;

namespace MagHopfield.VirtualBoard;

/// <summary>The board's panel: the firmware's own driver, the LEDs behind it, and the pattern that was shown last.</summary>
public sealed class VirtualLedPanel : ILetterPanel
{
    private readonly Ws2812Panel _panel;

    /// <summary>A dark panel.</summary>
    public VirtualLedPanel() => _panel = new Ws2812Panel(Leds);

    /// <summary>Raised after a pattern was shown.</summary>
    public event Action<Pattern>? Shown;

    /// <summary>The LEDs, row by row.</summary>
    public Ws2812Model Leds { get; } = new(PanelPicture.Side * PanelPicture.Side);

    /// <summary>The pattern that was shown last, or null before the first.</summary>
    public Pattern? Pattern { get; private set; }

    /// <inheritdoc/>
    public bool IsOn
    {
        get => _panel.IsOn;
        set => _panel.IsOn = value;
    }

    /// <inheritdoc/>
    public void Show(Pattern pattern)
    {
        _panel.Show(pattern);
        Pattern = pattern;
        Shown?.Invoke(pattern);
    }

    /// <inheritdoc/>
    public void ShowRows(byte[] rows) => _panel.ShowRows(rows);

    /// <inheritdoc/>
    public byte[] TakeRows() => _panel.TakeRows();

    /// <summary>What the LEDs show: eight lines of ● and ·.</summary>
    public IReadOnlyList<string> Draw() =>
        [.. Leds.Colours.Chunk(PanelPicture.Side).Select(row => string.Concat(row.Select(colour => colour != 0 ? '●' : '·')))];
}
