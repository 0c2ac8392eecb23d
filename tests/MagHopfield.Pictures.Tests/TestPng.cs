using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MagHopfield.Pictures.Tests;

/// <summary>Writes PNG files of every kind, by the recommendation and not by the product's writer.</summary>
internal static class TestPng
{
    private static readonly (int X, int Y, int Dx, int Dy)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>A file whose samples are given, each of `depth` bits; the filter of each row is its number modulo 5.</summary>
    public static byte[] File(
        int width, int height, int colour, int depth, bool interlaced, Func<int, int, int, int> sample, params (
            string Type, byte[] Data)[] chunks)
    {
        int channels = colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        using MemoryStream raw = new();
        foreach ((int x0, int y0, int dx, int dy) in interlaced ? Adam7 : [(0, 0, 1, 1)])
        {
            int w = Math.Max(0, (width - x0 + dx - 1) / dx), h = w == 0 ? 0 : Math.Max(0, (height - y0 + dy - 1) / dy);
            byte[] before = new byte[((w * channels * depth) + 7) / 8];
            for (int y = 0; y < h; y++)
            {
                byte[] row = new byte[before.Length];
                for (int s = 0; s < w * channels; s++)
                    Put(row, s, depth, sample(x0 + (s / channels * dx), y0 + (y * dy), s % channels));
                int filter = y % 5, bytes = Math.Max(1, channels * depth / 8);
                raw.WriteByte((byte)filter);
                for (int i = 0; i < row.Length; i++)
                {
                    int a = i >= bytes ? row[i - bytes] : 0, b = before[i], c = i >= bytes ? before[i - bytes] : 0;
                    int[] distances = [Math.Abs(b - c), Math.Abs(a - c), Math.Abs(a + b - c - c)];
                    int paeth = distances[0] <= distances[1] && distances[0] <= distances[2] ? a : distances[1] <= distances[2] ? b : c;
                    raw.WriteByte((byte)(row[i] - new[] { 0, a, b, (a + b) / 2, paeth }[filter]));
                }

                before = row;
            }
        }

        using MemoryStream packed = new();
        using (ZLibStream zip = new(packed, CompressionMode.Compress, leaveOpen: true))
            zip.Write(raw.ToArray());
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)colour, (byte)(interlaced ? 1 : 0));
        byte[] data = packed.ToArray();
        int half = data.Length / 2;
        return
        [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("tIME", new byte[7]),
            .. chunks.SelectMany(
                c => Chunk(c.Type, c.Data)), .. Chunk("IDAT", data[..half]), .. Chunk("IDAT", data[half..]), .. Chunk("IEND", []),
        ];
    }

    private static void Put(byte[] row, int index, int depth, int value)
    {
        if (depth == 16)
            BinaryPrimitives.WriteUInt16BigEndian(row.AsSpan(2 * index), (ushort)value);
        else
            row[index * depth / 8] |= (byte)(value << (8 - depth - (index * depth % 8)));
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        byte[] length = new byte[4], crc = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        uint c = uint.MaxValue;
        foreach (byte b in body)
        {
            c ^= b;
            for (int k = 0; k < 8; k++)
                c = (c & 1) != 0 ? (c >> 1) ^ 0xEDB88320 : c >> 1;
        }

        BinaryPrimitives.WriteUInt32BigEndian(crc, ~c);
        return [.. length, .. body, .. crc];
    }
}
