using MagHopfield.Shared;

namespace MagHopfield.Instrument.Ports;

/// <summary>A panel with one LED a node, row by row.</summary>
public interface ILedPanel
{
    /// <summary>Lights the LED of each + node and darkens that of each − node.</summary>
    void Show(Pattern pattern);
}
