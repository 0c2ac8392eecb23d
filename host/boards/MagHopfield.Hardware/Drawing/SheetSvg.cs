using System.Security;
using System.Text;
using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>Draws a sheet as SVG, one unit a millimetre, cropped to what stands on it, as the README shows it.</summary>
public static class SheetSvg
{
    // Pixels a millimetre: the smallest letters, of 1.4 mm, have 11 pixels.
    private const int Scale = 8;
    private const string Body = "#8b1a1a";
    private const string WireColour = "#2f7d32";
    private const string LabelColour = "#8b1a1a";

    /// <summary>The drawing.</summary>
    /// <param name="design">The board.</param>
    /// <param name="sheet">The sheet.</param>
    public static string Draw(BoardDesign design, string sheet)
    {
        SheetLayout layout = SheetLayout.Of(design, sheet);
        double right = Math.Max(layout.Parts.Max(p => p.X + p.Symbol.HalfWidth), layout.Wires.Max(w => Math.Max(w.From.X, w.To.X))) + 26;
        double bottom = Math.Max(layout.Parts.Max(p => p.Y + p.Symbol.HalfHeight), layout.Wires.Max(w => Math.Max(w.From.Y, w.To.Y))) + 10;
        StringBuilder s = new();
        Add(
            s,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {right} {bottom}\" width=\"{right * Scale}\" "
            + $"height=\"{bottom * Scale}\" font-family=\"DejaVu Sans, sans-serif\" font-size=\"1.9\">");
        Add(
            s,
            $"<rect width=\"{right}\" height=\"{bottom}\" fill=\"#fffef8\"/><text x=\"18\" y=\"14\" "
            + $"font-size=\"5\">{Escape(sheet)}</text>");
        foreach (Wire w in layout.Wires)
        {
            Add(
                s,
                $"<path d=\"M{w.From.X} {w.From.Y}L{w.To.X} {w.To.Y}\" stroke=\"{WireColour}\" stroke-width=\".25\" "
                + $"stroke-linecap=\"round\"/>");
        }

        foreach (Point j in layout.Junctions)
            Add(s, $"<circle cx=\"{j.X}\" cy=\"{j.Y}\" r=\".55\" fill=\"{WireColour}\"/>");

        foreach (PlacedPart part in layout.Parts)
            Draw(s, part);

        foreach (NetMark mark in layout.Marks)
            Draw(s, mark);

        return s.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder s, PlacedPart p)
    {
        double w = p.Symbol.HalfWidth;
        double h = p.Symbol.HalfHeight;
        Add(
            s,
            $"<g transform=\"translate({p.X} {p.Y}) rotate({-p.Turn})\" fill=\"none\" stroke=\"{Body}\" stroke-width=\".25\" "
            + $"stroke-linejoin=\"round\">");
        if (p.Symbol.IsBox)
            Add(s, $"<rect x=\"{-w}\" y=\"{-h}\" width=\"{2 * w}\" height=\"{2 * h}\" fill=\"#fff7c8\"/>");

        foreach (IReadOnlyList<(double X, double Y)> stroke in p.Symbol.Strokes)
            Add(s, $"<path d=\"M{string.Join('L', stroke.Select(q => Text($"{q.X} {-q.Y}")))}\"/>");

        foreach (SymbolPin pin in p.Symbol.Pins)
        {
            (double x, double y) = Inner(pin);
            Add(s, $"<path d=\"M{x} {-y}L{pin.X} {-pin.Y}\"/>");
        }

        s.Append("</g>\n");
        bool upright = p.Turn is 90 or 270;
        string title = $"{p.Part.Reference} {p.Part.Item.Value}";
        if (p.Symbol.IsBox)
        {
            Add(s, $"<text x=\"{p.X - w}\" y=\"{p.Y - h - 0.8}\" fill=\"#00607a\">{Escape(title)}</text>");
        }
        else if (upright || p.Symbol.Pins.Count > 2)
        {
            double x = p.X + (p.Symbol.Pins.Count > 2 ? 3.4 : 2.2);
            Add(
                s,
                $"<text x=\"{x}\" y=\"{p.Y - 0.4}\" fill=\"#00607a\">{Escape(p.Part.Reference)}</text><text x=\"{x}\" y=\"{p.Y + 1.9}\" "
                + $"fill=\"#00607a\">{Escape(p.Part.Item.Value)}</text>");
        }
        else
        {
            Add(s, $"<text x=\"{p.X}\" y=\"{p.Y - h - 0.8}\" text-anchor=\"middle\" fill=\"#00607a\">{Escape(title)}</text>");
        }

        foreach (SymbolPin pin in p.Symbol.Pins)
            DrawPin(s, p, pin);
    }

    private static void DrawPin(StringBuilder s, PlacedPart p, SymbolPin pin)
    {
        Point at = p.At(pin);
        if (pin.Pin.Net is null)
            Add(s, $"<path d=\"M{at.X - 0.7} {at.Y - 0.7}l1.4 1.4m0 -1.4l-1.4 1.4\" stroke=\"#1a3a8b\" stroke-width=\".2\"/>");

        if (!p.Symbol.IsBox)
            return;

        double x = p.X + pin.X;
        double y = p.Y - pin.Y;
        switch (pin.Side)
        {
            case PinSide.Left or PinSide.Right:
                double side = pin.Side == PinSide.Left ? -1 : 1;
                double inner = p.X + (side * p.Symbol.HalfWidth);
                Add(
                    s,
                    $"<text x=\"{inner - (side * 0.6)}\" y=\"{y + 0.65}\" "
                    + $"text-anchor=\"{(side < 0 ? "start" : "end")}\">{Escape(pin.Pin.Name)}</text>");
                Add(
                    s,
                    $"<text x=\"{x - (side * 1.2)}\" y=\"{y - 0.3}\" text-anchor=\"middle\" font-size=\"1.4\" "
                    + $"fill=\"{Body}\">{pin.Pin.Number}</text>");
                break;
            default:
                double up = pin.Side == PinSide.Top ? 1 : -1;
                double edge = p.Y - (up * p.Symbol.HalfHeight);
                Add(
                    s,
                    $"<text transform=\"translate({x + 0.65} {edge + (up * 0.6)}) rotate(-90)\" "
                    + $"text-anchor=\"{(up > 0 ? "end" : "start")}\">{Escape(pin.Pin.Name)}</text>");
                Add(
                    s,
                    $"<text transform=\"translate({x - 0.3} {y + (up * 1.2)}) rotate(-90)\" text-anchor=\"middle\" font-size=\"1.4\" "
                    + $"fill=\"{Body}\">{pin.Pin.Number}</text>");
                break;
        }
    }

    private static void Draw(StringBuilder s, NetMark m)
    {
        if (m.Kind == NetMarkKind.Supply)
        {
            int turn = SupplySign.Turn(m.Net, m.Side);
            foreach (IReadOnlyList<(double X, double Y)> stroke in SupplySign.Strokes(m.Net))
            {
                Add(
                    s,
                    $"<path transform=\"translate({m.At.X} {m.At.Y}) rotate({turn})\" "
                    + $"d=\"M{string.Join('L', stroke.Select(q => Text($"{q.X} {-q.Y}")))}\" fill=\"none\" stroke=\"{Body}\" "
                    + $"stroke-width=\".25\"/>");
            }

            if (m.Net != "AGND")
            {
                double y = m.Side == PinSide.Bottom ? m.At.Y + 3.4 : m.At.Y - 2;
                Add(
                    s,
                    $"<text x=\"{m.At.X}\" y=\"{y}\" text-anchor=\"middle\" font-size=\"1.7\" "
                    + $"fill=\"{LabelColour}\">{Escape(m.Net)}</text>");
            }

            return;
        }

        string colour = m.Kind == NetMarkKind.Local ? "#555" : LabelColour;
        switch (m.Side)
        {
            case PinSide.Left or PinSide.Right when m.Kind == NetMarkKind.Global:
                double side = m.Side == PinSide.Left ? -1 : 1;
                Add(
                    s,
                    $"<text x=\"{m.At.X + (side * 0.5)}\" y=\"{m.At.Y + 0.65}\" text-anchor=\"{(side < 0 ? "end" : "start")}\" "
                    + $"fill=\"{colour}\" style=\"paint-order:stroke\" stroke=\"#fffef8\" stroke-width=\"1.4\">{Escape(m.Net)}</text>");
                break;
            case PinSide.Left or PinSide.Right:
                Add(s, $"<text x=\"{m.At.X}\" y=\"{m.At.Y - 0.4}\" fill=\"{colour}\">{Escape(m.Net)}</text>");
                break;
            default:
                double up = m.Side == PinSide.Top ? 1 : -1;
                Add(
                    s,
                    $"<text transform=\"translate({m.At.X + (m.Kind == NetMarkKind.Local ? -0.4 : 0.65)} {m.At.Y - (up * 0.5)}) "
                    + $"rotate(-90)\" text-anchor=\"{(up > 0 ? "start" : "end")}\" fill=\"{colour}\">{Escape(m.Net)}</text>");
                break;
        }
    }

    private static (double X, double Y) Inner(SymbolPin pin) => pin.Side switch
    {
        PinSide.Left => (pin.X + Symbol.PinLength, pin.Y),
        PinSide.Right => (pin.X - Symbol.PinLength, pin.Y),
        PinSide.Top => (pin.X, pin.Y - Symbol.PinLength),
        _ => (pin.X, pin.Y + Symbol.PinLength),
    };

    private static void Add(StringBuilder s, SheetText text) => s.Append(text.ToString()).Append('\n');

    private static string Text(SheetText text) => text.ToString();

    private static string Escape(string text) => SecurityElement.Escape(text)!;
}
