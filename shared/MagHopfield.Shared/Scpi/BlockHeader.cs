namespace MagHopfield.Shared.Scpi;

/// <summary>The start of a definite-length block (IEEE 488.2, 7.7.6 and 8.7.9): "#", number of digits, digits of the length.</summary>
public static class BlockHeader
{
    /// <summary>Longest header: "#9" and nine digits.</summary>
    public const int LongestHeader = 11;

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">Message.</param>
    /// <param name="at">Position of the "#".</param>
    /// <param name="end">End of the message so far.</param>
    /// <param name="length">Number of bytes that follow.</param>
    /// <returns>Number of bytes from after the "#" to the first byte of the block; −1 where this is no header, or not all of it.</returns>
    public static int Read(byte[] bytes, int at, int end, out int length)
    {
        length = 0;
        int digits = at + 1 < end && bytes[at + 1] >= '1' && bytes[at + 1] <= '9' ? bytes[at + 1] - '0' : 0;
        if (digits == 0 || at + 2 + digits > end)
            return -1;

        for (int i = 0; i < digits; i++)
        {
            byte digit = bytes[at + 2 + i];
            if (!Ascii.IsDigit(digit))
                return -1;

            length = 10 * length + (digit - '0');
        }

        return 1 + digits;
    }

    /// <summary>Writes a header.</summary>
    /// <param name="length">Number of bytes that follow, 0 or more.</param>
    /// <param name="buffer">Room for <see cref="LongestHeader"/> bytes, or for 12 where the length has ten digits.</param>
    /// <param name="at">First byte.</param>
    /// <returns>Position after the header.</returns>
    public static int Write(int length, byte[] buffer, int at)
    {
        buffer[at] = (byte)'#';
        int after = NumberWriter.Write((long)length, buffer, at + 2);
        buffer[at + 1] = (byte)('0' + (after - at - 2));
        return after;
    }
}
