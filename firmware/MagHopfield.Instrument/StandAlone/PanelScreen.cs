using MagHopfield.Instrument.Ports;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.StandAlone;

/// <summary>The demo's screen on a panel of 8×8: letters on the left, the four nodes of the film on the right.</summary>
public sealed class PanelScreen : IDemoScreen
{
    private readonly ILetterPanel _panel;
    private readonly DemoText _say;

    /// <summary>A screen on a panel.</summary>
    /// <param name="panel">Panel.</param>
    /// <param name="say">Takes the lines of text.</param>
    public PanelScreen(ILetterPanel panel, DemoText say)
    {
        _panel = panel;
        _say = say;
    }

    /// <inheritdoc/>
    public bool HasPanel => true;

    /// <inheritdoc/>
    public void ShowNodes(Pattern pattern) => _panel.Show(pattern);

    /// <inheritdoc/>
    public void ShowPicture(Pattern picture) => _panel.Show(picture);

    /// <inheritdoc/>
    public void Say(string text) => _say(text);
}
