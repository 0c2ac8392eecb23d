using System.Globalization;
using MagHopfield.Pictures;

namespace MagHopfield.Model.Keys;

/// <summary>A picture whose colours say what is where. Column 0 at the left, row 0 at the bottom, as on the mesh.</summary>
/// <param name="path">Full path of its file.</param>
/// <param name="pixels">Its pixels.</param>
public sealed class ColourImage(string path, RgbImage pixels)
{
    /// <summary>Full path of its file.</summary>
    public string Path { get; } = path;

    /// <summary>Pixels across.</summary>
    public int Columns => pixels.Width;

    /// <summary>Pixels from bottom to top.</summary>
    public int Rows => pixels.Height;

    /// <summary>Colour 0xRRGGBB of a pixel.</summary>
    /// <param name="column">Column from the left.</param>
    /// <param name="row">Row from the bottom.</param>
    public int this[int column, int row]
    {
        get
        {
            Rgb colour = pixels[column, Rows - 1 - row];
            return (colour.R << 16) | (colour.G << 8) | colour.B;
        }
    }

    /// <summary>A colour 0xRRGGBB as files write it, "#rrggbb".</summary>
    /// <param name="colour">The colour.</param>
    public static string Text(int colour) => string.Create(CultureInfo.InvariantCulture, $"#{colour:x6}");

    /// <summary>Its pixels as a PNG file.</summary>
    public byte[] Bytes() => Png.Bytes(pixels);

    /// <summary>Whether a pixel is darker than half.</summary>
    internal bool IsDark(int column, int row) => pixels.Brightness(column, Rows - 1 - row) < 0.5;
}
