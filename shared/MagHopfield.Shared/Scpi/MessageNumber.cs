using System;

namespace MagHopfield.Shared.Scpi;

/// <summary>
/// Numbers in messages to people: as many digits as mean something, and a decimal point in every culture. A limit of 25 mJ that is
/// computed as 0.024999999999999998 J is 25 mJ.
/// </summary>
public static class MessageNumber
{
    private const double Lowest = 1e5;
    private const double Highest = 1e6;

    /// <summary>The number rounded to six significant digits, as in "24.5" or "1.5E-9".</summary>
    /// <param name="value">Value.</param>
    public static string Of(double value)
    {
        byte[] buffer = new byte[NumberWriter.LongestNumber];
        int length = NumberWriter.Write(Rounded(value), buffer, 0);
        char[] text = new char[length];
        for (int i = 0; i < length; i++)
            text[i] = (char)buffer[i];

        return new string(text);
    }

    private static double Rounded(double value)
    {
        double size = Math.Abs(value);
        if (double.IsNaN(value) || size < 1e-99 || 1e99 < size)
            return value;

        // Powers of ten up to 1E22 are exact, so that common sizes are rounded once.
        double up = 1, down = 1;
        while (size * up < Lowest)
            up *= 10;

        // Divisor: a power of ten, 1 or more.
        while (Highest <= size / down)
            down *= 10;

        // Divisor: powers of ten, 1 or more.
        double whole = Math.Floor(size * up / down + 0.5);
        // Divisor: powers of ten, 1 or more.
        double rounded = whole * down / up;
        return value < 0 ? -rounded : rounded;
    }
}
