using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MagHopfield.Hardware.Drawing;
using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.KiCad;

/// <summary>
/// Writes the board as a KiCad 6 project (file format 20211123): a root sheet, one file per sheet, and the library of their symbols.
/// Sheets are joined by global labels and supply signs. Identifiers derive from names, so the same board gives the same bytes.
/// </summary>
public static class SchematicWriter
{
    /// <summary>Name of the project and its root sheet.</summary>
    public const string Project = "maghopfield";

    private const string Effects = "(effects (font (size 1.27 1.27)))";
    private const string Hidden = "(effects (font (size 1.27 1.27)) hide)";
    private const string Pen = "(stroke (width 0.254) (type default) (color 0 0 0 0))";
    private const string Stroke = "(stroke (width 0) (type default) (color 0 0 0 0))";

    /// <summary>Files of the project by name.</summary>
    /// <param name="design">The board.</param>
    public static SortedDictionary<string, string> Files(BoardDesign design)
    {
        SortedDictionary<string, string> files = new(StringComparer.Ordinal)
        {
            [$"{Project}.kicad_pro"] =
                "{\n  \"meta\": { \"filename\": \"maghopfield.kicad_pro\", \"version\": 1 },\n  \"schematic\": { \"meta\": { \"version\": "
                + "1 } }\n}\n",
            [$"{Project}.kicad_sch"] = Root(design),
            ["MagHopfield.kicad_sym"] = Library(design),
            ["sym-lib-table"] =
                "(sym_lib_table\n  (lib (name \"MagHopfield\")(type \"KiCad\")(uri \"${KIPRJMOD}/MagHopfield.kicad_sym\")(options "
                + "\"\")(descr \"Symbols of this board\"))\n)\n",
        };
        foreach (string sheet in design.Sheets)
            files[$"{sheet}.kicad_sch"] = Sheet(design, sheet);

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
            s.Append(
                Line(
                    $"  (sheet (at {x} {y}) (size 76.2 25.4) (stroke (width 0.15) (type solid) (color 0 0 0 0)) (fill (color 0 0 0 0.0))"));
            s.Append(Line($"    (uuid {Id("sheet " + sheet)})"));
            s.Append(
                Line(
                    $"    (property \"Sheet name\" \"{sheet}\" (id 0) (at {x} {y - 0.8} 0) (effects (font (size 1.27 1.27)) (justify left "
                    + $"bottom)))"));
            s.Append(
                Line(
                    $"    (property \"Sheet file\" \"{sheet}.kicad_sch\" (id 1) (at {x} {y + 26.2} 0) (effects (font (size 1.27 1.27)) "
                    + $"(justify left top)))"));
            s.Append("  )\n");
            row++;
        }

        s.Append("  (sheet_instances\n    (path \"/\" (page \"1\"))\n");
        int page = 2;
        foreach (string sheet in design.Sheets)
            s.Append(Line($"    (path \"/{Id("sheet " + sheet)}\" (page \"{page++}\"))"));

        s.Append("  )\n  (symbol_instances\n");
        foreach (Part part in design.Parts)
        {
            s.Append(
                Line(
                    $"    (path \"/{Id("sheet " + part.Sheet)}/{Id("symbol " + part.Reference)}\" (reference \"{part.Reference}\") (unit "
                    + $"1) (value \"{part.Item.Value}\") (footprint \"\"))"));
        }

        foreach (string sheet in design.Sheets)
        {
            foreach ((NetMark mark, string reference) in SupplyMarks(SheetLayout.Of(design, sheet)))
            {
                s.Append(
                    Line(
                        $"    (path \"/{Id("sheet " + sheet)}/{Id("symbol " + reference)}\" (reference \"{reference}\") (unit 1) (value "
                        + $"\"{mark.Net}\") (footprint \"\"))"));
            }
        }

        return s.Append("  )\n)\n").ToString();
    }

    private static string Sheet(BoardDesign design, string sheet)
    {
        SheetLayout layout = SheetLayout.Of(design, sheet);
        StringBuilder s = Begin(sheet, layout.Paper, $"MagHopfield, {sheet}");
        s.Append("  (lib_symbols\n");
        foreach ((_, string symbol) in Symbols([layout], "MagHopfield:"))
            s.Append(symbol);

        s.Append("  )\n");
        Wires(s, layout);
        Supplies(s, layout);
        foreach (PlacedPart part in layout.Parts)
            Instance(s, part);

        return s.Append(")\n").ToString();
    }

    private static SortedDictionary<string, string> Symbols(IEnumerable<SheetLayout> layouts, string prefix)
    {
        SortedDictionary<string, string> symbols = new(StringComparer.Ordinal);
        foreach (SheetLayout layout in layouts)
        {
            foreach (PlacedPart part in layout.Parts)
            {
                string name = Symbol.NameOf(part.Part);
                string text = LibrarySymbol(prefix, name, part.Part, part.Symbol);
                if (symbols.TryGetValue(name, out string? other) && other != text)
                    throw new InvalidOperationException($"{part.Part.Reference} shares the symbol {name} with a part of other pins.");

                symbols[name] = text;
            }

            foreach (NetMark mark in layout.Marks.Where(m => m.Kind == NetMarkKind.Supply))
                symbols[mark.Net] = SupplySymbol(prefix, mark.Net);
        }

        return symbols;
    }

    private static string Library(BoardDesign design)
    {
        StringBuilder s = new("(kicad_symbol_lib (version 20211014) (generator maghopfield)\n");
        foreach ((_, string symbol) in Symbols(design.Sheets.Select(sheet => SheetLayout.Of(design, sheet)), ""))
            s.Append(symbol);

        return s.Append(")\n").ToString();
    }

    private static StringBuilder Begin(string name, string paper, string title) => new StringBuilder()
        .Append("(kicad_sch (version 20211123) (generator maghopfield)\n")
        .Append(
            Line(
                $"  (uuid {Id("file " + name)})\n  (paper \"{paper}\")\n  (title_block (title \"{title}\") (comment 1 \"Written by: "
                + $"maghopfield hardware write\"))"));

    private static string LibrarySymbol(string prefix, string name, Part part, Symbol symbol)
    {
        StringBuilder s = new();
        string letters = part.Reference.TrimEnd([.. "0123456789"]);
        s.Append(
            Line(
                $"    (symbol \"{prefix}{name}\" {(symbol.IsBox ? "" : "(pin_numbers hide) (pin_names hide) ")}(in_bom yes) (on_board "
                + $"yes)"));
        s.Append(Line($"      (property \"Reference\" \"{letters}\" (id 0) (at 0 {symbol.HalfHeight + 1.27} 0) {Effects})"));
        s.Append(Line($"      (property \"Value\" \"{name}\" (id 1) (at 0 {-symbol.HalfHeight - 1.27} 0) {Effects})"));
        s.Append(
            Line(
                $"      (property \"Footprint\" \"\" (id 2) (at 0 0 0) {Hidden})\n      (property \"Datasheet\" \"\" (id 3) (at 0 0 0) "
                + $"{Hidden})"));
        s.Append(Line($"      (symbol \"{name}_0_1\""));
        if (symbol.IsBox)
        {
            s.Append(
                Line(
                    $"        (rectangle (start {-symbol.HalfWidth} {symbol.HalfHeight}) (end {symbol.HalfWidth} {-symbol.HalfHeight}) "
                    + $"{Pen} (fill (type background)))"));
        }

        Strokes(s, symbol.Strokes);
        s.Append(Line($"      )\n      (symbol \"{name}_1_1\""));
        foreach (SymbolPin pin in symbol.Pins)
        {
            int angle = pin.Side switch { PinSide.Left => 0, PinSide.Right => 180, PinSide.Top => 270, _ => 90 };
            s.Append(
                Line(
                    $"        (pin {Kind(pin.Pin)} line (at {pin.X} {pin.Y} {angle}) (length {Symbol.PinLength}) (name \"{pin.Pin.Name}\" "
                    + $"{Effects}) (number \"{pin.Pin.Number}\" {Effects}))"));
        }

        return s.Append("      )\n    )\n").ToString();
    }

    private static string SupplySymbol(string prefix, string net)
    {
        StringBuilder s = new();
        s.Append(Line($"    (symbol \"{prefix}{net}\" (power) (pin_names (offset 0)) (in_bom yes) (on_board yes)"));
        s.Append(Line($"      (property \"Reference\" \"#PWR\" (id 0) (at 0 -5.08 0) {Hidden})"));
        s.Append(Line($"      (property \"Value\" \"{net}\" (id 1) (at 0 {(SupplySign.Hangs(net) ? -3.81 : 3.556)} 0) {Effects})"));
        s.Append(
            Line(
                $"      (property \"Footprint\" \"\" (id 2) (at 0 0 0) {Hidden})\n      (property \"Datasheet\" \"\" (id 3) (at 0 0 0) "
                + $"{Hidden})"));
        s.Append(Line($"      (symbol \"{net}_0_1\""));
        Strokes(s, SupplySign.Strokes(net));
        s.Append(Line($"      )\n      (symbol \"{net}_1_1\""));
        s.Append(
            Line(
                $"        (pin power_in line (at 0 0 {(SupplySign.Hangs(net) ? 270 : 90)}) (length 0) hide (name \"{net}\" {Effects}) "
                + $"(number \"1\" {Effects}))"));
        return s.Append("      )\n    )\n").ToString();
    }

    private static void Strokes(StringBuilder s, IReadOnlyList<IReadOnlyList<(double X, double Y)>> strokes)
    {
        foreach (IReadOnlyList<(double X, double Y)> stroke in strokes)
        {
            IEnumerable<string> points = stroke.Select(p => string.Create(CultureInfo.InvariantCulture, $"(xy {p.X} {p.Y})"));
            s.Append(Line($"        (polyline (pts {string.Join(' ', points)}) {Pen} (fill (type none)))"));
        }
    }

    private static void Wires(StringBuilder s, SheetLayout layout)
    {
        foreach (PlacedPart part in layout.Parts)
        {
            foreach (SymbolPin pin in part.Symbol.Pins.Where(p => p.Pin.Net is null))
            {
                Point at = part.At(pin);
                s.Append(Line($"  (no_connect (at {at.X} {at.Y}) (uuid {Id($"open {part.Part.Reference} {pin.Pin.Number}")}))"));
            }
        }

        foreach (Point j in layout.Junctions)
            s.Append(Line($"  (junction (at {j.X} {j.Y}) (diameter 0) (color 0 0 0 0) (uuid {Id($"junction {layout.Name} {j}")}))"));

        foreach (Wire w in layout.Wires)
        {
            s.Append(
                Line($"  (wire (pts (xy {w.From.X} {w.From.Y}) (xy {w.To.X} {w.To.Y})) {Stroke} (uuid {Id($"wire {layout.Name} {w}")}))"));
        }

        foreach (NetMark m in layout.Marks.Where(m => m.Kind == NetMarkKind.Local))
        {
            s.Append(
                Line(
                    $"  (label \"{m.Net}\" (at {m.At.X} {m.At.Y} {(m.Side == PinSide.Top ? 90 : 0)}) (effects (font (size 1.27 1.27)) "
                    + $"(justify left bottom)) (uuid {Id($"label {layout.Name} {m}")}))"));
        }

        foreach (NetMark m in layout.Marks.Where(m => m.Kind == NetMarkKind.Global))
        {
            int angle = m.Side switch { PinSide.Left => 180, PinSide.Top => 90, PinSide.Bottom => 270, _ => 0 };
            string justify = m.Side is PinSide.Left or PinSide.Bottom ? "right" : "left";
            s.Append(
                Line(
                    $"  (global_label \"{m.Net}\" (shape passive) (at {m.At.X} {m.At.Y} {angle}) (fields_autoplaced) (effects (font (size "
                    + $"1.27 1.27)) (justify {justify})) (uuid {Id($"label {layout.Name} {m}")}) (property \"Intersheet References\" "
                    + $"\"${{INTERSHEET_REFS}}\" (id 0) (at {m.At.X} {m.At.Y} 0) {Hidden}))"));
        }
    }

    private static void Supplies(StringBuilder s, SheetLayout layout)
    {
        foreach ((NetMark m, string reference) in SupplyMarks(layout))
        {
            int turn = SupplySign.Turn(m.Net, m.Side);
            double away = m.Side == PinSide.Bottom ? 3.81 : -3.556;
            s.Append(
                Line(
                    $"  (symbol (lib_id \"MagHopfield:{m.Net}\") (at {m.At.X} {m.At.Y} {turn}) (unit 1) (in_bom yes) (on_board yes) (uuid "
                    + $"{Id("symbol " + reference)})"));
            s.Append(Line($"    (property \"Reference\" \"{reference}\" (id 0) (at {m.At.X} {m.At.Y} 0) {Hidden})"));
            s.Append(
                Line(
                    $"    (property \"Value\" \"{m.Net}\" (id 1) (at {m.At.X} {m.At.Y + away} 0) {(m.Net == "AGND" ? Hidden : Effects)})"));
            s.Append(
                Line(
                    $"    (property \"Footprint\" \"\" (id 2) (at {m.At.X} {m.At.Y} 0) {Hidden})\n    (property \"Datasheet\" \"\" (id 3) "
                    + $"(at {m.At.X} {m.At.Y} 0) {Hidden})"));
            s.Append(Line($"    (pin \"1\" (uuid {Id("pin " + reference)}))\n  )"));
        }
    }

    // Numbers of supply signs are unique in the project: thousands by sheet.
    private static IEnumerable<(NetMark Mark, string Reference)> SupplyMarks(SheetLayout layout) =>
        layout.Marks.Where(m => m.Kind == NetMarkKind.Supply)
        .Select((m, i) => (m, string.Create(CultureInfo.InvariantCulture, $"#PWR{layout.Name}{i + 1:00}")));

    private static void Instance(StringBuilder s, PlacedPart part)
    {
        Part p = part.Part;
        double lift = part.Symbol.HalfHeight + 1.27;
        bool beside = !part.Symbol.IsBox && (part.Turn is 90 or 270 || part.Symbol.Pins.Count > 2);
        int angle = part.Turn is 90 or 270 ? 90 : 0;
        double column = part.X + (part.Symbol.Pins.Count > 2 ? 4.445 : 2.54);
        const string Left = "(effects (font (size 1.27 1.27)) (justify left))";

        // A field of a symbol on its side is drawn level at 90 degrees; KiCad turns its justification with the symbol.
        string justify = part.Turn == 90 ? "(effects (font (size 1.27 1.27)) (justify right))" : Left;
        s.Append(
            Line(
                $"  (symbol (lib_id \"MagHopfield:{Symbol.NameOf(p)}\") (at {part.X} {part.Y} {part.Turn}) (unit 1) (in_bom yes) (on_board "
                + $"yes) (uuid {Id("symbol " + p.Reference)})"));
        if (beside)
        {
            s.Append(Line($"    (property \"Reference\" \"{p.Reference}\" (id 0) (at {column} {part.Y - 1.27} {angle}) {justify})"));
            s.Append(Line($"    (property \"Value\" \"{p.Item.Value}\" (id 1) (at {column} {part.Y + 1.27} {angle}) {justify})"));
        }
        else
        {
            bool box = part.Symbol.IsBox;
            s.Append(Line($"    (property \"Reference\" \"{p.Reference}\" (id 0) (at {part.X - 2.54} {part.Y - lift} 0) {Effects})"));
            s.Append(
                Line(
                    $"    (property \"Value\" \"{p.Item.Value}\" (id 1) (at {(box ? part.X : part.X + 5.08)} "
                    + $"{(box ? part.Y + lift : part.Y - lift)} 0) {Effects})"));
        }

        s.Append(
            Line(
                $"    (property \"Footprint\" \"\" (id 2) (at {part.X} {part.Y} 0) {Hidden})\n    (property \"Datasheet\" \"\" (id 3) (at "
                + $"{part.X} {part.Y} 0) {Hidden})"));
        s.Append(Line($"    (property \"MPN\" \"{p.Item.PartNumber}\" (id 4) (at {part.X} {part.Y} 0) {Hidden})"));
        foreach (SymbolPin pin in part.Symbol.Pins)
            s.Append(Line($"    (pin \"{pin.Pin.Number}\" (uuid {Id($"pin {p.Reference} {pin.Pin.Number}")}))"));

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

    private static string Line(RoundedText text) => text.ToString() + (text.EndsLine ? "" : "\n");

    private static string Round(RoundedText text) => text.ToString();

    private static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
