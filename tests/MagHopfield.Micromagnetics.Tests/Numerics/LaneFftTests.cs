using System.Numerics;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Tests.Numerics;

public class LaneFftTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(60)]
    [InlineData(64)]
    [InlineData(210)]
    [InlineData(512)]
    [InlineData(1050)]
    public unsafe void The_transform_equals_its_definition_and_the_inverse_undoes_it(int n)
    {
        LaneFft<double> fft = new(n);
        int size = LaneComplex<double>.Size, lanes = size / 2;
        double[] data = GC.AllocateArray<double>(n * size, pinned: true);
        Random random = new(n);
        for (int i = 0; i < data.Length; i++)
            data[i] = random.NextDouble() - 0.5;
        double[] before = (double[])data.Clone();
        fixed (double* p = data)
        {
            fft.Forward(p);
            for (int k = 0; k < n; k += Math.Max(1, n / 13))
            {
                Complex sum = 0;
                for (int j = 0; j < n; j++)
                    sum += new Complex(before[(j * size) + 1], before[(j * size) + 1 + lanes]) * Complex.Exp(
                        -2 * Math.PI * Complex.ImaginaryOne * ((long)j * k % n) / n);
                int at = fft.Position[k] * size;
                Assert.True((new Complex(data[at + 1], data[at + 1 + lanes]) - sum).Magnitude < 1e-12 * n, $"frequency {k}");
            }
            fft.Inverse(p);
        }
        for (int i = 0; i < data.Length; i++)
            Assert.Equal(before[i], data[i] / n, 1e-13);
    }

    [Fact]
    public void A_length_with_a_factor_of_eleven_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new LaneFft<float>(22));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(11, 12)]
    [InlineData(100, 100)]
    [InlineData(121, 125)]
    public void Good_lengths_are_the_next_with_small_factors(int n, int good) => Assert.Equal(good, LaneFft<float>.GoodLength(n));

    [Fact]
    public void Roots_of_unity_are_exact_on_the_axes_and_good_to_rounding_elsewhere()
    {
        Assert.Equal((0.0, -1.0), RootOfUnity.Of<double>(1, 4));
        Assert.Equal((-1.0, 0.0), RootOfUnity.Of<double>(7, 14));
        for (int k = 0; k < 100; k++)
        {
            Complex w = Complex.Exp(-2 * Math.PI * Complex.ImaginaryOne * k / 100);
            (double re, double im) = RootOfUnity.Of<double>(k, 100);
            Assert.True((new Complex(re, im) - w).Magnitude < 1e-15);
        }
    }
}
