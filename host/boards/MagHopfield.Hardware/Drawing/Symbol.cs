using System.Globalization;
using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>The drawn shape of a part.</summary>
/// <param name="IsBox">Whether the body is a box with names and numbers of pins; else only its strokes.</param>
/// <param name="HalfWidth">Half the body's width in millimetres.</param>
/// <param name="HalfHeight">Half the body's height in millimetres.</param>
/// <param name="Pins">Pins in the order of the part.</param>
/// <param name="Strokes">Lines of the body, millimetres to the right and upward from the middle.</param>
public sealed record Symbol(
    bool IsBox,
    double HalfWidth,
    double HalfHeight,
    IReadOnlyList<SymbolPin> Pins,
    IReadOnlyList<IReadOnlyList<(double X, double Y)>> Strokes)
{
    /// <summary>Distance of two pins in millimetres, KiCad's 0.1 inch.</summary>
    public const double Pitch = 2.54;

    /// <summary>Length of a pin in millimetres.</summary>
    public const double PinLength = 2.54;

    /// <summary>The symbol of a part.</summary>
    /// <param name="part">The part.</param>
    public static Symbol Of(Part part)
    {
        if (part.Pins.Count == 2)
            return TwoTerminals(part);

        return part.Item.PartNumber switch
        {
            ['A', 'D', 'G', 'S', ..] => OctalSwitchSymbol.Of(part),
            ['O', 'P', 'A', ..] => AmplifierSymbol.Of(part),
            ['M', 'M', 'B', 'T', ..] or ['2', 'N', ..] => TransistorSymbol.Of(part),
            "BAV199" or "BAT54S" => DualDiodeSymbol.Of(part),
            "AD7124-8BCPZ" => ConverterSymbol.Adc(part),
            "AD5754RBREZ" => ConverterSymbol.Dac(part),
            _ when part.Item.Value == "film" => NodeConnectorSymbol.Film(part),
            _ when part.Item.Value == "gold" => NodeConnectorSymbol.Gold(part),
            _ when RegulatorSymbol.Fits(part) => RegulatorSymbol.Of(part),
            _ => Box(part),
        };
    }

    /// <summary>A name for the symbol: parts of one kind with the same pins share it.</summary>
    /// <param name="part">The part.</param>
    public static string NameOf(Part part)
    {
        string kinds = part.Pins.Count == 2 && part.Pins.Any(p => p.Kind != PinKind.Passive)
            ? "_" + string.Join("_", part.Pins.Select(p => p.Kind))
            : "";
        return part.Pins.Count == 2
            ? ShapeOf(part) + kinds
            : string.Create(
                CultureInfo.InvariantCulture, $"{part.Item.Value.Replace(' ', '_').Replace('±', 'x').Replace('×', 'x')}_{part.Pins.Count}");
    }

    /// <summary>A pin, by what it is called.</summary>
    /// <param name="part">Part.</param>
    /// <param name="number">Number of the pin.</param>
    /// <param name="x">Millimetres to the right.</param>
    /// <param name="y">Millimetres upward.</param>
    /// <param name="side">Side.</param>
    internal static SymbolPin At(Part part, string number, double x, double y, PinSide side) => new(part.Pin(number), x, y, side);

    private static string ShapeOf(Part part) =>
        part.Reference[0] switch { 'C' => "Capacitor", 'S' => "Switch", 'D' => "Diode", 'F' => "Fuse", _ => "Resistor" };

    private static Symbol TwoTerminals(Part part)
    {
        (double, double)[][] strokes = ShapeOf(part) switch
        {
            "Capacitor" =>
                [
                    [(-2.54, 0), (-0.508, 0)], [(-0.508, -1.524), (-0.508, 1.524)], [(0.508, -1.524), (0.508, 1.524)],
                    [(0.508, 0), (2.54, 0)],
                ],
            "Diode" => [[(-2.54, 0), (2.54, 0)], [(-1.27, -1.27), (-1.27, 1.27)], [(1.27, 1.27), (1.27, -1.27), (-1.27, 0), (1.27, 1.27)]],
            "Switch" => [[(-2.54, 0), (-1.27, 0), (1.27, 1.27)], [(1.27, 0), (2.54, 0)]],
            _ => [[(-2.54, -1.016), (2.54, -1.016), (2.54, 1.016), (-2.54, 1.016), (-2.54, -1.016)]],
        };
        return new Symbol(
            false, 2.54, 1.27, [new(part.Pins[0], -5.08, 0, PinSide.Left), new(part.Pins[1], 5.08, 0, PinSide.Right)], strokes);
    }

    private static Symbol Box(Part part)
    {
        int left = (part.Pins.Count + 1) / 2;
        double half = Math.Ceiling((left + 1) / 2.0) * Pitch;
        double width = part.Pins.Any(p => p.Name.Length > 5) ? 15.24 : 10.16;
        List<SymbolPin> pins = [];
        for (int i = 0; i < part.Pins.Count; i++)
        {
            bool onLeft = i < left;
            int row = onLeft ? i : i - left;
            pins.Add(
                new SymbolPin(
                    part.Pins[i],
                    (onLeft ? -1 : 1) * (width + PinLength),
                    half - Pitch - (row * Pitch),
                    onLeft ? PinSide.Left : PinSide.Right));
        }

        return new Symbol(true, width, half, pins, []);
    }
}
