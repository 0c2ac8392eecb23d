using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>The pulse driver: inputs left, output right, supplies above and below.</summary>
internal static class AmplifierSymbol
{
    public static Symbol Of(Part part) => new(
        true,
        12.7,
        15.24,
        [
            Symbol.At(part, "4", -15.24, 5.08, PinSide.Left), Symbol.At(part, "3", -15.24, -5.08, PinSide.Left),
            Symbol.At(part, "8", 15.24, 0, PinSide.Right), Symbol.At(part, "7", 15.24, -7.62, PinSide.Right),
            Symbol.At(part, "9", 2.54, 17.78, PinSide.Top),
            Symbol.At(
                part,
                "1",
                -10.16,
                -17.78,
                PinSide.Bottom), Symbol.At(part, "2", -5.08, -17.78, PinSide.Bottom), Symbol.At(part, "10", 0, -17.78, PinSide.Bottom),
            Symbol.At(part, "5", 5.08, -17.78, PinSide.Bottom), Symbol.At(part, "6", 10.16, -17.78, PinSide.Bottom),
        ],
        [[(-5.08, 6.35), (-5.08, -6.35), (6.35, 0), (-5.08, 6.35)]]);
}
