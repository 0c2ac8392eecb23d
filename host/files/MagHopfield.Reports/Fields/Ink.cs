using MagHopfield.Pictures;
using SkiaSharp;

namespace MagHopfield.Reports.Fields;

/// <summary>Text and colours on a drawing.</summary>
internal static class Ink
{
    public static SKColor Of(Rgb colour) => new(colour.R, colour.G, colour.B);

    /// <summary>Writes a text on a base line.</summary>
    public static void Write(SKCanvas canvas, string text, float x, float y, float size, SKTextAlign align)
    {
        if (text.Length == 0)
            return;
        using SKFont font = new(ReportFont.Typeface, size);
        using SKPaint ink = new() { Color = SKColors.Black, IsAntialias = true };
        canvas.DrawText(text, x, y, align, font, ink);
    }
}
