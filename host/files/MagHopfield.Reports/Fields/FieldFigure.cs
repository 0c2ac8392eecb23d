using System.Runtime.InteropServices;
using MagHopfield.Pictures;
using SkiaSharp;

namespace MagHopfield.Reports.Fields;

/// <summary>
/// Planes of a field side by side under one scale: colours, arrows, electrodes, a scale bar, and what the colours stand for.
/// </summary>
public static class FieldFigure
{
    private const int Margin = 14, Gap = 14, TitleHeight = 26, FootHeight = 34, WidestRow = 1040, LargestSide = 8192;
    private const float Text = 15, LeastDisc = 8, LargestDisc = 15;

    /// <summary>Draws planes of one size.</summary>
    /// <param name="panels">The planes, one at least, all of one grid.</param>
    /// <param name="legend">What their colours stand for.</param>
    /// <param name="side">Longer side of a plane in units of the figure.</param>
    /// <exception cref="ArgumentException">There is no plane, or they differ in size.</exception>
    public static Figure Draw(IReadOnlyList<FieldPanel> panels, FieldLegend legend, int side)
    {
        ArgumentNullException.ThrowIfNull(panels);
        ArgumentNullException.ThrowIfNull(legend);
        if (panels.Count == 0 || panels.Any(p => p.Grid != panels[0].Grid))
            throw new ArgumentException("A figure needs planes of one grid.", nameof(panels));
        CellGrid grid = panels[0].Grid;
        double scale = side / Math.Max(grid.Width, grid.Height);
        int width = Pixels(grid.Width * scale, side), height = Pixels(grid.Height * scale, side);
        int columns = Math.Clamp((WidestRow - LegendDrawing.Width) / (width + Gap), 1, panels.Count);
        int rows = (panels.Count + columns - 1) / columns;

        // Five of at most four in a row are three and two, not four and one.
        columns = (panels.Count + rows - 1) / rows;
        int title = panels.Any(p => p.Title.Length > 0) ? TitleHeight : 0;
        ScaleBar bar = ScaleBar.For(Math.Max(grid.Width, grid.Height));
        float barLength = (float)(bar.Length * scale);

        // A strip may be narrower than its titles or its scale bar.
        int pitch = Math.Max(width, (int)Math.Ceiling(panels.Max(p => ReportFont.WidthOf(p.Title, Text)))) + Gap;
        int left = Math.Max(columns * pitch, (int)Math.Ceiling(barLength + Gap + ReportFont.WidthOf(bar.Text, Text) + Gap));
        int wholeWidth = Margin + left + LegendDrawing.Width + Margin;
        int body = rows * (title + height + Gap);
        int wholeHeight = Margin + Math.Max(body + FootHeight, LegendDrawing.Height(legend)) + Margin;
        RgbImage[] cells = [.. panels.Select(p => Cells(p, side))];
        return Figure.Draw(wholeWidth, wholeHeight, canvas =>
        {
            for (int k = 0; k < panels.Count; k++)
            {
                float x = Margin + (k % columns * pitch), y = Margin + (k / columns * (title + height + Gap));
                Ink.Write(canvas, panels[k].Title, x, y + Text, Text, SKTextAlign.Left);
                Panel(canvas, panels[k], cells[k], SKRect.Create(x, y + title, width, height));
            }

            Bar(canvas, bar, barLength, Margin, Margin + body + 12);
            LegendDrawing.Draw(canvas, legend, Margin + left, Margin + title);
        });
    }

    private static int Pixels(double wanted, int side) => (int)Math.Clamp(Math.Round(wanted), 1, side);

    // Every cell has a pixel at least; what is drawn large has as many as the figure shows.
    private static RgbImage Cells(FieldPanel panel, int side) =>
        FieldPicture.Cells(panel.Grid, (int)Math.Min(LargestSide, Math.Max(2 * side, FieldPicture.SideFor(panel.Grid))), panel.Colour);

    private static void Panel(SKCanvas canvas, FieldPanel panel, RgbImage cells, SKRect frame)
    {
        using (SKImage image = Picture(cells))
        {
            canvas.DrawImage(image, frame, new SKSamplingOptions(SKFilterMode.Linear));
        }

        if (panel.InPlane is not null)
        {
            foreach (PlacedArrow arrow in FieldPicture.Place(panel.Grid, frame.Width, frame.Height, panel.InPlane, panel.Arrows))
                Arrow(canvas, arrow, frame, panel.Arrows.Colour);
        }

        using SKPaint border = new() { Style = SKPaintStyle.Stroke, Color = SKColors.DimGray, StrokeWidth = 1.2f, IsAntialias = true };
        canvas.DrawRect(frame, border);
        Electrodes(canvas, panel, frame);
    }

    private static void Arrow(SKCanvas canvas, PlacedArrow arrow, SKRect frame, Rgb colour)
    {
        float x = frame.Left + (float)arrow.X, y = frame.Top + (float)arrow.Y, dx = (float)arrow.HalfX, dy = (float)arrow.HalfY;
        using SKPaint paint = new() { Style = SKPaintStyle.Stroke, Color = Ink.Of(colour), StrokeWidth = 1.2f, IsAntialias = true };
        using SKPath path = new();
        path.MoveTo(x - dx, y - dy);
        path.LineTo(x + dx, y + dy);
        path.MoveTo(x + (0.5f * dx) + (0.3f * dy), y + (0.5f * dy) - (0.3f * dx));
        path.LineTo(x + dx, y + dy);
        path.LineTo(x + (0.5f * dx) - (0.3f * dy), y + (0.5f * dy) + (0.3f * dx));
        canvas.DrawPath(path, paint);
    }

    private static void Electrodes(SKCanvas canvas, FieldPanel panel, SKRect frame)
    {
        if (panel.Electrodes.Count == 0)
            return;
        float perMetre = frame.Width / (float)panel.Grid.Width;
        SKPoint At((double X, double Y) p) => new(frame.Left + ((float)p.X * perMetre), frame.Bottom - ((float)p.Y * perMetre));
        float disc = DiscRadius(panel.Electrodes, perMetre);
        foreach (ElectrodeMark electrode in panel.Electrodes)
        {
            using SKPath path = new();
            foreach (((double X, double Y) from, (double X, double Y) to) in electrode.Outline)
            {
                path.MoveTo(At(from));
                path.LineTo(At(to));
            }

            // Black on white is seen on every colour.
            using SKPaint under = new()
            {
                Style = SKPaintStyle.Stroke,
                Color = SKColors.White,
                StrokeWidth = 3,
                StrokeCap = SKStrokeCap.Square,
                IsAntialias = true,
            };
            using SKPaint over = new()
            {
                Style = SKPaintStyle.Stroke,
                Color = SKColors.Black,
                StrokeWidth = 1.2f,
                StrokeCap = SKStrokeCap.Square,
                IsAntialias = true,
            };
            canvas.DrawPath(path, under);
            canvas.DrawPath(path, over);
            if (electrode.Sign == 0)
                continue;
            SKPoint middle = At((electrode.X, electrode.Y));
            SKPoint centre = new(
                Math.Clamp(middle.X, frame.Left + disc, Math.Max(frame.Left + disc, frame.Right - disc)),
                Math.Clamp(middle.Y, frame.Top + disc, Math.Max(frame.Top + disc, frame.Bottom - disc)));
            Sign(canvas, centre, disc, electrode.Sign > 0);
        }
    }

    // Drawn as strokes: a sign has no least size of letters, and is red or blue besides.
    private static void Sign(SKCanvas canvas, SKPoint centre, float radius, bool plus)
    {
        using SKPaint disc = new() { Color = plus ? new SKColor(200, 30, 30) : new SKColor(30, 60, 190), IsAntialias = true };
        using SKPaint ring = new()
        {
            Color = SKColors.White,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = Math.Max(1, radius / 8),
            IsAntialias = true,
        };
        using SKPaint ink = new()
        {
            Color = SKColors.White,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = Math.Max(1.5f, radius / 6),
            IsAntialias = true,
        };
        canvas.DrawCircle(centre, radius, disc);
        canvas.DrawCircle(centre, radius, ring);
        float half = 0.5f * radius;
        canvas.DrawLine(centre.X - half, centre.Y, centre.X + half, centre.Y, ink);
        if (plus)
            canvas.DrawLine(centre.X, centre.Y - half, centre.X, centre.Y + half, ink);
    }

    private static float DiscRadius(IReadOnlyList<ElectrodeMark> electrodes, float perMetre)
    {
        double closest = double.PositiveInfinity;
        for (int i = 0; i < electrodes.Count; i++)
        {
            for (int j = 0; j < i; j++)
                closest = Math.Min(
                    closest, Math.Sqrt(Math.Pow(electrodes[i].X - electrodes[j].X, 2) + Math.Pow(electrodes[i].Y - electrodes[j].Y, 2)));
        }

        return (float)Math.Clamp(0.2 * closest * perMetre, Math.Min(LeastDisc, 0.4 * closest * perMetre), LargestDisc);
    }

    private static void Bar(SKCanvas canvas, ScaleBar bar, float length, float x, float y)
    {
        using SKPaint ink = new() { Color = SKColors.Black };
        canvas.DrawRect(x, y, length, 5, ink);
        Ink.Write(canvas, bar.Text, x + length + 8, y + 8, Text, SKTextAlign.Left);
    }

    private static SKImage Picture(RgbImage image)
    {
        byte[] pixels = new byte[4 * image.Width * image.Height];
        for (int i = 0; i < image.Width * image.Height; i++)
        {
            image.Bytes.AsSpan(3 * i, 3).CopyTo(pixels.AsSpan(4 * i));
            pixels[(4 * i) + 3] = byte.MaxValue;
        }

        using SKBitmap bitmap = new(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
        return SKImage.FromBitmap(bitmap);
    }
}
