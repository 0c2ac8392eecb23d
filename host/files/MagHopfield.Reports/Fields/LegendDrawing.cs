using System.Globalization;
using MagHopfield.Pictures;
using SkiaSharp;

namespace MagHopfield.Reports.Fields;

/// <summary>The colour wheel or the colour bar beside a field.</summary>
internal static class LegendDrawing
{
    /// <summary>Room that any legend takes across.</summary>
    public const int Width = 150;

    private const float Text = 14, Small = 12;
    private const int Wheel = 96, Bar = 150, Line = 17, Across = 18;

    private static readonly Lazy<SKImage> WheelImage = new(DrawWheel);

    /// <summary>Room that a legend takes downwards.</summary>
    public static int Height(FieldLegend legend) => legend switch
    {
        BarLegend bar => Bar + 20 + (LabelLines(bar).Length * Line),
        _ => Wheel + 24 + (2 * Line) + 16,
    } + (legend.Outside is null ? 0 : 32);

    /// <summary>Draws a legend.</summary>
    public static void Draw(SKCanvas canvas, FieldLegend legend, float x, float y)
    {
        if (legend is BarLegend bar)
            ColourBar(canvas, bar, x + 8, y);
        else
            ColourWheel(canvas, x + 8, y + 20);
        if (legend.Outside is { } outside)
            Swatch(canvas, outside, x + 8, y + Height(legend) - 32);
    }

    private static void Swatch(SKCanvas canvas, (Rgb Colour, string Text) outside, float x, float y)
    {
        using SKPaint fill = new() { Color = Ink.Of(outside.Colour) };
        using SKPaint edge = Edge();
        canvas.DrawRect(x, y + 6, Across, 14, fill);
        canvas.DrawRect(x, y + 6, Across, 14, edge);
        Ink.Write(canvas, outside.Text, x + Across + 9, y + 18, Small, SKTextAlign.Left);
    }

    private static SKPaint Edge() => new() { Style = SKPaintStyle.Stroke, Color = SKColors.Black, StrokeWidth = 1, IsAntialias = true };

    private static void ColourWheel(SKCanvas canvas, float x, float y)
    {
        canvas.DrawImage(WheelImage.Value, SKRect.Create(x, y, Wheel, Wheel), new SKSamplingOptions(SKFilterMode.Linear));
        Ink.Write(canvas, "x", x + Wheel + 6, y + (Wheel / 2) + 5, Text, SKTextAlign.Left);
        Ink.Write(canvas, "y", x + (Wheel / 2), y - 7, Text, SKTextAlign.Center);
        Ink.Write(canvas, "centre: mz = +1", x, y + Wheel + Line + 2, Small, SKTextAlign.Left);
        Ink.Write(canvas, "rim: mz = −1", x, y + Wheel + (2 * Line) + 2, Small, SKTextAlign.Left);
    }

    // The whole sphere of directions: white (up) in the middle, the pure hues (in the plane) half way, black (down) at the rim.
    private static SKImage DrawWheel()
    {
        const int pixels = 2 * Wheel;
        using SKBitmap bitmap = new(pixels, pixels, SKColorType.Rgba8888, SKAlphaType.Premul);
        for (int j = 0; j < pixels; j++)
        {
            for (int i = 0; i < pixels; i++)
            {
                double across = ((2 * i) + 1 - pixels) / (double)pixels, up = (pixels - (2 * j) - 1) / (double)pixels;
                double radius = Math.Sqrt((across * across) + (up * up));
                if (radius > 1)
                    continue;
                double plane = Math.Sin(Math.PI * radius) / Math.Max(radius, 1e-12);
                bitmap.SetPixel(i, j, Ink.Of(TextureColour.Of(plane * across, plane * up, Math.Cos(Math.PI * radius))));
            }
        }

        return SKImage.FromBitmap(bitmap);
    }

    private static void ColourBar(SKCanvas canvas, BarLegend bar, float x, float y)
    {
        string[] label = LabelLines(bar);
        for (int k = 0; k < label.Length; k++)
            Ink.Write(canvas, label[k], x, y + 12 + (k * Line), Text, SKTextAlign.Left);
        y += (label.Length * Line) + 6;
        using SKBitmap bitmap = new(1, 256, SKColorType.Rgba8888, SKAlphaType.Opaque);
        for (int j = 0; j < 256; j++)
            bitmap.SetPixel(0, j, Ink.Of(bar.Colour((255 - j) / 255.0)));
        using (SKImage image = SKImage.FromBitmap(bitmap))
        {
            canvas.DrawImage(image, SKRect.Create(x, y, Across, Bar), new SKSamplingOptions(SKFilterMode.Linear));
        }

        using SKPaint edge = Edge();
        canvas.DrawRect(x, y, Across, Bar, edge);
        foreach ((double value, string text) in Ticks(bar))
        {
            float at = y + (float)(Bar * (bar.Highest - value) / (bar.Highest - bar.Lowest));
            canvas.DrawLine(x + Across, at, x + Across + 5, at, edge);
            Ink.Write(canvas, text, x + Across + 9, at + 5, Text, SKTextAlign.Left);
        }
    }

    private static string[] LabelLines(BarLegend bar) => bar.Label.Split('\n');

    // Round values between the ends, five at most; a bar that is open above says so at its end.
    private static List<(double Value, string Text)> Ticks(BarLegend bar)
    {
        double span = bar.Highest - bar.Lowest, step = ScaleBar.RoundBelow(span / 2);
        if (span / step < 2.5)
            step = ScaleBar.RoundBelow(step / 2);
        int digits = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        string format = "0." + new string('0', digits);
        List<(double, string)> ticks = [];
        double last = bar.OpenAbove ? bar.Highest - (0.12 * span) : bar.Highest + (1e-9 * span);
        for (double k = Math.Ceiling((bar.Lowest / step) - 1e-9); k * step <= last; k++)
            ticks.Add((k * step, ((k * step) + 0.0).ToString(format, CultureInfo.InvariantCulture).Replace('-', '−')));
        if (bar.OpenAbove)
            ticks.Add((bar.Highest, $"≥ {bar.Highest.ToString(format + "0", CultureInfo.InvariantCulture)}"));
        return ticks;
    }
}
