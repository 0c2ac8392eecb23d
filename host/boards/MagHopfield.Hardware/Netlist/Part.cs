namespace MagHopfield.Hardware.Netlist;

/// <summary>A part on the board.</summary>
/// <param name="Reference">Designator, U3 or R12.</param>
/// <param name="Item">What to buy.</param>
/// <param name="Sheet">Sheet of the schematic it is drawn on.</param>
/// <param name="Pins">Its pins in the order of the package.</param>
public sealed record Part(string Reference, BomItem Item, string Sheet, IReadOnlyList<Pin> Pins)
{
    /// <summary>The pin of a number.</summary>
    /// <param name="number">Number on the package.</param>
    /// <exception cref="ArgumentException">The part has no such pin.</exception>
    public Pin Pin(string number) => Pins.FirstOrDefault(p => p.Number == number)
        ?? throw new ArgumentException(
            $"{Reference} ({Item.PartNumber}) has no pin {number}; its pins are {string.Join(", ", Pins.Select(p => p.Number))}.");
}
