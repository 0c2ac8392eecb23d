using System;

namespace MagHopfield.Shared.Scpi;

/// <summary>
/// Writes numbers as IEEE 488.2 answers them: integers as NR1, others as NR2 or NR3 (8.7.4: with a point and a signed exponent, "5.0E-5")
/// with up to 15 digits, "9.91E+37" for NaN and "±9.9E+37" for infinity (SCPI 1999.0, volume 1, 7.2.1). Own code, for a culture must not
/// change a comma, and no string is made on the way.
/// </summary>
public static class NumberWriter
{
    /// <summary>Room that any number needs.</summary>
    public const int LongestNumber = 32;

    private const int Digits = 15;
    private const double NotANumber = 9.91e37;
    private const double Infinity = 9.9e37;

    /// <summary>Writes an integer.</summary>
    /// <param name="value">Value.</param>
    /// <param name="buffer">Room for <see cref="LongestNumber"/> bytes.</param>
    /// <param name="at">First byte.</param>
    /// <returns>Position after the number.</returns>
    public static int Write(long value, byte[] buffer, int at)
    {
        if (value < 0)
            buffer[at++] = (byte)'-';

        // From the lowest digit on; the remainder of a negative number is negative, so that the smallest long has no special case.
        int start = at;
        do
        {
            long digit = value % 10;
            buffer[at++] = (byte)('0' + (digit < 0 ? -digit : digit));
            value /= 10;
        }
        while (value != 0);

        for (int left = start, right = at - 1; left < right; left++, right--)
        {
            byte swapped = buffer[left];
            buffer[left] = buffer[right];
            buffer[right] = swapped;
        }

        return at;
    }

    /// <summary>Writes a number.</summary>
    /// <param name="value">Value.</param>
    /// <param name="buffer">Room for <see cref="LongestNumber"/> bytes.</param>
    /// <param name="at">First byte.</param>
    /// <returns>Position after the number.</returns>
    public static int Write(double value, byte[] buffer, int at)
    {
        if (double.IsNaN(value))
            value = NotANumber;
        else if (double.IsInfinity(value))
            value = value > 0 ? Infinity : -Infinity;

        if (value == 0)
        {
            buffer[at++] = (byte)'0';
            return at;
        }

        if (value < 0)
        {
            buffer[at++] = (byte)'-';
            value = -value;
        }

        long mantissa = Mantissa(value, out int exponent);
        int digits = Digits;
        while (mantissa % 10 == 0)
        {
            mantissa /= 10;
            digits--;
        }

        // From here on the number is d.ddd × 10^exponent with as many digits as are needed.
        bool plain = exponent >= -4 && exponent < Digits;
        int before = !plain ? 1 : exponent >= 0 ? exponent + 1 : 0;
        if (plain && exponent < 0)
        {
            buffer[at++] = (byte)'0';
            buffer[at++] = (byte)'.';
            for (int i = -1; i > exponent; i--)
                buffer[at++] = (byte)'0';
        }

        long place = 1;
        for (int i = 1; i < digits; i++)
            place *= 10;

        for (int i = 0; i < digits || i < before; i++)
        {
            if (i == before && before > 0)
                buffer[at++] = (byte)'.';

            // Divisor: a power of ten, at least 1.
            buffer[at++] = (byte)('0' + (i < digits ? mantissa / place % 10 : 0));
            place = place > 1 ? place / 10 : 1;
        }

        if (!plain)
        {
            if (digits == 1)
            {
                buffer[at++] = (byte)'.';
                buffer[at++] = (byte)'0';
            }

            buffer[at++] = (byte)'E';
            if (exponent > 0)
                buffer[at++] = (byte)'+';

            at = Write((long)exponent, buffer, at);
        }

        return at;
    }

    // Digits of a positive number as an integer of 15 digits, and the power of ten of the first.
    private static long Mantissa(double value, out int exponent)
    {
        exponent = 0;
        double scaled = value;
        while (scaled >= 1e22)
        {
            scaled /= 1e22;
            exponent += 22;
        }

        while (scaled < 1e-8)
        {
            scaled *= 1e22;
            exponent -= 22;
        }

        // One product or quotient with an exact power of ten from here.
        double rest = scaled;
        int step = 0;
        double power = 1;
        while (rest >= power * 10)
        {
            power *= 10;
            step++;
        }

        if (rest < 1)
        {
            while (rest * power < 1)
            {
                power *= 10;
                step--;
            }
        }

        exponent += step;
        int shift = Digits - 1 - step;
        double factor = 1;
        for (int i = 0; i < (shift < 0 ? -shift : shift); i++)
            factor *= 10;

        // Divisor: a power of ten, at least 1.
        long mantissa = (long)Math.Floor((shift >= 0 ? scaled * factor : scaled / factor) + 0.5);
        if (mantissa >= 1000000000000000)
        {
            mantissa /= 10;
            exponent++;
        }

        return mantissa;
    }
}
