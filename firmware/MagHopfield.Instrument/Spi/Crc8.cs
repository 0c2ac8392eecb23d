namespace MagHopfield.Instrument.Spi;

/// <summary>CRC-8 with polynomial 0x07, initial value 0, not reflected: the check of the AD7124-8 and of the ADGS switches.</summary>
public static class Crc8
{
    /// <summary>Check byte of the first bytes of a frame. Over data followed by its own check byte it is 0.</summary>
    /// <param name="data">Frame.</param>
    /// <param name="length">Number of bytes taken, from the first on.</param>
    public static byte Of(byte[] data, int length)
    {
        int crc = 0;
        for (int i = 0; i < length; i++)
        {
            crc ^= data[i];
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 0x80) != 0 ? (crc << 1) ^ 0x07 : crc << 1;
        }

        return (byte)crc;
    }
}
