namespace MagHopfield.VirtualBoard.Spi;

/// <summary>
/// CRC-8 with polynomial 0x07 (x⁸ + x² + x + 1), initial value 0, no reflection, no final XOR: the check byte of the AD7124 and of
/// the ADGS switches. Bit by bit on purpose: the drivers have their own, and two ways of computing it should agree.
/// </summary>
public static class ChipCrc8
{
    /// <summary>The check byte of a run of bytes; 0 over a run that ends in its own check byte.</summary>
    /// <param name="bytes">Bytes in the order on the wire.</param>
    public static byte Compute(ReadOnlySpan<byte> bytes)
    {
        int crc = 0;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 0x80) != 0 ? (crc << 1) ^ 0x107 : crc << 1;
        }

        return (byte)crc;
    }
}
