using System.Globalization;
using MagHopfield.Hardware.Netlist;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.Hardware.BringUp;

/// <summary>
/// What an ohmmeter shows between two nets of a board without power: its resistors, the closed contact of the emergency stop and nothing
/// else, for chips, diodes and transistors do not conduct at an ohmmeter's voltage, or are not fitted yet.
/// </summary>
public sealed class ResistorNetwork
{
    private const double ContactOhms = 0.05;

    private readonly List<(string A, string B, double Ohms)> _resistors = [];
    private readonly HashSet<string> _nets = new(StringComparer.Ordinal);

    /// <summary>The resistors of a board.</summary>
    /// <param name="design">The board.</param>
    public ResistorNetwork(BoardDesign design)
    {
        foreach (Part part in design.Parts)
        {
            if (part.Reference[0] == 'R')
                Add(part.Pins[0].Net!, part.Pins[1].Net!, Ohms(part.Item.Value));

            if (part.Pins.FirstOrDefault(p => p.Name == "NC1") is Pin contact)
                Add(contact.Net!, part.Pins.Single(p => p.Name == "NC2").Net!, ContactOhms);
        }
    }

    /// <summary>Resistance between two nets in ohms; infinite where no resistor joins them.</summary>
    /// <param name="a">Net.</param>
    /// <param name="b">Net.</param>
    public double Between(string a, string b)
    {
        HashSet<string> reached = Reached(b);
        if (!reached.Contains(a))
            return double.PositiveInfinity;

        NodalCircuit c = new();
        Dictionary<string, int> nodes = new(StringComparer.Ordinal) { [b] = 0 };
        foreach (string net in reached.Where(n => n != b))
            nodes[net] = c.AddNode(net);

        foreach ((string from, string to, double ohms) in _resistors.Where(r => reached.Contains(r.A)))
            c.AddResistor(nodes[from], nodes[to], ohms);

        c.AddCurrentSource(0, nodes[a], 1);
        return c.Solve().Voltage(nodes[a]);
    }

    /// <summary>Ohms of a value as printed, such as "4.7 kΩ" or "50 Ω 0.01 %".</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static double Ohms(string value)
    {
        string[] words = value.Split(' ');
        double factor = words.Length < 2 ? 0 : words[1] switch { "Ω" => 1, "kΩ" => 1e3, "MΩ" => 1e6, _ => 0 };
        return factor > 0 && double.TryParse(words[0], CultureInfo.InvariantCulture, out double number)
            ? number * factor
            : throw new FormatException($"'{value}' is no resistance; write it as 4.7 kΩ.");
    }

    private void Add(string a, string b, double ohms)
    {
        _resistors.Add((a, b, ohms));
        _nets.Add(a);
        _nets.Add(b);
    }

    private HashSet<string> Reached(string start)
    {
        HashSet<string> reached = new(StringComparer.Ordinal) { start };
        for (bool grew = true; grew;)
        {
            grew = false;
            foreach ((string a, string b, _) in _resistors)
            {
                grew |= reached.Contains(a) && reached.Add(b);
                grew |= reached.Contains(b) && reached.Add(a);
            }
        }

        return reached;
    }
}
