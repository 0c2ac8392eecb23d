using System.Globalization;
using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>
/// Eight contacts one below the other, supplies and bus under them. On a node's chip the contacts stand in the order of their nets (sense
/// lead, board side, film side), on the pulse switch by number.
/// </summary>
internal static class OctalSwitchSymbol
{
    private const double HalfWidth = 15.24;
    private const double HalfHeight = 35.56;
    private const double Row = 5.08;

    private static readonly string[] Bus = ["15", "14", "27", "13", "25", "26", "20"];
    private static readonly string[] Supply = ["10", "30", "5", "31", "11", "29", "12", "28"];

    /// <summary>Height of a contact above the middle.</summary>
    /// <param name="row">Row from the top, 0 … 7.</param>
    public static double Height(int row) => HalfHeight - Row - (Row * row);

    /// <summary>Row of a contact of a node's chip.</summary>
    /// <param name="number">1 for SW1.</param>
    public static int NodeRow(int number) => Array.IndexOf((int[])[3, 4, 1, 2, 5, 6, 7, 8], number);

    public static Symbol Of(Part part)
    {
        List<SymbolPin> pins = [];
        List<(double, double)[]> strokes = [];
        bool node = part.Item.PartNumber.StartsWith("ADGS1414D", StringComparison.Ordinal);
        for (int n = 1; n <= 8; n++)
        {
            int row = node ? NodeRow(n) : n - 1;
            double y = Height(row);
            string number = n.ToString(CultureInfo.InvariantCulture);
            pins.Add(new SymbolPin(part.Pins.Single(p => p.Name == "S" + number), -HalfWidth - Symbol.PinLength, y, PinSide.Left));
            pins.Add(new SymbolPin(part.Pins.Single(p => p.Name == "D" + number), HalfWidth + Symbol.PinLength, y, PinSide.Right));
            strokes.Add([(-9.525, y), (-2.54, y), (2.032, y + 2.032)]);
            strokes.Add([(2.54, y), (9.525, y)]);
        }

        for (int i = 0; i < Bus.Length; i++)
            pins.Add(Symbol.At(part, Bus[i], -HalfWidth - Symbol.PinLength, -12.7 - (i * Symbol.Pitch), PinSide.Left));

        for (int i = 0; i < Supply.Length; i++)
            pins.Add(Symbol.At(part, Supply[i], HalfWidth + Symbol.PinLength, -12.7 - (i * Symbol.Pitch), PinSide.Right));

        return new Symbol(true, HalfWidth, HalfHeight, pins, strokes);
    }
}
