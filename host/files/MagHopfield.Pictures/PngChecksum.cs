namespace MagHopfield.Pictures;

/// <summary>The cyclic redundancy check of PNG chunks (ISO 3309, polynomial 0xEDB88320 reflected).</summary>
internal static class PngChecksum
{
    private static readonly uint[] OfByte = Make();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint c = uint.MaxValue;
        foreach (byte b in bytes)
            c = OfByte[(c ^ b) & 0xFF] ^ (c >> 8);
        return ~c;
    }

    private static uint[] Make()
    {
        uint[] table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            uint c = n;
            for (int k = 0; k < 8; k++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }

        return table;
    }
}
