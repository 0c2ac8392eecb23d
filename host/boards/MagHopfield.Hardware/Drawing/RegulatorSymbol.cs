using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>A regulator: input left, output right, ground or adjustment below.</summary>
internal static class RegulatorSymbol
{
    /// <summary>Whether a part is one.</summary>
    public static bool Fits(Part part) => part.Pins.Count == 3 && part.Pins.Any(p => p.Name == "IN") && part.Pins.Any(p => p.Name == "OUT");

    public static Symbol Of(Part part) => new(
        true,
        7.62,
        5.08,
        [
            .. part.Pins.Select(p => p.Name switch
            {
                "IN" => new SymbolPin(p, -10.16, 0, PinSide.Left),
                "OUT" => new SymbolPin(p, 10.16, 0, PinSide.Right),
                _ => new SymbolPin(p, 0, -7.62, PinSide.Bottom),
            }),
        ],
        []);
}
