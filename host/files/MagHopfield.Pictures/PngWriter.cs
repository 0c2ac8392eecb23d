using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MagHopfield.Pictures;

/// <summary>Writes 8-bit RGB pictures.</summary>
internal static class PngWriter
{
    public static void Write(Stream stream, RgbImage image)
    {
        stream.Write(Png.Signature);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), image.Height);
        (header[8], header[9]) = (8, 2); // bits a channel, RGB
        Chunk(stream, "IHDR", header);
        using MemoryStream packed = new();
        using (ZLibStream zip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int y = 0; y < image.Height; y++)
            {
                zip.WriteByte(0); // no filter
                zip.Write(image.Bytes, 3 * image.Width * y, 3 * image.Width);
            }
        }

        Chunk(stream, "IDAT", packed.ToArray());
        Chunk(stream, "IEND", []);
    }

    private static void Chunk(Stream stream, string type, byte[] data)
    {
        byte[] chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), PngChecksum.Of(chunk.AsSpan(4, 4 + data.Length)));
        stream.Write(chunk);
    }
}
