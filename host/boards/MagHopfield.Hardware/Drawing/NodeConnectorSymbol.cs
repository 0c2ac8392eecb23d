using System.Globalization;
using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>Connectors of film and gold: a tall bar whose pins stand at the height of the nodes' cells.</summary>
internal static class NodeConnectorSymbol
{
    /// <summary>Distance of two cells on the sheet of the nodes.</summary>
    public const double Cell = 86.36;

    private const double HalfWidth = 5.08;

    /// <summary>Height above the middle of the cell of a node.</summary>
    /// <param name="node">1 for the first.</param>
    /// <param name="nodes">Nodes N.</param>
    public static double CellHeight(int node, int nodes) => (((nodes - 1) / 2.0) - (node - 1)) * Cell;

    public static Symbol Film(Part part)
    {
        int nodes = (part.Pins.Count / 2) - 1;
        double half = (nodes * Cell / 2) + 2.54;
        List<SymbolPin> pins = [];
        for (int k = 1; k <= nodes; k++)
        {
            pins.Add(At(part, $"S{Text(k)}", CellHeight(k, nodes) + OctalSwitchSymbol.Height(0)));
            pins.Add(At(part, $"F{Text(k)}", CellHeight(k, nodes) + OctalSwitchSymbol.Height(3)));
        }

        pins.AddRange(
            part.Pins.Where(p => p.Name == "GND").Select(
                (p, i) => new SymbolPin(p, -HalfWidth - Symbol.PinLength, -half + 7.62 - (5.08 * i), PinSide.Left)));
        return new Symbol(true, HalfWidth, half, pins, []);
    }

    public static Symbol Gold(Part part)
    {
        int nodes = part.Pins.Count / 2;
        List<SymbolPin> pins = [.. Enumerable.Range(1, nodes).Select(k => At(part, $"T{Text(k)}", OctalSwitchSymbol.Height(k - 1)))];
        pins.AddRange(
            part.Pins.Where(p => p.Name == "GND").Select(
                (p, i) => new SymbolPin(p, -HalfWidth - Symbol.PinLength, OctalSwitchSymbol.Height(nodes + 1) - (2.54 * i), PinSide.Left)));
        return new Symbol(true, HalfWidth, 35.56, pins, []);
    }

    private static SymbolPin At(Part part, string name, double y) =>
        new(part.Pins.Single(p => p.Name == name), -HalfWidth - Symbol.PinLength, y, PinSide.Left);

    private static string Text(int k) => k.ToString(CultureInfo.InvariantCulture);
}
