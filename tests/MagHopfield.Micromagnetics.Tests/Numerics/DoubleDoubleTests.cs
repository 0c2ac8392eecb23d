using System.Numerics;
using CsCheck;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Tests.Demag;

namespace MagHopfield.Micromagnetics.Tests.Numerics;

public class DoubleDoubleTests
{
    // Some parts in 2^104.
    private const double Tolerance = 3e-31;

    private static readonly Gen<double> Positive = Gen.Double[-12, 12].Select(p => Math.Pow(10, p));

    [Fact]
    public void Sums_products_quotients_and_roots_are_good_to_31_digits() => Gen.Select(Positive, Positive).Sample((a, b) =>
    {
        // Two numbers with full low parts.
        DoubleDouble x = DoubleDouble.Sqrt(a), y = DoubleDouble.Sqrt(b);
        Close(x * x, Exact(a));
        Close(x / y, FixedPoint.Over(Exact(x), Exact(y)));
        Close(x + y, Exact(x) + Exact(y));
        Close(x * y, FixedPoint.Times(Exact(x), Exact(y)));
        // What is left of a difference has no rounding at all as long as nothing is lost at the end.
        Close(x + y - y, Exact(x), Tolerance * Math.Max(1, y.High / x.High));
    });

    [Fact]
    public void Logarithms_are_good_to_31_digits() => Positive.Sample(a =>
    {
        DoubleDouble x = DoubleDouble.Sqrt(a);
        // Near 1 the error is that of ln 2 or of a point nearby, not of the small result.
        double log = Math.Abs(Math.Log(x.High));
        Close(DoubleDouble.Log(x), FixedPoint.Log(Exact(x)), Tolerance, log > 1 ? log : 1);
    });

    [Fact]
    public void Arctangents_are_good_to_31_digits() => Positive.Sample(a =>
    {
        DoubleDouble x = DoubleDouble.Sqrt(a);
        Close(DoubleDouble.Atan(x), FixedPoint.Atan(Exact(x)));
    });

    [Fact]
    public void Zero_and_one_are_exact()
    {
        Assert.Equal(0, DoubleDouble.Sqrt(0).High);
        Assert.Equal(0, DoubleDouble.Log(1).High);
        Assert.Equal(0, DoubleDouble.Atan(0).High);
        Assert.Equal(Math.PI / 4, DoubleDouble.Atan(1).High);
    }

    private static void Close(DoubleDouble x, BigInteger exact, double tolerance = Tolerance, double? scale = null)
    {
        double difference = FixedPoint.ToDouble(BigInteger.Abs(Exact(x) - exact)), size = scale
            ?? FixedPoint.ToDouble(BigInteger.Abs(exact));
        // What the reference itself cuts off: some of its last digits.
        Assert.True(
            difference <= (tolerance * size) + Math.ScaleB(1, 8 - FixedPoint.Digits + 40), $"{x.High} + {x.Low} is off by {difference}");
    }

    private static BigInteger Exact(DoubleDouble x) => Exact(x.High) + Exact(x.Low);

    private static BigInteger Exact(double x)
    {
        int power = Math.ILogB(x == 0 ? 1 : x) - 52;
        BigInteger digits = (BigInteger)Math.ScaleB(x, -power);
        return FixedPoint.Digits + power >= 0 ? digits << (FixedPoint.Digits + power) : digits >> -(FixedPoint.Digits + power);
    }
}
