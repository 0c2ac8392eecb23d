using CsCheck;
using MagHopfield.BoardClient.Protocol;

namespace MagHopfield.BoardClient.Tests;

public sealed class FrameCrc32Tests
{
    [Fact]
    public void The_check_value_of_the_catalogue_comes_out() => Assert.Equal(0xCBF43926u, FrameCrc32.Of("123456789"u8));

    [Fact]
    public void Any_burst_of_up_to_32_bits_changes_the_CRC() =>
        Gen.Select(Gen.Byte.Array[1, 200], Gen.UInt, Gen.Int[0, 1_000_000]).Sample((bytes, burst, where) =>
    {
        if (burst == 0)
            return;

        byte[] changed = [.. bytes, 0, 0, 0, 0, 0];
        byte[] original = [.. changed];
        ulong shifted = (ulong)burst << (where & 7);
        for (int i = 0; i < 5; i++)
            changed[(where % bytes.Length) + i] ^= (byte)(shifted >> (8 * i));

        Assert.NotEqual(FrameCrc32.Of(original), FrameCrc32.Of(changed));
    });
}
