using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>Bipolar transistors and the MOSFET: control left, current from top to bottom or up.</summary>
internal static class TransistorSymbol
{
    public static Symbol Of(Part part)
    {
        bool mosfet = part.Item.PartNumber.StartsWith("2N", StringComparison.Ordinal);
        bool pnp = part.Item.Value == "MMBT3906";

        // Pin 2 is emitter or source, pin 3 collector or drain.
        double second = pnp ? 7.62 : -7.62;
        List<(double, double)[]> strokes = mosfet
            ?
            [
                [(-5.08, 0), (-1.27, 0)],
                [
                    (-1.27, 2.54), (-1.27, -2.54),
                ], [(0, 2.54), (0, 1.27)], [(0, 0.635), (0, -0.635)], [(0, -1.27), (0, -2.54)],
                [(0, 1.905), (2.54, 1.905), (2.54, 5.08)],
                [
                    (0, -1.905), (2.54, -1.905), (2.54, -5.08),
                ], [(2.54, -1.905), (2.54, 0), (0, 0)], [(1.27, 0.635), (0.127, 0), (1.27, -0.635)],
            ]
            : pnp
            ?
            [
                [(-5.08, 0), (0, 0)], [(0, 2.54), (0, -2.54)], [(0, 0.635), (2.54, 2.54), (2.54, 5.08)],
                [
                    (0, -0.635), (2.54, -2.54), (2.54, -5.08),
                ],
                [(1.905, 1.27), (0.762, 1.208), (1.27, 2.286)],
            ]
            :
            [
                [(-5.08, 0), (0, 0)], [(0, 2.54), (0, -2.54)], [(0, 0.635), (2.54, 2.54), (2.54, 5.08)],
                [
                    (0, -0.635), (2.54, -2.54), (2.54, -5.08),
                ],
                [(1.27, -2.286), (2.286, -2.35), (1.905, -1.27)],
            ];
        return new Symbol(
            false,
            5.08,
            5.08,
            [
                new SymbolPin(part.Pin("1"), -7.62, 0, PinSide.Left),
                new SymbolPin(part.Pin("2"), 2.54, second, second > 0 ? PinSide.Top : PinSide.Bottom),
                new SymbolPin(part.Pin("3"), 2.54, -second, second > 0 ? PinSide.Bottom : PinSide.Top),
            ],
            strokes);
    }
}
