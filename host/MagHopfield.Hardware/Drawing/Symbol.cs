using System.Globalization;
using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>The drawn shape of a part: a box with its pins left and right, or the sign of a resistor, capacitor or switch.</summary>
/// <param name="Shape">What is drawn.</param>
/// <param name="HalfWidth">Half the body's width in millimetres.</param>
/// <param name="HalfHeight">Half the body's height in millimetres.</param>
/// <param name="Pins">Pins in the order of the part.</param>
public sealed record Symbol(SymbolShape Shape, double HalfWidth, double HalfHeight, IReadOnlyList<SymbolPin> Pins)
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
        {
            SymbolShape shape = part.Reference[0] switch
            {
                'C' => SymbolShape.Capacitor,
                'S' => SymbolShape.Switch,
                'D' => SymbolShape.Diode,
                _ => SymbolShape.Resistor,
            };
            return new Symbol(shape, 2.54, 1.27, [new SymbolPin(part.Pins[0], -5.08, 0), new SymbolPin(part.Pins[1], 5.08, 0)]);
        }

        int left = (part.Pins.Count + 1) / 2;
        double half = Math.Ceiling((left + 1) / 2.0) * Pitch;
        double width = part.Pins.Any(p => p.Name.Length > 5) ? 15.24 : 10.16;
        List<SymbolPin> pins = [];
        for (int i = 0; i < part.Pins.Count; i++)
        {
            bool onLeft = i < left;
            int row = onLeft ? i : i - left;
            pins.Add(new SymbolPin(part.Pins[i], (onLeft ? -1 : 1) * (width + PinLength), half - Pitch - (row * Pitch)));
        }

        return new Symbol(SymbolShape.Box, width, half, pins);
    }

    /// <summary>A name for the symbol: parts of one kind with the same pins share it.</summary>
    /// <param name="part">The part.</param>
    public static string NameOf(Part part) => part.Pins.Count == 2
        ? Of(part).Shape.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{part.Item.Value.Replace(' ', '_').Replace('±', 'x').Replace('×', 'x')}_{part.Pins.Count}");
}
