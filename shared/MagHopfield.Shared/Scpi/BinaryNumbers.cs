using System;

namespace MagHopfield.Shared.Scpi;

/// <summary>Numbers as bytes: IEEE 754 of 64 bits and whole numbers of 32 bits, in either order.</summary>
public static class BinaryNumbers
{
    /// <summary>Writes a number as 8 bytes.</summary>
    /// <param name="value">Value.</param>
    /// <param name="buffer">Array.</param>
    /// <param name="at">First byte.</param>
    /// <param name="lowFirst">Whether the lowest byte comes first.</param>
    public static void Write(double value, byte[] buffer, int at, bool lowFirst)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        for (int i = 0; i < 8; i++)
        {
            buffer[at + (lowFirst ? i : 7 - i)] = (byte)bits;
            bits >>= 8;
        }
    }

    /// <summary>Writes a whole number as 4 bytes.</summary>
    /// <param name="value">Value.</param>
    /// <param name="buffer">Array.</param>
    /// <param name="at">First byte.</param>
    /// <param name="lowFirst">Whether the lowest byte comes first.</param>
    public static void Write(uint value, byte[] buffer, int at, bool lowFirst)
    {
        for (int i = 0; i < 4; i++)
        {
            buffer[at + (lowFirst ? i : 3 - i)] = (byte)value;
            value >>= 8;
        }
    }

    /// <summary>Reads a number of 8 bytes.</summary>
    /// <param name="buffer">Array.</param>
    /// <param name="at">First byte.</param>
    /// <param name="lowFirst">Whether the lowest byte comes first.</param>
    public static double ReadDouble(byte[] buffer, int at, bool lowFirst)
    {
        long bits = 0;
        for (int i = 0; i < 8; i++)
            bits = (bits << 8) | buffer[at + (lowFirst ? 7 - i : i)];

        return BitConverter.Int64BitsToDouble(bits);
    }

    /// <summary>Reads a whole number of 4 bytes.</summary>
    /// <param name="buffer">Array.</param>
    /// <param name="at">First byte.</param>
    /// <param name="lowFirst">Whether the lowest byte comes first.</param>
    public static uint ReadUInt32(byte[] buffer, int at, bool lowFirst)
    {
        uint value = 0;
        for (int i = 0; i < 4; i++)
            value = (value << 8) | buffer[at + (lowFirst ? 3 - i : i)];

        return value;
    }
}
