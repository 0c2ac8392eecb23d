using System.Numerics;

namespace MagHopfield.Micromagnetics.Tests.Demag;

/// <summary>
/// Numbers with 192 binary digits after the point, and the functions that Newell's formulas need: a reference, slow and plain.
/// </summary>
internal static class FixedPoint
{
    public const int Digits = 192;

    public static readonly BigInteger One = BigInteger.One << Digits;

    /// <summary>π by Machin's formula, 16 atan 1/5 − 4 atan 1/239.</summary>
    public static readonly BigInteger Pi = (16 * AtanSeries(One / 5)) - (4 * AtanSeries(One / 239));

    private static readonly BigInteger Ln2 = LogOfRatio(One / 3);

    public static BigInteger Times(BigInteger a, BigInteger b) => (a * b) >> Digits;

    public static BigInteger Over(BigInteger a, BigInteger b) => (a << Digits) / b;

    /// <summary>√n of a whole number.</summary>
    public static BigInteger Root(long n) => RootOf((BigInteger)n << (2 * Digits));

    /// <summary>ln x for x &gt; 0.</summary>
    public static BigInteger Log(BigInteger x)
    {
        // x = 2^k y with y between ¾ and 3/2.
        int k = (int)(x.GetBitLength() - Digits);
        BigInteger y = k >= 0 ? x >> k : x << -k;
        if (4 * y < 3 * One)
            (k, y) = (k - 1, 2 * y);
        return (k * Ln2) + LogOfRatio(Over(y - One, y + One));
    }

    /// <summary>atan x for x ≥ 0.</summary>
    public static BigInteger Atan(BigInteger x)
    {
        if (x > One)
            return (Pi / 2) - Atan(Over(One, x));
        // Half the angle, four times.
        for (int i = 0; i < 4; i++)
            x = Over(x, One + RootOf((One * One) + (x * x)));
        return 16 * AtanSeries(x);
    }

    public static double ToDouble(BigInteger x)
    {
        // A conversion to double cuts off; with 64 bits first that costs no more than a part in 2^52.
        int shift = (int)Math.Max(0, x.GetBitLength() - 64);
        return Math.ScaleB((double)(x >> shift), shift - Digits);
    }

    private static BigInteger RootOf(BigInteger n)
    {
        if (n.IsZero)
            return n;
        BigInteger x = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (x + (n / x)) >> 1;
            if (next >= x)
                return x;
            x = next;
        }
    }

    // ln((1 + u)/(1 − u)) = 2 (u + u³/3 + …).
    private static BigInteger LogOfRatio(BigInteger u) => 2 * Series(u, 1);

    private static BigInteger AtanSeries(BigInteger u) => Series(u, -1);

    private static BigInteger Series(BigInteger u, int sign)
    {
        BigInteger square = Times(u, u), power = u, sum = 0;
        for (int k = 1; !power.IsZero && power != -1; k += 2)
        {
            sum += power / k;
            power = sign * Times(power, square);
        }
        return sum;
    }
}
