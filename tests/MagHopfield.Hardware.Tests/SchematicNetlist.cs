using System.Globalization;
using System.Text.RegularExpressions;

namespace MagHopfield.Hardware.Tests;

/// <summary>
/// Reads the netlist back out of the committed KiCad sheets by geometry alone: where pins, ends of wires, labels and supply signs meet. A
/// wire joins what touches its ends; what lies on its middle is not joined, as in KiCad without a junction.
/// </summary>
internal static partial class SchematicNetlist
{
    /// <summary>(part, pin) → net of one sheet.</summary>
    public static Dictionary<(string Part, string Pin), string> Read(string sheet)
    {
        Dictionary<string, List<(string Number, decimal X, decimal Y)>> library = [];
        foreach (string block in Blocks(sheet, "    (symbol \"MagHopfield:"))
        {
            string name = Regex.Match(block, "MagHopfield:([^\"]+)\"").Groups[1].Value;
            library[name] =
            [
                .. LibraryPin().Matches(block).Select(m => (m.Groups[3].Value, Number(m.Groups[1].Value), Number(m.Groups[2].Value))),
            ];
        }

        Dictionary<(decimal, decimal), (decimal, decimal)> parent = [];
        foreach (Match m in Wire().Matches(sheet))
            Join(parent, (Number(m.Groups[1].Value), Number(m.Groups[2].Value)), (Number(m.Groups[3].Value), Number(m.Groups[4].Value)));

        Dictionary<(decimal, decimal), string> names = [];
        foreach (Match m in Label().Matches(sheet))
            Name(m.Groups[1].Value, (Number(m.Groups[2].Value), Number(m.Groups[3].Value)));

        List<(string Part, string Pin, (decimal, decimal) At)> pins = [];
        foreach (string block in Blocks(sheet, "  (symbol (lib_id"))
        {
            Match head = Instance().Match(block);
            string reference = Regex.Match(block, "\"Reference\" \"([^\"]+)\"").Groups[1].Value;
            foreach ((string number, decimal px, decimal py) in library[head.Groups[1].Value])
            {
                (decimal dx, decimal dy) = head.Groups[4].Value switch
                {
                    "90" => (-py, px),
                    "180" => (-px, -py),
                    "270" => (py, -px),
                    _ => (px, py),
                };
                (decimal, decimal) at = (Number(head.Groups[2].Value) + dx, Number(head.Groups[3].Value) - dy);
                if (reference[0] == '#')
                    Name(head.Groups[1].Value, at);
                else
                    pins.Add((reference, number, at));
            }
        }

        HashSet<(decimal, decimal)> open = [.. Open().Matches(sheet).Select(m => (Number(m.Groups[1].Value), Number(m.Groups[2].Value)))];
        Dictionary<(string, string), string> nets = [];
        foreach ((string part, string pin, (decimal, decimal) at) in pins)
        {
            if (names.TryGetValue(Root(parent, at), out string? net))
            {
                Assert.False(open.Contains(at), $"{part} pin {pin} is marked open and lies on {net}");
                nets[(part, pin)] = net;
            }
            else
            {
                Assert.True(open.Contains(at), $"{part} pin {pin} at {at} is neither on a net nor marked open");
            }
        }

        return nets;

        void Name(string net, (decimal, decimal) at)
        {
            (decimal, decimal) root = Root(parent, at);
            Assert.True(!names.TryGetValue(root, out string? other) || other == net, $"{net} and {other} are joined at {at}");
            names[root] = net;
        }
    }

    private static (decimal, decimal) Root(Dictionary<(decimal, decimal), (decimal, decimal)> parent, (decimal, decimal) at)
    {
        while (parent.TryGetValue(at, out (decimal, decimal) up) && up != at)
            at = up;

        return at;
    }

    private static void Join(Dictionary<(decimal, decimal), (decimal, decimal)> parent, (decimal, decimal) a, (decimal, decimal) b)
    {
        (decimal, decimal) root = Root(parent, a);
        parent.TryAdd(root, root);
        parent[Root(parent, b)] = root;
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

    [GeneratedRegex("\\((?:global_label|label) \"([^\"]+)\" (?:\\(shape passive\\) )?\\(at ([-\\d.]+) ([-\\d.]+) ")]
    private static partial Regex Label();

    [GeneratedRegex("\\(wire \\(pts \\(xy ([-\\d.]+) ([-\\d.]+)\\) \\(xy ([-\\d.]+) ([-\\d.]+)\\)\\)")]
    private static partial Regex Wire();

    [GeneratedRegex("\\(no_connect \\(at ([-\\d.]+) ([-\\d.]+)\\)")]
    private static partial Regex Open();

    [GeneratedRegex("lib_id \"MagHopfield:([^\"]+)\"\\) \\(at ([-\\d.]+) ([-\\d.]+) (\\d+)\\)")]
    private static partial Regex Instance();
}
