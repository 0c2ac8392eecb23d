using System.Globalization;
using System.Text;
using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Bom;

/// <summary>The bill of materials of a board, and how it grows with the number of nodes.</summary>
public static class BillOfMaterials
{
    /// <summary>Lines, each with its designators: equal items count together.</summary>
    /// <param name="design">The board.</param>
    public static IReadOnlyList<(BomItem Item, IReadOnlyList<string> References)> Lines(BoardDesign design) =>
        [
            .. design.Parts.GroupBy(p => (p.Item.Value, p.Item.PartNumber)).Select(
                g => (g.First().Item, (IReadOnlyList<string>)[.. g.Select(p => p.Reference)])),
        ];

    /// <summary>The table as CSV after RFC 4180, first line the names of the columns; prices in euro, rough figures by class.</summary>
    /// <param name="design">The board.</param>
    public static string Csv(BoardDesign design)
    {
        StringBuilder s = new(
            "quantity,value,manufacturer,part number,package,tolerance,why,alternatives,class,price each (EUR rough),designators\n");
        foreach ((BomItem item, IReadOnlyList<string> references) in Lines(design))
        {
            string[] fields =
            [
                references.Count.ToString(
                    CultureInfo.InvariantCulture),
                    item.Value,
                    item.Manufacturer,
                    item.PartNumber,
                    item.Package,
                    item.Tolerance,
                    item.Why,
                    item.Alternatives,
                item.Class.ToString(), item.Euro.ToString(CultureInfo.InvariantCulture), string.Join(' ', references),
            ];
            s.AppendJoin(',', fields.Select(Quote)).Append('\n');
        }

        return s.ToString();
    }

    /// <summary>Rough cost of each class in euro.</summary>
    /// <param name="design">The board.</param>
    public static IReadOnlyDictionary<CostClass, double> Cost(BoardDesign design) =>
        design.Parts.GroupBy(p => p.Item.Class).ToDictionary(g => g.Key, g => g.Sum(p => p.Item.Euro));

    /// <summary>Chips that a board of N nodes needs; what is not listed does not grow.</summary>
    /// <param name="nodes">Nodes N, 2 … 64.</param>
    /// <exception cref="ArgumentOutOfRangeException">N out of range.</exception>
    public static IReadOnlyDictionary<string, int> Chips(int nodes)
    {
        if (nodes is < 2 or > 64)
            throw new ArgumentOutOfRangeException(nameof(nodes), nodes, "A board has 2 … 64 nodes.");

        // One select a chip; past 4 nodes they come from 4-to-16 decoders on five GPIOs.
        int dacs = (nodes + 3) / 4;
        int pulseSwitches = (nodes + 7) / 8;
        int selects = 1 + nodes + dacs + pulseSwitches;
        return new Dictionary<string, int>
        {
            ["AD7124-8"] = 1,
            ["ADGS1414D"] = nodes,
            ["ADGS6414D"] = pulseSwitches,
            ["AD5754R"] = dacs,
            ["OPA561"] = nodes,
            ["shunt 50 Ω 0.01 %"] = nodes + 1,
            ["74HC154 (chip selects)"] = nodes <= 4 ? 0 : (selects + 15) / 16,
        };
    }

    private static string Quote(string field) => field.AsSpan().ContainsAny(",\"\n") ? "\"" + field.Replace("\"", "\"\"") + "\"" : field;
}
