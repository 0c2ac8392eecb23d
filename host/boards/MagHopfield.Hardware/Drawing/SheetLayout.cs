using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>A sheet: parts, wires and names of nets, on paper of the A series.</summary>
/// <param name="Name">Sheet.</param>
/// <param name="Paper">A2 or A3.</param>
/// <param name="Width">Width of the paper in millimetres.</param>
/// <param name="Height">Height of the paper in millimetres.</param>
/// <param name="Parts">Parts with their middles in millimetres from the top left corner.</param>
/// <param name="Wires">Pieces of wire; two meet only at their ends.</param>
/// <param name="Marks">Labels and supply signs.</param>
/// <param name="Junctions">Where three or more ends meet.</param>
public sealed record SheetLayout(
    string Name,
    string Paper,
    double Width,
    double Height,
    IReadOnlyList<PlacedPart> Parts,
    IReadOnlyList<Wire> Wires,
    IReadOnlyList<NetMark> Marks,
    IReadOnlyList<Point> Junctions)
{
    private const double Margin = 17.78;
    private const double Grid = 2.54;

    /// <summary>Length of the wire from a pin to its label in millimetres.</summary>
    public const double WireLength = 2.54;

    /// <summary>Room for a label in millimetres.</summary>
    private const double LabelRoom = 22.86;

    /// <summary>Lays a sheet out: by hand, but for the controller, whose pins all have labels.</summary>
    /// <param name="design">The board.</param>
    /// <param name="sheet">The sheet.</param>
    public static SheetLayout Of(BoardDesign design, string sheet) => sheet switch
    {
        "nodes" => NodePlan.Draw(new SheetPlanner(design, sheet)),
        "pulse" => PulsePlan.Draw(new SheetPlanner(design, sheet)),
        "adc" => AdcPlan.Draw(new SheetPlanner(design, sheet)),
        "supply" => SupplyPlan.Draw(new SheetPlanner(design, sheet)),
        "operator" => OperatorPlan.Draw(new SheetPlanner(design, sheet)),
        _ => InColumns(design, sheet),
    };

    /// <summary>
    /// Finishes a sheet: splits wires where others end on them, names what no wire reaches, finds junctions, and checks it.
    /// </summary>
    internal static SheetLayout Complete(
        string sheet,
        string paper,
        double width,
        double height,
        IReadOnlyList<PlacedPart> parts,
        IReadOnlyList<Wire> drawn,
        IReadOnlyList<NetMark> labels,
        IReadOnlySet<string> elsewhere)
    {
        List<Wire> wires = [.. drawn];
        List<NetMark> marks = [.. labels];
        List<(Point At, string? Net)> pins = [.. parts.SelectMany(p => p.Symbol.Pins.Select(q => (p.At(q), q.Pin.Net)))];
        foreach (PlacedPart part in parts)
        {
            foreach (SymbolPin pin in part.Symbol.Pins)
            {
                Point at = part.At(pin);
                if (
                    pin.Pin.Net is not string net || drawn.Any(w => w.From == at || w.To == at || at.IsInside(w))
                        || labels.Any(m => m.At == at)
                    || pins.Count(p => p.At == at) > 1)
                {
                    continue;
                }

                PinSide side = part.Side(pin);
                Point end = Outward(at, side);
                wires.Add(new Wire(net, at, end));
                marks.Add(
                    new NetMark(
                        net,
                        end,
                        side,
                        SupplySign.Is(net) && (side is PinSide.Top or PinSide.Bottom) ? NetMarkKind.Supply : NetMarkKind.Global));
            }
        }

        List<(Point At, string? Net)> ends =
        [
            .. pins,
            .. marks.Select(m => (m.At, (string?)m.Net)),
            .. wires.SelectMany(w => new[] { (w.From, (string?)w.Net), (w.To, (string?)w.Net) }),
        ];
        List<Wire> cut = Cut(sheet, wires, ends);

        // What only wires join has the net's name on its longest piece; two islands of a net need a name each.
        foreach (
            List<Wire> island in Islands(cut).Where(i => marks.All(m => m.Net != i[0].Net || !i.Any(w => w.From == m.At || w.To == m.At))))
        {
            Wire longest = island.OrderBy(w => w.From.Y == w.To.Y ? 0 : 1).ThenByDescending(Length).First();
            bool level = longest.From.Y == longest.To.Y;
            Point start = level
                ? (longest.From.X < longest.To.X ? longest.From : longest.To)
                : (longest.From.Y > longest.To.Y ? longest.From : longest.To);
            double inward = Length(longest) > 5.08 ? 2.54 : 0;
            Point at = (level ? start with { X = start.X + inward } : start with { Y = start.Y - inward }).Snap();
            NetMarkKind kind = elsewhere.Contains(longest.Net) || SupplySign.Is(longest.Net) ? NetMarkKind.Global : NetMarkKind.Local;
            marks.Add(new NetMark(longest.Net, at, level ? PinSide.Right : PinSide.Top, kind));
            ends.Add((at, longest.Net));
        }

        cut = Cut(sheet, cut, ends);
        foreach (Wire level in cut.Where(w => w.From.Y == w.To.Y))
        {
            if (
                cut.Any(
                    w =>
                        w.Net == level.Net && w.From.X == w.To.X && new Point(w.From.X, level.From.Y) is Point crossing
                            && crossing.IsInside(w) && crossing.IsInside(level)))
            {
                throw new InvalidOperationException(
                    $"On the sheet {sheet} wires of {level.Net} cross at the height of {level.From} without a joint.");
            }
        }

        Point[] junctions =
        [
            .. cut.SelectMany(
                w =>
                    new[] { w.From, w.To }).Concat(
                        pins.Select(p => p.At)).GroupBy(p => p).Where(g => g.Count() >= 3).Select(g => g.Key).OrderBy(p => p.X)
                            .ThenBy(p => p.Y),
        ];
        return new SheetLayout(sheet, paper, width, height, parts, cut, marks, junctions);
    }

    internal static Point Outward(Point at, PinSide side, double length = WireLength) => (side switch
    {
        PinSide.Left => at with { X = at.X - length },
        PinSide.Right => at with { X = at.X + length },
        PinSide.Top => at with { Y = at.Y - length },
        _ => at with { Y = at.Y + length },
    }).Snap();

    // A wire is cut wherever a pin, a name or another end of the same net lies on it.
    private static List<Wire> Cut(string sheet, List<Wire> wires, List<(Point At, string? Net)> ends)
    {
        List<Wire> cut = [];
        foreach (Wire wire in wires.Distinct())
        {
            foreach ((Point at, string? net) in ends.Where(e => e.At == wire.From || e.At == wire.To || e.At.IsInside(wire)))
            {
                if (net != wire.Net)
                {
                    throw new InvalidOperationException(
                        $"On the sheet {sheet} a wire of {wire.Net} touches {net ?? "an open pin"} at {at}.");
                }
            }

            Point[] stops =
            [
                .. ends.Where(
                    e =>
                        e.At.IsInside(wire)).Select(e => e.At).Append(wire.From).Append(wire.To).Distinct().OrderBy(p => p.X)
                            .ThenBy(p => p.Y),
            ];
            cut.AddRange(stops.Zip(stops.Skip(1), (a, b) => new Wire(wire.Net, a, b)));
        }

        return [.. cut.Distinct()];
    }

    private static List<List<Wire>> Islands(IReadOnlyList<Wire> wires)
    {
        List<List<Wire>> islands = [];
        List<Wire> left = [.. wires];
        while (left.Count > 0)
        {
            List<Wire> island = [left[0]];
            HashSet<Point> reached = [left[0].From, left[0].To];
            left.RemoveAt(0);
            for (int found = -1; (found = left.FindIndex(w => reached.Contains(w.From) || reached.Contains(w.To))) >= 0;)
            {
                island.Add(left[found]);
                reached.Add(left[found].From);
                reached.Add(left[found].To);
                left.RemoveAt(found);
            }

            islands.Add(island);
        }

        return islands;
    }

    private static double Length(Wire wire) => Math.Abs(wire.From.X - wire.To.X) + Math.Abs(wire.From.Y - wire.To.Y);

    private static SheetLayout InColumns(BoardDesign design, string sheet)
    {
        List<Part> parts = [.. design.Parts.Where(p => p.Sheet == sheet).OrderByDescending(p => p.Pins.Count > 2)];
        return Try(sheet, parts, "A3", 420, 297) ?? Try(sheet, parts, "A2", 594, 420)
            ?? throw new InvalidOperationException($"The sheet {sheet} does not fit on A2; divide it.");
    }

    private static SheetLayout? Try(string sheet, List<Part> parts, string paper, double width, double height)
    {
        const double Head = 25.4;
        List<PlacedPart> placed = [];
        double left = Margin;
        double top = Head;
        double columnWidth = 0;
        foreach (Part part in parts)
        {
            Symbol symbol = Symbol.Of(part);
            double half = Snap(symbol.HalfWidth + Symbol.PinLength + WireLength + LabelRoom);
            double above = Snap(symbol.HalfHeight + 5.08);
            double need = above + Snap(symbol.HalfHeight + (symbol.IsBox ? 7.62 : 2.54));
            if (
                columnWidth > 0
                    && (top + need > height - Margin - 15.24 || half * 2 > columnWidth + 0.01 && symbol.IsBox && columnWidth < 60)
                || (columnWidth > 62 && !symbol.IsBox && placed[^1].Symbol.IsBox))
            {
                left = Snap(left + columnWidth);
                top = Head;
                columnWidth = 0;
            }

            columnWidth = Math.Max(columnWidth, half * 2);
            if (left + columnWidth > width - Margin)
                return null;

            placed.Add(new PlacedPart(part, symbol, Snap(left + half), Snap(top + above)));
            top = Snap(top + need);
        }

        return Complete(sheet, paper, width, height, placed, [], [], new HashSet<string>());
    }

    private static double Snap(double x) => Math.Ceiling((x / Grid) - 1e-6) * Grid;
}
