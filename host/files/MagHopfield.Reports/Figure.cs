using System.Text;
using System.Text.RegularExpressions;
using MagHopfield.Pictures;
using MagHopfield.Store;
using ScottPlot;
using SkiaSharp;

namespace MagHopfield.Reports;

/// <summary>
/// A drawing that is saved twice, for a page and for a talk: as PNG of two pixels a unit and as SVG. Both come from the same commands,
/// and the same commands give the same bytes.
/// </summary>
public sealed partial class Figure
{
    /// <summary>Least size of a letter, in pixels at the saved size, that is read from the back of a room.</summary>
    public const float LeastText = 11;

    private const int Ratio = 2;

    // A run may write a figure with every snapshot: packing is fast before it is tight.
    private static readonly SKPngEncoderOptions Packing = new(SKPngEncoderFilterFlags.Sub, 4);

    private Figure(int width, int height, byte[] png, string svg) => (Width, Height, Png, Svg) = (width, height, png, svg);

    /// <summary>Width in units of the drawing, which are the pixels of a page.</summary>
    public int Width { get; }

    /// <summary>Height in units of the drawing.</summary>
    public int Height { get; }

    /// <summary>The drawing as a PNG file, two pixels a unit.</summary>
    public byte[] Png { get; }

    /// <summary>The drawing as an SVG file; its text is text.</summary>
    public string Svg { get; }

    /// <summary>Makes a figure from drawing commands.</summary>
    /// <param name="width">Width in units.</param>
    /// <param name="height">Height in units.</param>
    /// <param name="draw">Draws; called once for each kind of file.</param>
    public static Figure Draw(int width, int height, Action<SKCanvas> draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        return new Figure(width, height, Raster(width, height, draw), Vectors(width, height, draw));
    }

    /// <summary>Makes a figure of a plot.</summary>
    /// <param name="plot">The plot, as <see cref="ReportFont.NewPlot"/> makes it.</param>
    /// <param name="width">Width in units.</param>
    /// <param name="height">Height in units.</param>
    public static Figure Of(Plot plot, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(plot);
        return Draw(width, height, canvas => plot.Render(canvas, new PixelRect(0, width, height, 0)));
    }

    /// <summary>Makes a figure of plots in rows, left to right and then down.</summary>
    /// <param name="plots">The plots.</param>
    /// <param name="columns">Plots in a row.</param>
    /// <param name="width">Width of each in units.</param>
    /// <param name="height">Height of each in units.</param>
    public static Figure Of(IReadOnlyList<Plot> plots, int columns, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(plots);
        int rows = (plots.Count + columns - 1) / columns;
        return Draw(columns * width, rows * height, canvas =>
        {
            for (int k = 0; k < plots.Count; k++)
            {
                float left = k % columns * width, top = k / columns * height;
                plots[k].Render(canvas, new PixelRect(left, left + width, top + height, top));
            }
        });
    }

    /// <summary>Writes NAME.png and NAME.svg, each whole or not at all.</summary>
    /// <param name="path">Path without extension.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Save(string path)
    {
        foreach ((string file, byte[] content) in Files(path))
            WholeFile.Write(file, content);
    }

    /// <summary>The files NAME.png and NAME.svg that <see cref="Save"/> writes.</summary>
    /// <param name="path">Path without extension.</param>
    public IReadOnlyList<(string Path, byte[] Content)> Files(string path) =>
        [(path + ".png", Png), (path + ".svg", Encoding.UTF8.GetBytes(Svg))];

    private static byte[] Raster(int width, int height, Action<SKCanvas> draw)
    {
        using SKSurface surface = SKSurface.Create(
            new SKImageInfo(Ratio * width, Ratio * height, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(Ratio);
        draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKPixmap pixels = image.PeekPixels();
        using SKData data = pixels.Encode(Packing) ?? throw new InvalidOperationException(
            $"A picture of {Ratio * width} × {Ratio * height} pixels could not be packed.");
        return data.ToArray();
    }

    private static string Vectors(int width, int height, Action<SKCanvas> draw)
    {
        using MemoryStream stream = new();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream))
        {
            using SKPaint ground = new() { Color = SKColors.White };
            canvas.DrawRect(0, 0, width, height, ground);
            draw(canvas);
        }

        // Clips are numbered, in hexadecimal, through the whole life of the program; a file counts its own.
        Dictionary<string, int> numbers = [];
        string svg = Numbered().Replace(
            Encoding.UTF8.GetString(stream.ToArray()), m =>
                m.Groups[1].Value + (numbers.TryGetValue(m.Value, out int n) ? n : numbers[m.Value] = numbers.Count));

        // Where the font is missing, one of the same widths or any other takes its place; every letter keeps its own.
        return svg
            .Replace(
                $"font-family=\"{ReportFont.Name}\"", $"font-family=\"{ReportFont.Name}, Verdana, sans-serif\"", StringComparison.Ordinal)
            .Replace(", \"", "\"", StringComparison.Ordinal); // lists of numbers end with a comma, which not every reader forgives
    }

    [GeneratedRegex(@"\b(cl_)[0-9a-f]+\b")]
    private static partial Regex Numbered();
}
