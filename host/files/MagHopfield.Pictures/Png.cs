namespace MagHopfield.Pictures;

/// <summary>Pictures as Portable Network Graphics (W3C recommendation, third edition).</summary>
public static class Png
{
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Writes a picture.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="image">The picture.</param>
    public static void Write(Stream stream, RgbImage image)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(image);
        PngWriter.Write(stream, image);
    }

    /// <summary>A picture as the bytes of a file.</summary>
    /// <param name="image">The picture.</param>
    public static byte[] Bytes(RgbImage image)
    {
        using MemoryStream stream = new();
        Write(stream, image);
        return stream.ToArray();
    }

    /// <summary>Reads a file of any colour type and depth, interlaced or not; what is transparent is laid over white.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="FormatException">Not a whole PNG file; one line says what is wrong with it.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static RgbImage Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads a picture of any colour type and depth, interlaced or not; what is transparent is laid over white.</summary>
    /// <param name="stream">What to read.</param>
    /// <param name="name">Name of the stream in messages.</param>
    /// <exception cref="FormatException">Not a whole PNG file; one line says what is wrong with it.</exception>
    public static RgbImage Read(Stream stream, string name = "PNG stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new PngReader(stream, name).Read();
    }
}
