namespace MagHopfield.Instrument.Tests.Fakes;

/// <summary>CRC-8, polynomial 0x07, by long division over the bits: not the way the product does it.</summary>
public static class TestCrc
{
    public static byte Of(byte[] data)
    {
        System.Numerics.BigInteger remainder = 0;
        foreach (byte b in data)
            remainder = (remainder << 8) | b;

        remainder <<= 8;
        for (int bit = 8 * data.Length + 7; bit >= 8; bit--)
        {
            if (!((remainder >> bit) & 1).IsZero)
                remainder ^= (System.Numerics.BigInteger)0x107 << (bit - 8);
        }

        return (byte)remainder;
    }
}
