namespace MagHopfield.Pictures;

/// <summary>A picture of eight bits a channel.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Bytes">3·Width·Height bytes, red, green and blue of each pixel, row by row from the top.</param>
public sealed record RgbImage(int Width, int Height, byte[] Bytes)
{
    /// <summary>A picture of one colour.</summary>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="colour">The colour.</param>
    public static RgbImage Filled(int width, int height, Rgb colour)
    {
        RgbImage image = new(width, height, new byte[3 * width * height]);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                image[x, y] = colour;
        }

        return image;
    }

    /// <summary>Colour of a pixel.</summary>
    /// <param name="x">Pixel from the left, from 0.</param>
    /// <param name="y">Pixel from the top, from 0.</param>
    public Rgb this[int x, int y]
    {
        get
        {
            int at = 3 * ((y * Width) + x);
            return new Rgb(Bytes[at], Bytes[at + 1], Bytes[at + 2]);
        }

        set
        {
            int at = 3 * ((y * Width) + x);
            (Bytes[at], Bytes[at + 1], Bytes[at + 2]) = (value.R, value.G, value.B);
        }
    }

    /// <summary>Brightness of a pixel from 0 (black) to 1 (white), with the weights of ITU-R BT.601.</summary>
    /// <param name="x">Pixel from the left, from 0.</param>
    /// <param name="y">Pixel from the top, from 0.</param>
    public double Brightness(int x, int y)
    {
        Rgb c = this[x, y];
        return ((0.299 * c.R) + (0.587 * c.G) + (0.114 * c.B)) / 255;
    }
}
