using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Sheets;

/// <summary>Builds the board of hardware/board.md, sheet by sheet.</summary>
public static class BoardDesigner
{
    /// <summary>Nodes that the ESP32's own pins serve.</summary>
    public const int Nodes = 4;

    /// <summary>The board with four nodes.</summary>
    public static BoardDesign FourNodes()
    {
        BoardDesign design = new();
        ControllerSheet.AddTo(design);
        AdcSheet.AddTo(design);
        NodeSheet.AddTo(design, Nodes);
        PulseSheet.AddTo(design, Nodes);
        SupplySheet.AddTo(design);
        OperatorSheet.AddTo(design);
        ControllerSheet.AddMemoryTo(design);
        PulseSheet.AddRestTo(design, Nodes);
        AdcSheet.AddMonitorTo(design, Nodes);
        return design;
    }
}
