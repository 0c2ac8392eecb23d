using System.Globalization;

namespace MagHopfield.Hardware.Netlist;

/// <summary>The board as parts and nets. A net exists where a pin names it.</summary>
public sealed class BoardDesign
{
    private readonly List<Part> _parts = [];
    private readonly Dictionary<string, int> _count = [];

    /// <summary>Parts in the order they were added.</summary>
    public IReadOnlyList<Part> Parts => _parts;

    /// <summary>Sheets in the order they were begun.</summary>
    public IReadOnlyList<string> Sheets => [.. _parts.Select(p => p.Sheet).Distinct()];

    /// <summary>Pins of every net, by name.</summary>
    public SortedDictionary<string, List<(Part Part, Pin Pin)>> Nets()
    {
        SortedDictionary<string, List<(Part, Pin)>> nets = new(StringComparer.Ordinal);
        foreach (Part part in _parts)
        {
            foreach (Pin pin in part.Pins)
            {
                if (pin.Net is null)
                    continue;

                if (!nets.TryGetValue(pin.Net, out List<(Part, Pin)>? pins))
                    nets[pin.Net] = pins = [];

                pins.Add((part, pin));
            }
        }

        return nets;
    }

    /// <summary>The part of a designator.</summary>
    /// <param name="reference">Designator.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Part Part(string reference) => _parts.FirstOrDefault(p => p.Reference == reference)
        ?? throw new ArgumentException($"The board has no part {reference}.");

    /// <summary>Adds a part with the next free designator of its letter.</summary>
    /// <param name="sheet">Sheet.</param>
    /// <param name="letter">U, R, C, D, Q, J, SW, F or LED.</param>
    /// <param name="item">What to buy.</param>
    /// <param name="pins">Its pins.</param>
    public Part Add(string sheet, string letter, BomItem item, params IReadOnlyList<Pin> pins)
    {
        int number = _count[letter] = _count.GetValueOrDefault(letter) + 1;
        Part part = new(letter + number.ToString(CultureInfo.InvariantCulture), item, sheet, pins);
        _parts.Add(part);
        return part;
    }

    /// <summary>Adds a part with two equal terminals.</summary>
    /// <param name="sheet">Sheet.</param>
    /// <param name="letter">R, C, F …</param>
    /// <param name="item">What to buy.</param>
    /// <param name="a">Net of terminal 1.</param>
    /// <param name="b">Net of terminal 2.</param>
    public Part AddTwoTerminal(string sheet, string letter, BomItem item, string a, string b) =>
        Add(sheet, letter, item, new Pin("1", "1", PinKind.Passive, a), new Pin("2", "2", PinKind.Passive, b));
}
