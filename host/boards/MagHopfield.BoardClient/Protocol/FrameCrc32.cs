namespace MagHopfield.BoardClient.Protocol;

/// <summary>
/// CRC-32 of IEEE 802.3 (reflected polynomial EDB88320, start and final XOR FFFFFFFF; zlib.crc32 gives the same). Stands here beside
/// the firmware's own on purpose: each checks the other.
/// </summary>
public static class FrameCrc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Entry((uint)i))];

    /// <summary>The CRC-32 of bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => Update(0, bytes);

    /// <summary>The CRC-32 of bytes that follow others.</summary>
    /// <param name="crc">CRC-32 of the bytes before, 0 where there are none.</param>
    /// <param name="bytes">Bytes.</param>
    public static uint Update(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = ~crc;
        foreach (byte b in bytes)
            crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);

        return ~crc;
    }

    private static uint Entry(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
            value = (value >> 1) ^ ((value & 1) == 0 ? 0 : 0xEDB88320u);

        return value;
    }
}
