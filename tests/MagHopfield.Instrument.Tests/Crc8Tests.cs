using CsCheck;
using MagHopfield.Instrument.Spi;
using MagHopfield.Instrument.Tests.Fakes;

namespace MagHopfield.Instrument.Tests;

public class Crc8Tests
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
    public void Known_frames_have_their_check_byte(string frame, int check)
    {
        byte[] data = Convert.FromHexString(frame);
        Assert.Equal(check, Crc8.Of(data, data.Length));
    }

    [Fact]
    public void A_frame_with_its_check_byte_leaves_no_remainder_and_every_flipped_bit_leaves_one()
    {
        Gen.Byte.Array[1, 5].Sample(data =>
        {
            byte[] framed = [.. data, Crc8.Of(data, data.Length)];
            Assert.Equal(TestCrc.Of(data), framed[^1]);
            Assert.Equal(0, Crc8.Of(framed, framed.Length));
            for (int bit = 0; bit < 8 * framed.Length; bit++)
            {
                framed[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.NotEqual(0, Crc8.Of(framed, framed.Length));
                framed[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        });
    }
}
