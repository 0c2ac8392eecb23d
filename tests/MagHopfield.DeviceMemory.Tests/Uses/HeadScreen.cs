using MagHopfield.DeviceMemory.Tests.Recording;
using MagHopfield.Instrument.StandAlone;

namespace MagHopfield.DeviceMemory.Tests.Uses;

/// <summary>What the head's Main makes beside the instrument for the demo: reader of the buttons, screen, demo.</summary>
[StandsForHead]
internal sealed class HeadScreen(PanelScreen screen)
{
    public ButtonReader Buttons { get; } = new();

    public PanelScreen Screen { get; } = screen;

    public StandAloneDemo? Demo { get; set; }
}
