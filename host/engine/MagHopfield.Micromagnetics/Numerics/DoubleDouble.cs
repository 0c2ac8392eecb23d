namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>
/// A number as the sum of two doubles, of about 106 binary digits, for sums that cancel: T. J. Dekker, Numer. Math. 18, 224 (1971);
/// Y. Hida, X. S. Li and D. H. Bailey, Proc. 15th IEEE Symp. Computer Arithmetic, 155 (2001). It is not meant for infinities or subnormals.
/// </summary>
internal readonly struct DoubleDouble
{
    // Logarithms and arctangents are taken from the nearest of these many points between 0 and 1 (to 2 for the logarithm).
    private const int Points = 64;

    private static readonly DoubleDouble[] Logs = MakeLogs(), Atans = MakeAtans();

    // From ln 2 = 2 atanh ⅓ and π/2 = 2 atan 1.
    private static readonly DoubleDouble Ln2 = Logs[Points], HalfPi = 2 * Atans[Points];

    private DoubleDouble(double high, double low) => (High, Low) = (high, low);

    /// <summary>The number rounded to double.</summary>
    public double High { get; }

    /// <summary>What the rounding left out.</summary>
    public double Low { get; }

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble high = TwoSum(a.High, b.High), low = TwoSum(a.Low, b.Low);
        high = FastTwoSum(high.High, high.Low + low.High);
        return FastTwoSum(high.High, high.Low + low.Low);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        DoubleDouble p = Product(a.High, b.High);
        return FastTwoSum(p.High, p.Low + ((a.High * b.Low) + (a.Low * b.High)));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        double first = a.High / b.High;
        DoubleDouble rest = a - (first * b);
        double second = rest.High / b.High;
        rest -= second * b;
        return FastTwoSum(first, second) + (rest.High / b.High);
    }

    /// <summary>a·b without rounding.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        double p = a * b;
        return new(p, Math.FusedMultiplyAdd(a, b, -p));
    }

    /// <summary>√a.</summary>
    public static DoubleDouble Sqrt(DoubleDouble a)
    {
        if (a.High == 0)
            return 0;
        double root = Math.Sqrt(a.High);
        return FastTwoSum(root, (a - Product(root, root)).High / (2 * root));
    }

    /// <summary>ln a for a &gt; 0.</summary>
    public static DoubleDouble Log(DoubleDouble a)
    {
        int power = Math.ILogB(a.High);
        DoubleDouble x = new(Math.ScaleB(a.High, -power), Math.ScaleB(a.Low, -power));
        int point = (int)Math.Round((x.High - 1) * Points);
        double c = 1 + ((double)point / Points);
        return (power * Ln2) + Logs[point] + (2 * OddSeries((x - c) / (x + c), 1));
    }

    /// <summary>atan a for a ≥ 0.</summary>
    public static DoubleDouble Atan(DoubleDouble a)
    {
        if (a.High > 1)
            return HalfPi - Atan(1 / a);
        int point = (int)Math.Round(a.High * Points);
        double c = (double)point / Points;
        return Atans[point] + OddSeries((a - c) / (1 + (c * a)), -1);
    }

    // x + s x³/3 + x⁵/5 + s x⁷/7 …: atanh for s = 1, atan for s = −1.
    private static DoubleDouble OddSeries(DoubleDouble x, double sign)
    {
        DoubleDouble square = sign * (x * x), power = x, sum = x;
        for (int k = 3; Math.Abs(power.High) > 1e-34; k += 2)
        {
            power *= square;
            sum += power / k;
        }
        return sum;
    }

    private static DoubleDouble[] MakeLogs()
    {
        DoubleDouble[] logs = new DoubleDouble[Points + 1];
        for (int i = 0; i <= Points; i++)
            logs[i] = 2 * OddSeries((DoubleDouble)i / ((2 * Points) + i), 1);
        return logs;
    }

    private static DoubleDouble[] MakeAtans()
    {
        // A step from one point to the next has a small tangent: tan(a − b) = (tan a − tan b)/(1 + tan a tan b).
        DoubleDouble[] atans = new DoubleDouble[Points + 1];
        for (int i = 1; i <= Points; i++)
            atans[i] = atans[i - 1] + OddSeries((DoubleDouble)Points / ((Points * Points) + (i * (i - 1))), -1);
        return atans;
    }

    private static DoubleDouble TwoSum(double a, double b)
    {
        double sum = a + b, part = sum - a;
        return new(sum, (a - (sum - part)) + (b - part));
    }

    // For |a| ≥ |b|.
    private static DoubleDouble FastTwoSum(double a, double b)
    {
        double sum = a + b;
        return new(sum, b - (sum - a));
    }
}
