using System;

namespace MagHopfield.Shared.Scpi;

/// <summary>
/// Reads numbers as IEEE 488.2 writes them: NRf ("1", "-1.5", ".5E-3", 7.7.2) and #H, #Q, #B (7.7.4). Correct to the last digit up to 15
/// digits and powers of 10 up to ±22, else within some units of the last place. Own code, for a culture must not change a comma, and no
/// string is made on the way.
/// </summary>
public static class NumberReader
{
    private const int LongestNumber = 255;
    private const int LargestExponent = 32000;
    private const long MantissaLimit = 100000000000000000;

    /// <summary>Reads a decimal number.</summary>
    /// <param name="bytes">Message.</param>
    /// <param name="at">First byte of the number; after it on return.</param>
    /// <param name="end">End of the message.</param>
    /// <param name="value">The number; infinite where it is too large.</param>
    /// <returns><see cref="ScpiError.None"/>, or what is wrong.</returns>
    public static int Read(byte[] bytes, ref int at, int end, out double value)
    {
        value = 0;
        int start = at;
        bool negative = at < end && bytes[at] == '-';
        if (at < end && (bytes[at] == '-' || bytes[at] == '+'))
            at++;

        long mantissa = 0;
        int power = 0;
        int digits = 0;
        bool point = false;
        while (at < end && (Ascii.IsDigit(bytes[at]) || (bytes[at] == '.' && !point)))
        {
            if (bytes[at] == '.')
            {
                point = true;
            }
            else
            {
                digits++;

                // Further digits change no double.
                if (mantissa < MantissaLimit)
                {
                    mantissa = 10 * mantissa + (bytes[at] - '0');
                    power -= point ? 1 : 0;
                }
                else
                {
                    power += point ? 0 : 1;
                }
            }

            at++;
        }

        if (digits == 0)
            return ScpiError.NumericData;

        if (at - start > LongestNumber)
            return ScpiError.TooManyDigits;

        int error = ReadExponent(bytes, ref at, end, ref power);
        value = negative ? -Scale(mantissa, power) : Scale(mantissa, power);
        return error;
    }

    /// <summary>Reads the digits of a number after #H, #Q or #B.</summary>
    /// <param name="bytes">Message.</param>
    /// <param name="at">The letter after the #; after the number on return.</param>
    /// <param name="end">End of the message.</param>
    /// <param name="value">The number, up to 2^53.</param>
    /// <returns><see cref="ScpiError.None"/>, or what is wrong.</returns>
    public static int ReadRadix(byte[] bytes, ref int at, int end, out double value)
    {
        value = 0;
        byte letter = Ascii.Upper(bytes[at]);
        int radix = letter == 'H' ? 16 : letter == 'Q' ? 8 : 2;
        at++;
        int digits = 0;
        while (at < end)
        {
            byte c = Ascii.Upper(bytes[at]);
            int digit = Ascii.IsDigit(c) ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
            if (digit >= radix)
                break;

            value = radix * value + digit;
            digits++;
            at++;
        }

        return digits == 0
            ? ScpiError.NumericData
            : digits > LongestNumber || value > 9007199254740992.0
            ? ScpiError.TooManyDigits
            : ScpiError.None;
    }

    private static int ReadExponent(byte[] bytes, ref int at, int end, ref int power)
    {
        // White space may stand on both sides of the E (IEEE 488.2, 7.7.2.2). "3 EXV" has a unit of exa: an exponent has a digit.
        int letter = AfterSpace(bytes, at, end);
        if (letter >= end || Ascii.Upper(bytes[letter]) != 'E')
            return ScpiError.None;

        int digit = AfterSpace(bytes, letter + 1, end);
        bool negative = digit < end && bytes[digit] == '-';
        if (negative || (digit < end && bytes[digit] == '+'))
            digit++;

        if (digit >= end || !Ascii.IsDigit(bytes[digit]))
            return ScpiError.None;

        int exponent = 0;
        at = digit;
        while (at < end && Ascii.IsDigit(bytes[at]))
        {
            exponent = Math.Min(10 * exponent + (bytes[at] - '0'), LargestExponent + 1);
            at++;
        }

        power += negative ? -exponent : exponent;
        return exponent > LargestExponent ? ScpiError.ExponentTooLarge : ScpiError.None;
    }

    private static int AfterSpace(byte[] bytes, int at, int end)
    {
        while (at < end && Ascii.IsSpace(bytes[at]))
            at++;

        return at;
    }

    private static double Scale(long mantissa, int power)
    {
        if (mantissa == 0)
            return 0;

        double value = mantissa;
        while (power > 0 && value < double.MaxValue)
        {
            int step = Math.Min(power, 22);
            value *= PowerOfTen(step);
            power -= step;
        }

        while (power < 0 && value > 0)
        {
            int step = Math.Min(-power, 22);

            // Divisor: a power of ten from 1 to 1E22.
            value /= PowerOfTen(step);
            power += step;
        }

        return value;
    }

    // Exact up to 1E22.
    private static double PowerOfTen(int power)
    {
        double value = 1;
        for (int i = 0; i < power; i++)
            value *= 10;

        return value;
    }
}
