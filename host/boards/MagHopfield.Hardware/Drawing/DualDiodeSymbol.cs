using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>Two diodes in series that clamp their middle against two supplies.</summary>
internal static class DualDiodeSymbol
{
    public static Symbol Of(Part part) => new(
        false,
        2.54,
        5.08,
        [
            Symbol.At(part, "3", -5.08, 0, PinSide.Left), Symbol.At(part, "2", 0, 7.62, PinSide.Top), Symbol.At(
                part, "1", 0, -7.62, PinSide.Bottom),
        ],
        [
            [(-2.54, 0), (0, 0)], [(0, 5.08), (0, -5.08)],
            [(-1.27, 3.81), (1.27, 3.81)], [(-1.27, 1.27), (1.27, 1.27), (0, 3.81), (-1.27, 1.27)],
            [(-1.27, -1.27), (1.27, -1.27)], [(-1.27, -3.81), (1.27, -3.81), (0, -1.27), (-1.27, -3.81)],
        ]);
}
