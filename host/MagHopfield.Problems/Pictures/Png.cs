using System.Buffers.Binary;
using System.IO.Compression;

namespace MagHopfield.Problems.Pictures;

/// <summary>Writes 8-bit RGB pictures as PNG (W3C Portable Network Graphics, third edition).</summary>
internal static class Png
{
    private static readonly uint[] CrcOfByte = MakeCrcs();

    /// <summary>Writes a picture.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="rgb">3·width·height bytes, row by row from the top.</param>
    public static void Write(Stream stream, int width, int height, byte[] rgb)
    {
        stream.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2); // bits a channel, RGB
        Chunk(stream, "IHDR", header);
        using MemoryStream packed = new();
        using (ZLibStream zip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int y = 0; y < height; y++)
            {
                zip.WriteByte(0); // no filter
                zip.Write(rgb, 3 * width * y, 3 * width);
            }
        }

        Chunk(stream, "IDAT", packed.ToArray());
        Chunk(stream, "IEND", []);
    }

    private static void Chunk(Stream stream, string type, byte[] data)
    {
        byte[] chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        System.Text.Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        stream.Write(chunk);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint c = uint.MaxValue;
        foreach (byte b in bytes)
        {
            c = CrcOfByte[(c ^ b) & 0xFF] ^ (c >> 8);
        }

        return ~c;
    }

    private static uint[] MakeCrcs()
    {
        uint[] table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            uint c = n;
            for (int k = 0; k < 8; k++)
            {
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            }

            table[n] = c;
        }

        return table;
    }
}
