using CsCheck;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.VirtualBoard.Tests.Chips;

public class ChipCrc8Tests
{
    [Theory]
    [InlineData("313233343536373839", 0xF4)]
    [InlineData("0101", 0x12)]
    [InlineData("01FF", 0xE6)]
    [InlineData("0207", 0x3F)]
    [InlineData("8155", 0x0F)]
    [InlineData("6CA9", 0x5F)]
    [InlineData("0BA3", 0xF7)]
    [InlineData("0B05", 0x8C)]
    [InlineData("07000044", 0xB9)]
    [InlineData("098001", 0x8B)]
    [InlineData("4517", 0x7F)]
    [InlineData("42800000", 0xBC)]
    public void Check_byte_equals_the_vector(string hex, int expected) =>
        Assert.Equal(expected, ChipCrc8.Compute(Convert.FromHexString(hex)));

    [Fact]
    public void Run_that_ends_in_its_check_byte_has_residue_0() =>
        Gen.Byte.Array[1, 8].Sample(bytes => Assert.Equal(0, ChipCrc8.Compute([.. bytes, ChipCrc8.Compute(bytes)])));

    [Fact]
    public void Every_single_bit_error_changes_the_check_byte() =>
        Gen.Select(Gen.Byte.Array[1, 6], Gen.Int[0, 47]).Sample((bytes, bit) =>
        {
            byte[] wrong = [.. bytes];
            wrong[bit / 8 % bytes.Length] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(ChipCrc8.Compute(bytes), ChipCrc8.Compute(wrong));
        });
}
