namespace MagHopfield.Shared.Scpi;

/// <summary>CRC-32 of IEEE 802.3 (polynomial 0x04C11DB7 reflected, start and end inverted), as zlib and Ethernet use it.</summary>
public static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Table = MakeTable();

    /// <summary>Check value of bytes.</summary>
    /// <param name="data">Array that holds them.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="count">Number of bytes.</param>
    public static uint Of(byte[] data, int offset, int count) => Update(0, data, offset, count);

    /// <summary>Check value of bytes that follow others.</summary>
    /// <param name="crc">Check value of the bytes before, 0 where there are none.</param>
    /// <param name="data">Array that holds the bytes.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="count">Number of bytes.</param>
    public static uint Update(uint crc, byte[] data, int offset, int count)
    {
        uint register = ~crc;
        for (int i = 0; i < count; i++)
            register = (register >> 8) ^ Table[(register ^ data[offset + i]) & 0xFF];

        return ~register;
    }

    private static uint[] MakeTable()
    {
        uint[] table = new uint[256];
        for (uint value = 0; value < 256; value++)
        {
            uint register = value;
            for (int bit = 0; bit < 8; bit++)
                register = (register & 1) != 0 ? (register >> 1) ^ Polynomial : register >> 1;

            table[value] = register;
        }

        return table;
    }
}
