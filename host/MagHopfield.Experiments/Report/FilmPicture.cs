using System.Runtime.InteropServices;
using MagHopfield.Pictures;
using MagHopfield.Shared;
using SkiaSharp;

namespace MagHopfield.Experiments.Report;

/// <summary>Pictures of vector fields on a film: a colour a cell, arrows over it, electrodes with the signs of a pattern.</summary>
internal static class FilmPicture
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
        Draw(outline, mx, my, i => TextureColour.Of(mx[i], my[i], mz[i]), pattern, Rgb.Black);

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
        Rgb Colour(int i)
        {
            ScottPlot.Color c = map.GetColor(fullScale > 0 ? Math.Min(1, sizes[i] / fullScale) : 0);
            return new Rgb(c.R, c.G, c.B);
        }

        return (Draw(outline, jx, jy, Colour, pattern, Rgb.White), fullScale);
    }

    private static byte[] Draw(
        FilmOutline outline,
        double[] vx,
        double[] vy,
        Func<int, Rgb> colour,
        Pattern pattern,
        Rgb arrowColour)
    {
        CellGrid grid = new(outline.CellsX, outline.CellsY, outline.Width, outline.Height);
        RgbImage cells = FieldPicture.Cells(grid, Side, colour);
        FieldPicture.Draw(cells, grid, i => (vx[i], vy[i]), new Arrows(ArrowsAcross, arrowColour, EqualLength: true));
        (int width, int height) = (cells.Width, cells.Height);
        using SKSurface surface = SKSurface.Create(new SKImageInfo(width + (2 * Margin), height + (2 * Margin)));
        SKCanvas canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        SKRect frame = SKRect.Create(Margin, Margin, width, height);
        using (SKBitmap bitmap = Bitmap(cells))
        {
            canvas.DrawBitmap(bitmap, frame);
        }

        using SKPaint border = new() { Style = SKPaintStyle.Stroke, Color = SKColors.DimGray, StrokeWidth = 1.5f, IsAntialias = true };
        canvas.DrawRect(frame, border);
        DrawElectrodes(canvas, outline, frame, pattern);
        using SKImage snapshot = surface.Snapshot();
        using SKData data = snapshot.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static SKBitmap Bitmap(RgbImage image)
    {
        byte[] pixels = new byte[4 * image.Width * image.Height];
        for (int i = 0; i < image.Width * image.Height; i++)
        {
            image.Bytes.AsSpan(3 * i, 3).CopyTo(pixels.AsSpan(4 * i));
            pixels[(4 * i) + 3] = byte.MaxValue;
        }

        SKBitmap bitmap = new(image.Width, image.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        Marshal.Copy(pixels, 0, bitmap.GetPixels(), pixels.Length);
        return bitmap;
    }

    private static void DrawElectrodes(SKCanvas canvas, FilmOutline outline, SKRect frame, Pattern pattern)
    {
        float scale = frame.Width / (float)outline.Width;
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
