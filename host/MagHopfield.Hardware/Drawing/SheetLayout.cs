using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>Where the parts of a sheet stand: columns from the left, boxes first, on paper of the A series.</summary>
/// <param name="Name">Sheet.</param>
/// <param name="Paper">A2 or A3.</param>
/// <param name="Width">Width of the paper in millimetres.</param>
/// <param name="Height">Height of the paper in millimetres.</param>
/// <param name="Parts">Parts with their middles in millimetres from the top left corner.</param>
public sealed record SheetLayout(string Name, string Paper, double Width, double Height, IReadOnlyList<PlacedPart> Parts)
{
    private const double Margin = 17.78;
    private const double Grid = 2.54;

    /// <summary>Length of the wire from a pin to its label in millimetres.</summary>
    public const double WireLength = 2.54;

    /// <summary>Room for a label in millimetres.</summary>
    private const double LabelRoom = 22.86;

    /// <summary>Lays a sheet out on A3, or on A2 where A3 is too small.</summary>
    /// <param name="design">The board.</param>
    /// <param name="sheet">The sheet.</param>
    public static SheetLayout Of(BoardDesign design, string sheet)
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
            double need = above + Snap(symbol.HalfHeight + (symbol.Shape == SymbolShape.Box ? 7.62 : 2.54));
            if (columnWidth > 0 && (top + need > height - Margin - 15.24 || half * 2 > columnWidth + 0.01 && symbol.Shape == SymbolShape.Box && columnWidth < 60)
                || (columnWidth > 62 && symbol.Shape != SymbolShape.Box && placed[^1].Symbol.Shape == SymbolShape.Box))
            {
                left = Snap(left + columnWidth);
                top = Head;
                columnWidth = 0;
            }

            columnWidth = Math.Max(columnWidth, half * 2);
            if (left + columnWidth > width - Margin)
            {
                return null;
            }

            placed.Add(new PlacedPart(part, symbol, Snap(left + half), Snap(top + above)));
            top = Snap(top + need);
        }

        return new SheetLayout(sheet, paper, width, height, placed);
    }

    private static double Snap(double x) => Math.Ceiling((x / Grid) - 1e-6) * Grid;
}
