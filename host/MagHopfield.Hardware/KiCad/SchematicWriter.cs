using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MagHopfield.Hardware.Drawing;
using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.KiCad;

/// <summary>
/// Writes the board as a KiCad 6 project (file format 20211123): a root sheet and one file per sheet, nets joined by global labels, symbols
/// embedded. Identifiers derive from names, so the same board gives the same bytes.
/// </summary>
public static class SchematicWriter
{
    /// <summary>Name of the project and its root sheet.</summary>
    public const string Project = "maghopfield";

    private const string Effects = "(effects (font (size 1.27 1.27)))";
    private const string Hidden = "(effects (font (size 1.27 1.27)) hide)";
    private const string Stroke = "(stroke (width 0) (type default) (color 0 0 0 0))";

    /// <summary>Files of the project by name.</summary>
    /// <param name="design">The board.</param>
    public static SortedDictionary<string, string> Files(BoardDesign design)
    {
        SortedDictionary<string, string> files = new(StringComparer.Ordinal)
        {
            [$"{Project}.kicad_pro"] = "{\n  \"meta\": { \"filename\": \"maghopfield.kicad_pro\", \"version\": 1 },\n  \"schematic\": { \"meta\": { \"version\": 1 } }\n}\n",
            [$"{Project}.kicad_sch"] = Root(design),
        };
        foreach (string sheet in design.Sheets)
        {
            files[$"{sheet}.kicad_sch"] = Sheet(design, sheet);
        }

        return files;
    }

    private static string Root(BoardDesign design)
    {
        StringBuilder s = Begin("root", "A4", "MagHopfield, board of four nodes");
        s.Append("  (lib_symbols)\n");
        int row = 0;
        foreach (string sheet in design.Sheets)
        {
            double x = 35.56 + (row % 2 * 101.6);
            double y = 38.1 + (row / 2 * 45.72);
            s.Append(Line($"  (sheet (at {x} {y}) (size 76.2 25.4) (stroke (width 0.15) (type solid) (color 0 0 0 0)) (fill (color 0 0 0 0.0))"));
            s.Append(Line($"    (uuid {Id("sheet " + sheet)})"));
            s.Append(Line($"    (property \"Sheet name\" \"{sheet}\" (id 0) (at {x} {y - 0.8} 0) (effects (font (size 1.27 1.27)) (justify left bottom)))"));
            s.Append(Line($"    (property \"Sheet file\" \"{sheet}.kicad_sch\" (id 1) (at {x} {y + 26.2} 0) (effects (font (size 1.27 1.27)) (justify left top)))"));
            s.Append("  )\n");
            row++;
        }

        s.Append("  (sheet_instances\n    (path \"/\" (page \"1\"))\n");
        int page = 2;
        foreach (string sheet in design.Sheets)
        {
            s.Append(Line($"    (path \"/{Id("sheet " + sheet)}\" (page \"{page++}\"))"));
        }

        s.Append("  )\n  (symbol_instances\n");
        foreach (Part part in design.Parts)
        {
            s.Append(Line($"    (path \"/{Id("sheet " + part.Sheet)}/{Id("symbol " + part.Reference)}\" (reference \"{part.Reference}\") (unit 1) (value \"{part.Item.Value}\") (footprint \"\"))"));
        }

        return s.Append("  )\n)\n").ToString();
    }

    private static string Sheet(BoardDesign design, string sheet)
    {
        SheetLayout layout = SheetLayout.Of(design, sheet);
        StringBuilder s = Begin(sheet, layout.Paper, $"MagHopfield, {sheet}");
        s.Append("  (lib_symbols\n");
        foreach (IGrouping<string, PlacedPart> kind in layout.Parts.GroupBy(p => Symbol.NameOf(p.Part)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            LibrarySymbol(s, kind.Key, kind.First());
        }

        s.Append("  )\n");
        foreach (PlacedPart part in layout.Parts)
        {
            Wires(s, part);
        }

        foreach (PlacedPart part in layout.Parts)
        {
            Instance(s, part);
        }

        return s.Append(")\n").ToString();
    }

    private static StringBuilder Begin(string name, string paper, string title) => new StringBuilder()
        .Append("(kicad_sch (version 20211123) (generator maghopfield)\n")
        .Append(Line($"  (uuid {Id("file " + name)})\n  (paper \"{paper}\")\n  (title_block (title \"{title}\") (comment 1 \"Written by: maghopfield hardware schematic\"))"));

    private static void LibrarySymbol(StringBuilder s, string name, PlacedPart example)
    {
        Symbol symbol = example.Symbol;
        string letters = example.Part.Reference.TrimEnd([.. "0123456789"]);
        bool box = symbol.Shape == SymbolShape.Box;
        s.Append(Line($"    (symbol \"MagHopfield:{name}\" {(box ? "" : "(pin_numbers hide) (pin_names hide) ")}(in_bom yes) (on_board yes)"));
        s.Append(Line($"      (property \"Reference\" \"{letters}\" (id 0) (at 0 {symbol.HalfHeight + 1.27} 0) {Effects})"));
        s.Append(Line($"      (property \"Value\" \"{name}\" (id 1) (at 0 {-symbol.HalfHeight - 1.27} 0) {Effects})"));
        s.Append(Line($"      (property \"Footprint\" \"\" (id 2) (at 0 0 0) {Hidden})\n      (property \"Datasheet\" \"\" (id 3) (at 0 0 0) {Hidden})"));
        s.Append(Line($"      (symbol \"{name}_0_1\"\n{Body(symbol)}      )\n      (symbol \"{name}_1_1\""));
        foreach (SymbolPin pin in symbol.Pins)
        {
            s.Append(Line($"        (pin {Kind(pin.Pin)} line (at {pin.X} {pin.Y} {(pin.OnLeft ? 0 : 180)}) (length {Symbol.PinLength}) (name \"{pin.Pin.Name}\" {Effects}) (number \"{pin.Pin.Number}\" {Effects}))"));
        }

        s.Append("      )\n    )\n");
    }

    private static string Body(Symbol symbol)
    {
        const string Pen = "(stroke (width 0.254) (type default) (color 0 0 0 0))";
        string Path(params (double X, double Y)[] points) =>
            Line($"        (polyline (pts {string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"(xy {p.X} {p.Y})")))}) {Pen} (fill (type none)))");
        return symbol.Shape switch
        {
            SymbolShape.Capacitor => Path((-2.54, 0), (-0.508, 0)) + Path((-0.508, -1.27), (-0.508, 1.27)) + Path((0.508, -1.27), (0.508, 1.27)) + Path((0.508, 0), (2.54, 0)),
            SymbolShape.Diode => Path((-2.54, 0), (2.54, 0)) + Path((-1.27, -1.27), (-1.27, 1.27)) + Path((1.27, 1.27), (1.27, -1.27), (-1.27, 0), (1.27, 1.27)),
            SymbolShape.Switch => Path((-2.54, 0), (-1.27, 0), (1.27, 1.27)) + Path((1.27, 0), (2.54, 0)),
            _ => Line($"        (rectangle (start {-symbol.HalfWidth} {symbol.HalfHeight}) (end {symbol.HalfWidth} {-symbol.HalfHeight}) {Pen} (fill (type background)))"),
        };
    }

    private static void Wires(StringBuilder s, PlacedPart part)
    {
        foreach (SymbolPin pin in part.Symbol.Pins)
        {
            double x = part.X + pin.X;
            double y = part.Y - pin.Y;
            string key = $"{part.Part.Reference} {pin.Pin.Number}";
            if (pin.Pin.Net is null)
            {
                s.Append(Line($"  (no_connect (at {x} {y}) (uuid {Id("open " + key)}))"));
                continue;
            }

            double end = x + (pin.OnLeft ? -SheetLayout.WireLength : SheetLayout.WireLength);
            s.Append(Line($"  (wire (pts (xy {x} {y}) (xy {end} {y})) {Stroke} (uuid {Id("wire " + key)}))"));
            s.Append(Line($"  (global_label \"{pin.Pin.Net}\" (shape passive) (at {end} {y} {(pin.OnLeft ? 180 : 0)}) (fields_autoplaced) (effects (font (size 1.27 1.27)) (justify {(pin.OnLeft ? "right" : "left")})) (uuid {Id("label " + key)}) (property \"Intersheet References\" \"${{INTERSHEET_REFS}}\" (id 0) (at {end} {y} 0) {Hidden}))"));
        }
    }

    private static void Instance(StringBuilder s, PlacedPart part)
    {
        Part p = part.Part;
        double lift = part.Symbol.HalfHeight + 1.27;
        s.Append(Line($"  (symbol (lib_id \"MagHopfield:{Symbol.NameOf(p)}\") (at {part.X} {part.Y} 0) (unit 1) (in_bom yes) (on_board yes) (uuid {Id("symbol " + p.Reference)})"));
        s.Append(Line($"    (property \"Reference\" \"{p.Reference}\" (id 0) (at {part.X - 2.54} {part.Y - lift} 0) {Effects})"));
        bool box = part.Symbol.Shape == SymbolShape.Box;
        s.Append(Line($"    (property \"Value\" \"{p.Item.Value}\" (id 1) (at {(box ? part.X : part.X + 5.08)} {(box ? part.Y + lift : part.Y - lift)} 0) {Effects})"));
        s.Append(Line($"    (property \"Footprint\" \"\" (id 2) (at {part.X} {part.Y} 0) {Hidden})\n    (property \"Datasheet\" \"\" (id 3) (at {part.X} {part.Y} 0) {Hidden})"));
        s.Append(Line($"    (property \"MPN\" \"{p.Item.PartNumber}\" (id 4) (at {part.X} {part.Y} 0) {Hidden})"));
        foreach (SymbolPin pin in part.Symbol.Pins)
        {
            s.Append(Line($"    (pin \"{pin.Pin.Number}\" (uuid {Id($"pin {p.Reference} {pin.Pin.Number}")}))"));
        }

        s.Append("  )\n");
    }

    private static string Kind(Pin pin) => pin.Kind switch
    {
        PinKind.Input => "input",
        PinKind.Output => "output",
        PinKind.TriState => "tri_state",
        PinKind.Bidirectional => "bidirectional",
        PinKind.PowerIn => "power_in",
        PinKind.PowerOut => "power_out",
        _ => "passive",
    };

    private static string Line(FormattableString text) => Round(text) + (text.Format.EndsWith('\n') ? "" : "\n");

    // Coordinates are sums of 0.1 inch; four digits are exact and hide the rounding of the sum.
    private static string Round(FormattableString text) => string.Format(
        CultureInfo.InvariantCulture,
        text.Format,
        [.. text.GetArguments().Select(a => a is double x ? Math.Round(x, 4) + 0.0 : a)]);

    private static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
