using System.Globalization;
using System.Security;
using System.Text;
using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>Draws a sheet as SVG, one unit a millimetre, cropped to what stands on it, as the README shows it.</summary>
public static class SheetSvg
{
    /// <summary>The drawing.</summary>
    /// <param name="design">The board.</param>
    /// <param name="sheet">The sheet.</param>
    public static string Draw(BoardDesign design, string sheet)
    {
        SheetLayout layout = SheetLayout.Of(design, sheet);
        double right = layout.Parts.Max(p => p.X + p.Symbol.HalfWidth) + 32;
        double bottom = layout.Parts.Max(p => p.Y + p.Symbol.HalfHeight) + 10;
        StringBuilder s = new();
        Add(s, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {right} {bottom}\" width=\"{right * 3}\" height=\"{bottom * 3}\" font-family=\"sans-serif\" font-size=\"1.9\">");
        Add(s, $"<rect width=\"{right}\" height=\"{bottom}\" fill=\"#fffef8\"/><text x=\"18\" y=\"14\" font-size=\"5\">{Escape(sheet)}</text>");
        foreach (PlacedPart part in layout.Parts)
        {
            Draw(s, part);
        }

        return s.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder s, PlacedPart p)
    {
        double w = p.Symbol.HalfWidth;
        double h = p.Symbol.HalfHeight;
        string body = p.Symbol.Shape switch
        {
            SymbolShape.Capacitor => Path(p, "M-2.54 0H-.5M-.5 -1.3V1.3M.5 -1.3V1.3M.5 0H2.54"),
            SymbolShape.Diode => Path(p, "M-2.54 0H2.54M-1.27 -1.3V1.3M1.27 -1.3V1.3L-1.27 0Z"),
            SymbolShape.Switch => Path(p, "M-2.54 0H-1.27L1.27 -1.3M1.27 0H2.54"),
            _ => Text($"<rect x=\"{p.X - w}\" y=\"{p.Y - h}\" width=\"{2 * w}\" height=\"{2 * h}\" fill=\"#fff7c8\" stroke=\"#8b1a1a\" stroke-width=\".25\"/>"),
        };
        s.Append(body);
        bool box = p.Symbol.Shape == SymbolShape.Box;
        string title = box ? $"{p.Part.Reference}  {p.Part.Item.Value}" : $"{p.Part.Reference} {p.Part.Item.Value}";
        Add(s, $"<text x=\"{p.X}\" y=\"{p.Y - h - 0.8}\" text-anchor=\"middle\" fill=\"#00607a\">{Escape(title)}</text>");
        foreach (SymbolPin pin in p.Symbol.Pins)
        {
            Draw(s, p, pin, box);
        }
    }

    private static void Draw(StringBuilder s, PlacedPart p, SymbolPin pin, bool box)
    {
        double side = pin.OnLeft ? -1 : 1;
        double x = p.X + pin.X;
        double y = p.Y - pin.Y;
        double inner = p.X + (side * p.Symbol.HalfWidth);
        double end = x + (side * SheetLayout.WireLength);
        Add(s, $"<path d=\"M{inner} {y}H{(pin.Pin.Net is null ? x : end)}\" stroke=\"#4a7a3a\" stroke-width=\".2\"/>");
        if (box)
        {
            Add(s, $"<text x=\"{inner - (side * 0.6)}\" y=\"{y + 0.65}\" text-anchor=\"{(pin.OnLeft ? "start" : "end")}\">{Escape(pin.Pin.Name)}</text>");
            Add(s, $"<text x=\"{x - (side * 1.2)}\" y=\"{y - 0.3}\" text-anchor=\"middle\" font-size=\"1.4\" fill=\"#8b1a1a\">{pin.Pin.Number}</text>");
        }

        if (pin.Pin.Net is null)
        {
            Add(s, $"<path d=\"M{x - 0.7} {y - 0.7}l1.4 1.4m0 -1.4l-1.4 1.4\" stroke=\"#1a3a8b\" stroke-width=\".2\"/>");
        }
        else
        {
            Add(s, $"<text x=\"{end + (side * 0.5)}\" y=\"{y + 0.65}\" text-anchor=\"{(pin.OnLeft ? "end" : "start")}\" fill=\"#8b1a1a\">{Escape(pin.Pin.Net)}</text>");
        }
    }

    private static string Path(PlacedPart p, string path) =>
        Text($"<path transform=\"translate({p.X} {p.Y})\" d=\"{path}\" fill=\"none\" stroke=\"#8b1a1a\" stroke-width=\".25\"/>");

    private static void Add(StringBuilder s, FormattableString text) => s.Append(Text(text)).Append('\n');

    private static string Text(FormattableString text) => string.Format(
        CultureInfo.InvariantCulture,
        text.Format,
        [.. text.GetArguments().Select(a => a is double x ? Math.Round(x, 3) : a)]);

    private static string Escape(string text) => SecurityElement.Escape(text)!;
}
