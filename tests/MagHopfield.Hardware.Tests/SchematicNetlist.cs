using System.Globalization;
using System.Text.RegularExpressions;

namespace MagHopfield.Hardware.Tests;

/// <summary>Reads the netlist back out of the committed KiCad sheets by geometry alone: where pins, wires and labels meet.</summary>
internal static partial class SchematicNetlist
{
    /// <summary>(part, pin) → net of one sheet.</summary>
    public static Dictionary<(string Part, string Pin), string> Read(string sheet)
    {
        Dictionary<string, List<(string Number, decimal X, decimal Y)>> library = [];
        foreach (string block in Blocks(sheet, "    (symbol \"MagHopfield:"))
        {
            string name = Regex.Match(block, "MagHopfield:([^\"]+)\"").Groups[1].Value;
            library[name] = [.. LibraryPin().Matches(block).Select(m => (m.Groups[3].Value, Number(m.Groups[1].Value), Number(m.Groups[2].Value)))];
        }

        Dictionary<(decimal, decimal), string> labels = Label().Matches(sheet).ToDictionary(m => (Number(m.Groups[2].Value), Number(m.Groups[3].Value)), m => m.Groups[1].Value);
        Dictionary<(decimal, decimal), (decimal, decimal)> wires = [];
        foreach (Match m in Wire().Matches(sheet))
        {
            wires[(Number(m.Groups[1].Value), Number(m.Groups[2].Value))] = (Number(m.Groups[3].Value), Number(m.Groups[4].Value));
        }

        Dictionary<(string, string), string> nets = [];
        foreach (string block in Blocks(sheet, "  (symbol (lib_id"))
        {
            Match head = Instance().Match(block);
            decimal x = Number(head.Groups[2].Value);
            decimal y = Number(head.Groups[3].Value);
            string reference = Regex.Match(block, "\"Reference\" \"([^\"]+)\"").Groups[1].Value;
            foreach ((string number, decimal px, decimal py) in library[head.Groups[1].Value])
            {
                if (wires.TryGetValue((x + px, y - py), out (decimal, decimal) end))
                {
                    nets[(reference, number)] = labels[end];
                }
            }
        }

        return nets;
    }

    private static IEnumerable<string> Blocks(string text, string head)
    {
        for (int at = text.IndexOf(head, StringComparison.Ordinal); at >= 0; at = text.IndexOf(head, at + 1, StringComparison.Ordinal))
        {
            int depth = 0;
            int end = at;
            do
            {
                depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
                end++;
            }
            while (depth > 0 || text[end - 1] == ' ');
            yield return text[at..end];
        }
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("\\(pin \\w+ line \\(at ([-\\d.]+) ([-\\d.]+) \\d+\\).*\\(number \"([^\"]+)\"")]
    private static partial Regex LibraryPin();

    [GeneratedRegex("\\(global_label \"([^\"]+)\" \\(shape passive\\) \\(at ([-\\d.]+) ([-\\d.]+) ")]
    private static partial Regex Label();

    [GeneratedRegex("\\(wire \\(pts \\(xy ([-\\d.]+) ([-\\d.]+)\\) \\(xy ([-\\d.]+) ([-\\d.]+)\\)\\)")]
    private static partial Regex Wire();

    [GeneratedRegex("lib_id \"MagHopfield:([^\"]+)\"\\) \\(at ([-\\d.]+) ([-\\d.]+) 0\\)")]
    private static partial Regex Instance();
}
