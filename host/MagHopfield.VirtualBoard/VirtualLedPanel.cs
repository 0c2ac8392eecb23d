using MagHopfield.Instrument.Display;
using MagHopfield.Shared;

namespace MagHopfield.VirtualBoard;

/// <summary>A panel of LEDs that remembers what it shows.</summary>
public sealed class VirtualLedPanel : ILedPanel
{
    /// <summary>Raised after the panel has changed, with what it shows.</summary>
    public event Action<Pattern>? Shown;

    /// <summary>The pattern it shows, or null before the first.</summary>
    public Pattern? Pattern { get; private set; }

    /// <inheritdoc/>
    public void Show(Pattern pattern)
    {
        Pattern = pattern;
        Shown?.Invoke(pattern);
    }
}
