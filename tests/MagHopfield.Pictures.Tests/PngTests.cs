using CsCheck;

namespace MagHopfield.Pictures.Tests;

public sealed class PngTests
{
    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[0, int.MaxValue]).Sample((w, h, seed) =>
    {
        RgbImage image = new(w, h, new byte[3 * w * h]);
        new Random(seed).NextBytes(image.Bytes);
        RgbImage back = Png.Read(new MemoryStream(Png.Bytes(image)));
        return back.Width == w && back.Height == h && back.Bytes.SequenceEqual(image.Bytes);
    });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 4)]
    [InlineData(0, 8)]
    [InlineData(0, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(3, 4)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(4, 16)]
    [InlineData(6, 8)]
    [InlineData(6, 16)]
    public void Every_colour_type_and_depth_is_read_interlaced_or_not(int colour, int depth)
    {
        Gen.Select(Gen.Int[1, 21], Gen.Int[1, 21], Gen.Bool, Gen.Int[0, int.MaxValue]).Sample(
            (w, h, interlaced, seed) =>
            {
                int channels = colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 }, top = (1 << depth) - 1;
                Random random = new(seed);
                int[] samples = [.. Enumerable.Range(0, w * h * channels).Select(_ => random.Next(top + 1))];
                byte[] palette = new byte[3 << Math.Min(depth, 8)];
                random.NextBytes(palette);
                int At(int x, int y, int c) => samples[(((y * w) + x) * channels) + c];
                RgbImage image = Png.Read(
                    new MemoryStream(
                        TestPng.File(w, h, colour, depth, interlaced, At, [.. colour == 3 ? new[] { ("PLTE", palette) } : []])));
                int Eight(int v) => depth == 16 ? v >> 8 : v * 255 / top;
                byte OverWhite(int v, int alpha) => (byte)(((v * alpha) + (255 * (255 - alpha)) + 127) / 255);
                for (int y = 0; y < h; y++)
                {
                    for (int x = 0; x < w; x++)
                    {
                        int a = channels is 2 or 4 ? Eight(At(x, y, channels - 1)) : 255, first = At(x, y, 0);
                        Rgb expected = colour switch
                        {
                            3 => new(palette[3 * first], palette[(3 * first) + 1], palette[(3 * first) + 2]),
                            2 or 6 => new(OverWhite(Eight(first), a), OverWhite(Eight(At(x, y, 1)), a), OverWhite(Eight(At(x, y, 2)), a)),
                            _ => new(OverWhite(Eight(first), a), OverWhite(Eight(first), a), OverWhite(Eight(first), a)),
                        };
                        if (image[x, y] != expected)
                            return false;
                    }
                }

                return true;
            },
            iter: 30);
    }

    [Fact]
    public void A_transparent_colour_is_white()
    {
        byte[] grey = TestPng.File(2, 1, 0, 8, false, (x, _, _) => x == 0 ? 7 : 8, ("tRNS", [0, 7]));
        RgbImage image = Png.Read(new MemoryStream(grey));
        Assert.Equal((Rgb.White, new Rgb(8, 8, 8)), (image[0, 0], image[1, 0]));
        byte[] indexed = TestPng.File(2, 1, 3, 8, false, (x, _, _) => x, ("PLTE", [1, 2, 3, 4, 5, 6]), ("tRNS", [0]));
        image = Png.Read(new MemoryStream(indexed));
        Assert.Equal((Rgb.White, new Rgb(4, 5, 6)), (image[0, 0], image[1, 0]));
    }

    [Fact]
    public void Damaged_bytes_never_do_worse_than_a_clear_refusal()
    {
        byte[] whole = TestPng.File(9, 7, 6, 8, true, (x, y, c) => ((31 * x) + (17 * y) + c) & 255);
        Gen.Select(Gen.Int[0, whole.Length - 1].Array[1, 4], Gen.Byte.Array[4], Gen.Int[0, whole.Length]).Sample((at, values, cut) =>
        {
            byte[] bytes = [.. whole];
            for (int i = 0; i < at.Length; i++)
                bytes[at[i]] = values[i];
            return ReadsOrRefuses(bytes) && ReadsOrRefuses(whole[..cut]);
        });
        Gen.Byte.Array[0, 200].Sample(bytes => ReadsOrRefuses(bytes) && ReadsOrRefuses([.. whole[..8], .. bytes]));
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_in_one_line() =>
        Assert.Equal(
            "a.jpg: not a PNG file; convert the picture to PNG.",
            Assert.Throws<FormatException>(() => Png.Read(new MemoryStream([0xFF, 0xD8, 0xFF]), "a.jpg")).Message);

    private static bool ReadsOrRefuses(byte[] bytes)
    {
        try
        {
            return Png.Read(new MemoryStream(bytes)).Width > 0;
        }
        catch (FormatException e)
        {
            return e.Message.StartsWith("PNG stream: ") && !e.Message.Contains('\n');
        }
    }
}
