using CsCheck;
using MagHopfield.Shared.Tests.Data;

namespace MagHopfield.Shared.Tests;

public class CholeskyFactorTests
{
    [Fact]
    public void A_system_is_solved_and_the_factor_whitens() => Gen.Select(Gen.Int[1, 12], Gen.Int).Sample((n, seed) =>
    {
        Random random = new(seed);
        double[] a = Covariance(n, random);
        Assert.True(CholeskyFactor.TryCreate(a, n, 1e-13, out CholeskyFactor? factor));
        double[] x = [.. Enumerable.Range(0, n).Select(_ => random.Gaussian())];
        double[] b = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(j => a[(i * n) + j] * x[j]))];
        double[] solved = [.. b];
        factor!.Solve(solved);
        Assert.All(Enumerable.Range(0, n), i => Assert.Equal(x[i], solved[i], 1e-8));

        // |L⁻¹ A x|² = xᵀ A x.
        double[] white = [.. b];
        factor.Forward(white);
        Assert.Equal(x.Zip(b, (p, q) => p * q).Sum(), white.Sum(w => w * w), 1e-8);
    });

    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(2.0, 1.0)]
    public void A_matrix_that_is_not_positive_definite_has_no_factor(double off, double diagonal) =>
        Assert.False(CholeskyFactor.TryCreate([1, off, off, diagonal], 2, 1e-13, out _));

    private static double[] Covariance(int n, Random random)
    {
        double[] root = [.. Enumerable.Range(0, n * n).Select(_ => random.Gaussian())];
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                a[(i * n) + j] = (i == j ? 1 : 0) + Enumerable.Range(0, n).Sum(k => root[(i * n) + k] * root[(j * n) + k]);
        }

        return a;
    }
}
