using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Tests.Numerics;

public class NormalNumbersTests
{
    private const int Count = 1 << 20;

    [Fact]
    public void Moments_up_to_the_fourth_and_tails_are_those_of_the_normal_distribution()
    {
        Check(Numbers<double>(NormalNumbers.Stream(1, 0)));
        Check([.. Numbers<float>(NormalNumbers.Stream(2, 5)).Select(x => (double)x)]);

        static void Check(double[] x)
        {
            // Standard errors of the means of x, x², x³, x⁴ are √1, √2, √15, √96 over √n; four of them each.
            double error = 4 / Math.Sqrt(Count);
            Assert.Equal(0, x.Average(), error);
            Assert.Equal(1, x.Average(v => v * v), Math.Sqrt(2) * error);
            Assert.Equal(0, x.Average(v => v * v * v), Math.Sqrt(15) * error);
            Assert.Equal(3, x.Average(v => v * v * v * v), Math.Sqrt(96) * error);
            // Beyond 3: 2.6998e-3.
            Assert.Equal(2.6998e-3, x.Count(v => Math.Abs(v) > 3) / (double)Count, 4 * Math.Sqrt(2.7e-3 / Count));
        }
    }

    [Fact]
    public void Neighbours_streams_and_seeds_are_independent()
    {
        double[] a = Numbers<double>(
            NormalNumbers.Stream(1, 0)), b = Numbers<double>(NormalNumbers.Stream(1, 1)), c = Numbers<double>(NormalNumbers.Stream(2, 0));
        double error = 4 / Math.Sqrt(Count);
        Assert.Equal(0, Correlation(a, b, 0), error);
        Assert.Equal(0, Correlation(a, c, 0), error);
        // Also of the squares, and between the two numbers that come from one counter.
        foreach (int lag in new[] { 1, 2, 7, 8, 9, 16, 17 })
        {
            Assert.Equal(0, Correlation(a, a, lag), error);
            Assert.Equal(0, Correlation([.. a.Select(v => (v * v) - 1)], [.. a.Select(v => (v * v) - 1)], lag), 2 * error);
        }

        static double Correlation(double[] x, double[] y, int lag) =>
            Enumerable.Range(0, Count - lag).Sum(i => x[i] * y[i + lag]) / (Count - lag);
    }

    [Fact]
    public void Both_precisions_draw_the_same_numbers_up_to_rounding()
    {
        double[] wide = Numbers<double>(NormalNumbers.Stream(3, 4));
        float[] narrow = Numbers<float>(NormalNumbers.Stream(3, 4));
        Assert.All(Enumerable.Range(0, 10_000), i => Assert.Equal(wide[i], narrow[i], 2e-5));
    }

    private static unsafe T[] Numbers<T>(ulong stream)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        T[] numbers = new T[Count];
        fixed (T* p = numbers)
        {
            for (int i = 0; i < Count; i += NormalNumbers.Block)
                NormalNumbers.Fill(stream, i / NormalNumbers.Block, p + i);
        }
        return numbers;
    }
}
