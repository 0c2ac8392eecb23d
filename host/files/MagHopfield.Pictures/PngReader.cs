using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MagHopfield.Pictures;

/// <summary>
/// Reads pictures of any colour type, depth and interlace, after the W3C recommendation; ancillary chunks but tRNS are passed over.
/// </summary>
internal sealed class PngReader(Stream stream, string name)
{
    private const int LargestSide = 1 << 16, LargestArea = 1 << 26;

    // Adam7: first column, first row, column step, row step of each pass.
    private static readonly (int X, int Y, int Dx, int Dy)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly MemoryStream _packed = new();
    private int _width, _height, _depth, _channels;
    private bool _indexed, _interlaced, _alpha;
    private byte[]? _palette, _transparency;

    public RgbImage Read()
    {
        Span<byte> signature = stackalloc byte[8];
        if (stream.ReadAtLeast(signature, 8, throwOnEndOfStream: false) < 8 || !signature.SequenceEqual(Png.Signature))
            throw Wrong("not a PNG file; convert the picture to PNG");
        while (ReadChunk())
        {
        }

        if (_width == 0)
            throw Wrong("the file has no header (IHDR) and is damaged");
        if (_indexed && _palette is null)
            throw Wrong("the file lacks its palette (PLTE) and is damaged");
        RgbImage image = RgbImage.Filled(_width, _height, Rgb.White);
        _packed.Position = 0;
        try
        {
            using ZLibStream unpacked = new(_packed, CompressionMode.Decompress);
            foreach ((int x, int y, int dx, int dy) in _interlaced ? Passes : [(0, 0, 1, 1)])
                ReadPass(unpacked, image, x, y, dx, dy);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Wrong("the picture's data are damaged or cut off");
        }

        return image;
    }

    private bool ReadChunk()
    {
        Span<byte> head = stackalloc byte[8];
        if (stream.ReadAtLeast(head, 8, throwOnEndOfStream: false) < 8)
            throw Wrong("the file is cut off");
        uint length = BinaryPrimitives.ReadUInt32BigEndian(head);
        string type = Encoding.ASCII.GetString(head[4..]);
        if (length > int.MaxValue - 16)
            throw Wrong($"chunk {Printable(type)} has an impossible length; the file is damaged");
        byte[] chunk = ReadBytes(4 + (int)length + 4, head[4..]);
        if (BinaryPrimitives.ReadUInt32BigEndian(chunk.AsSpan(4 + (int)length)) != PngChecksum.Of(chunk.AsSpan(0, 4 + (int)length)))
            throw Wrong($"the checksum of chunk {Printable(type)} is wrong; the file is damaged");
        ReadOnlySpan<byte> data = chunk.AsSpan(4, (int)length);
        switch (type)
        {
            case "IHDR":
                ReadHeader(data);
                break;
            case "PLTE":
                _palette = length % 3 == 0 ? data.ToArray() : throw Wrong("the palette is damaged");
                break;
            case "tRNS":
                _transparency = data.ToArray();
                break;
            case "IDAT":
                _packed.Write(data);
                break;
            case "IEND":
                return false;
            default:
                if (char.IsAsciiLetterUpper(type[0]))
                    throw Wrong($"chunk {Printable(type)} is needed but unknown");
                break;
        }

        return true;
    }

    // Grows with what is there, so that a length of gigabytes in a short file costs nothing.
    private byte[] ReadBytes(int count, ReadOnlySpan<byte> first)
    {
        using MemoryStream bytes = new();
        bytes.Write(first);
        byte[] buffer = new byte[1 << 16];
        while (bytes.Length < count)
        {
            int got = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, count - bytes.Length));
            if (got == 0)
                throw Wrong("the file is cut off");
            bytes.Write(buffer, 0, got);
        }

        return bytes.ToArray();
    }

    private void ReadHeader(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
            throw Wrong("the header (IHDR) is damaged");
        uint width = BinaryPrimitives.ReadUInt32BigEndian(data), height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        if (width is 0 or > LargestSide || height is 0 or > LargestSide || (long)width * height > LargestArea)
            throw Wrong($"the picture has {width}×{height} pixels; give one of 1 to {LargestSide} a side and at most {LargestArea} in all");
        (_width, _height, _depth) = ((int)width, (int)height, data[8]);
        int colour = data[9];
        (_channels, bool known) = colour switch
        {
            0 => (1, _depth is 1 or 2 or 4 or 8 or 16),
            2 => (3, _depth is 8 or 16),
            3 => (1, _depth is 1 or 2 or 4 or 8),
            4 => (2, _depth is 8 or 16),
            6 => (4, _depth is 8 or 16),
            _ => (1, false),
        };
        if (!known || data[10] != 0 || data[11] != 0 || data[12] > 1)
            throw Wrong($"colour type {colour} of {_depth} bits, interlace {data[12]}: there is no such PNG; the header is damaged");
        (_indexed, _alpha, _interlaced) = (colour == 3, colour is 4 or 6, data[12] == 1);
    }

    private void ReadPass(Stream data, RgbImage image, int x0, int y0, int dx, int dy)
    {
        int width = (_width - x0 + dx - 1) / dx, height = (_height - y0 + dy - 1) / dy;
        if (width <= 0 || height <= 0)
            return;
        int bits = _depth * _channels, pixel = Math.Max(1, bits / 8);
        byte[] row = new byte[((long)width * bits + 7) / 8], before = new byte[row.Length];
        for (int y = 0; y < height; y++)
        {
            int filter = data.ReadByte();
            data.ReadExactly(row);
            Unfilter(filter, row, before, pixel);
            for (int x = 0; x < width; x++)
                image[x0 + (x * dx), y0 + (y * dy)] = Pixel(row, x);
            (row, before) = (before, row);
        }
    }

    private void Unfilter(int filter, byte[] row, byte[] before, int pixel)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int a = i >= pixel ? row[i - pixel] : 0, b = before[i], c = i >= pixel ? before[i - pixel] : 0;
            int predicted = filter switch
            {
                0 => 0,
                1 => a,
                2 => b,
                3 => (a + b) / 2,
                4 => Paeth(a, b, c),
                _ => throw Wrong("the picture's data are damaged or cut off"),
            };
            row[i] = (byte)(row[i] + predicted);
        }
    }

    private static int Paeth(int a, int b, int c)
    {
        int p = a + b - c, pa = Math.Abs(p - a), pb = Math.Abs(p - b), pc = Math.Abs(p - c);
        return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    }

    private Rgb Pixel(byte[] row, int x)
    {
        int first = Sample(row, x * _channels);
        if (_indexed)
        {
            if (3 * first + 2 >= _palette!.Length)
                throw Wrong($"colour {first} is not in the palette; the file is damaged");
            int at = 3 * first;
            return Over(
                _palette[at], _palette[at + 1], _palette[at + 2], first < (_transparency?.Length ?? 0) ? _transparency![first] : 255);
        }

        int second = _channels > 1 ? Sample(row, (x * _channels) + 1) : 0;
        if (_channels <= 2)
        {
            bool clear = _channels == 1 && IsTransparent(first, 0);
            return Over(Eight(first), Eight(first), Eight(first), clear ? 0 : _alpha ? Eight(second) : 255);
        }

        int third = Sample(row, (x * _channels) + 2);
        int alpha = _alpha ? Eight(Sample(row, (x * _channels) + 3))
            : IsTransparent(first, 0) && IsTransparent(second, 1) && IsTransparent(third, 2) ? 0 : 255;
        return Over(Eight(first), Eight(second), Eight(third), alpha);
    }

    private bool IsTransparent(int sample, int channel) => _transparency is byte[] t && t.Length >= 2 * _channels
        && BinaryPrimitives.ReadUInt16BigEndian(t.AsSpan(2 * channel)) == sample;

    private int Sample(byte[] row, int index) => _depth switch
    {
        16 => BinaryPrimitives.ReadUInt16BigEndian(row.AsSpan(2 * index)),
        8 => row[index],
        _ => (row[index * _depth / 8] >> (8 - _depth - (index * _depth % 8))) & ((1 << _depth) - 1),
    };

    private int Eight(int sample) => _depth == 16 ? sample >> 8 : sample * 255 / ((1 << _depth) - 1);

    private static Rgb Over(int r, int g, int b, int alpha)
    {
        byte Blend(int c) => (byte)(((c * alpha) + (255 * (255 - alpha)) + 127) / 255);
        return new Rgb(Blend(r), Blend(g), Blend(b));
    }

    private static string Printable(string type) => string.Concat(type.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '?'));

    private FormatException Wrong(string what) => new($"{name}: {what}.");
}
