using MagHopfield.Shared;
using SkiaSharp;

namespace MagHopfield.Experiments.Report;

/// <summary>Pictures of vector fields on a film: a colour a cell, arrows over it, electrodes with the signs of a pattern.</summary>
internal static class FieldPicture
{
    private const int Side = 460;
    private const int Margin = 26;
    private const int ArrowsAcross = 18;

    /// <summary>The magnetisation, coloured by direction.</summary>
    /// <param name="outline">Film.</param>
    /// <param name="mx">x component a cell, x fastest, row 0 at the bottom; zero outside the film.</param>
    /// <param name="my">y component.</param>
    /// <param name="mz">z component.</param>
    /// <param name="pattern">Signs written at the electrodes.</param>
    /// <returns>A PNG file.</returns>
    public static byte[] Texture(FilmOutline outline, double[] mx, double[] my, double[] mz, Pattern pattern) =>
        Draw(outline, mx, my, i => TextureColour.Of(mx[i], my[i], mz[i]), pattern, new SKColor(0, 0, 0, 200));

    /// <summary>A sheet current density, coloured by its size up to the 98th percentile (the pads are far brighter than the rest).</summary>
    /// <param name="outline">Film.</param>
    /// <param name="jx">x component a cell in A/m.</param>
    /// <param name="jy">y component a cell in A/m.</param>
    /// <param name="pattern">Signs written at the electrodes.</param>
    /// <returns>A PNG file, and the current density in A/m that the brightest colour stands for.</returns>
    public static (byte[] Png, double FullScale) Current(FilmOutline outline, double[] jx, double[] jy, Pattern pattern)
    {
        double[] sizes = [.. jx.Zip(jy, (x, y) => Math.Sqrt((x * x) + (y * y)))];
        double[] sorted = [.. sizes.Order()];
        double fullScale = sorted[(int)(0.98 * (sorted.Length - 1))];
        ScottPlot.IColormap map = new ScottPlot.Colormaps.Inferno();
        SKColor Colour(int i)
        {
            ScottPlot.Color c = map.GetColor(fullScale > 0 ? Math.Min(1, sizes[i] / fullScale) : 0);
            return new SKColor(c.R, c.G, c.B);
        }

        return (Draw(outline, jx, jy, Colour, pattern, new SKColor(255, 255, 255, 210)), fullScale);
    }

    private static byte[] Draw(
        FilmOutline outline,
        double[] vx,
        double[] vy,
        Func<int, SKColor> colour,
        Pattern pattern,
        SKColor arrowColour)
    {
        double scale = Side / Math.Max(outline.Width, outline.Height);
        int width = (int)Math.Round(outline.Width * scale);
        int height = (int)Math.Round(outline.Height * scale);
        using SKBitmap cells = new(outline.CellsX, outline.CellsY);
        for (int y = 0; y < outline.CellsY; y++)
        {
            for (int x = 0; x < outline.CellsX; x++)
            {
                cells.SetPixel(x, outline.CellsY - 1 - y, colour((y * outline.CellsX) + x));
            }
        }

        using SKSurface surface = SKSurface.Create(new SKImageInfo(width + (2 * Margin), height + (2 * Margin)));
        SKCanvas canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        SKRect frame = SKRect.Create(Margin, Margin, width, height);
        using (SKImage image = SKImage.FromBitmap(cells))
        {
            canvas.DrawImage(image, frame, new SKSamplingOptions(SKFilterMode.Nearest));
        }

        DrawArrows(canvas, outline, vx, vy, frame, arrowColour);
        using SKPaint border = new() { Style = SKPaintStyle.Stroke, Color = SKColors.DimGray, StrokeWidth = 1.5f, IsAntialias = true };
        canvas.DrawRect(frame, border);
        DrawElectrodes(canvas, outline, frame, (float)scale, pattern);
        using SKImage snapshot = surface.Snapshot();
        using SKData data = snapshot.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void DrawArrows(
        SKCanvas canvas, FilmOutline outline, double[] vx, double[] vy, SKRect frame, SKColor colour)
    {
        double largest = Enumerable.Range(0, vx.Length).Max(i => Math.Sqrt((vx[i] * vx[i]) + (vy[i] * vy[i])));
        if (largest == 0)
        {
            return;
        }

        using SKPaint paint = new() { Color = colour, StrokeWidth = 1.4f, IsAntialias = true, StrokeCap = SKStrokeCap.Round };
        float pitch = Math.Max(frame.Width, frame.Height) / ArrowsAcross;
        for (float py = pitch / 2; py < frame.Height; py += pitch)
        {
            for (float px = pitch / 2; px < frame.Width; px += pitch)
            {
                int x = Math.Min(outline.CellsX - 1, (int)(px / frame.Width * outline.CellsX));
                int y = Math.Min(outline.CellsY - 1, (int)((1 - (py / frame.Height)) * outline.CellsY));
                int i = (y * outline.CellsX) + x;
                double size = Math.Sqrt((vx[i] * vx[i]) + (vy[i] * vy[i]));
                if (size < 1e-9 * largest)
                {
                    continue;
                }

                float length = 0.8f * pitch;
                float dx = (float)(vx[i] / size) * length / 2;
                float dy = -(float)(vy[i] / size) * length / 2;
                SKPoint centre = new(frame.Left + px, frame.Top + py);
                SKPoint tip = new(centre.X + dx, centre.Y + dy);
                canvas.DrawLine(centre.X - dx, centre.Y - dy, tip.X, tip.Y, paint);
                canvas.DrawLine(tip.X, tip.Y, tip.X - (0.5f * dx) + (0.3f * dy), tip.Y - (0.5f * dy) - (0.3f * dx), paint);
                canvas.DrawLine(tip.X, tip.Y, tip.X - (0.5f * dx) - (0.3f * dy), tip.Y - (0.5f * dy) + (0.3f * dx), paint);
            }
        }
    }

    private static void DrawElectrodes(SKCanvas canvas, FilmOutline outline, SKRect frame, float scale, Pattern pattern)
    {
        using SKFont font = new(ReportFont.Typeface, 22);
        for (int k = 0; k < outline.ElectrodeX.Count; k++)
        {
            float x = frame.Left + ((float)outline.ElectrodeX[k] * scale);
            float y = frame.Bottom - ((float)outline.ElectrodeY[k] * scale);
            bool plus = pattern[k] > 0;
            using SKPaint disc = new() { Color = plus ? new SKColor(200, 30, 30) : new SKColor(30, 60, 190), IsAntialias = true };
            using SKPaint ring = new() { Color = SKColors.White, Style = SKPaintStyle.Stroke, StrokeWidth = 2, IsAntialias = true };
            using SKPaint ink = new() { Color = SKColors.White, IsAntialias = true };
            canvas.DrawCircle(x, y, 15, disc);
            canvas.DrawCircle(x, y, 15, ring);
            canvas.DrawText(plus ? "+" : "−", x, y + 8, SKTextAlign.Center, font, ink);
        }
    }
}
