using CsCheck;
using MagHopfield.Shared.Tests.Data;

namespace MagHopfield.Shared.Tests;

public class WeightedLeastSquaresTests
{
    [Fact]
    public void Exact_equations_are_solved_exactly() => Gen.Select(Gen.Int[1, 10], Gen.Int).Sample((n, seed) =>
    {
        Random random = new(seed);
        double[] truth = [.. Enumerable.Range(0, n).Select(_ => random.Gaussian())];
        WeightedLeastSquares system = new(n);
        for (int row = 0; row < 3 * n; row++)
        {
            double[] a = [.. Enumerable.Range(0, n).Select(_ => random.Gaussian())];
            system.Add(a, a.Zip(truth, (x, y) => x * y).Sum(), 0.1 + random.NextDouble());
        }

        Assert.True(system.Solve());
        Assert.All(Enumerable.Range(0, n), k => Assert.Equal(truth[k], system.Solution[k], 1e-8));
        Assert.InRange(system.ReducedChiSquare, 0, 1e-9);
        Assert.Equal(3 * n, system.RowCount);
    });

    [Fact]
    public void The_mean_of_unequal_readings_is_weighted_by_the_inverse_variance()
    {
        WeightedLeastSquares mean = new(1);
        mean.Add([1], 10, 1);
        mean.Add([1], 13, 2);
        Assert.True(mean.Solve());
        Assert.Equal((10 + (13 / 4.0)) / 1.25, mean.Solution[0], 1e-12);
        Assert.Equal(Math.Sqrt(1 / 1.25), mean.StandardErrors[0], 1e-12);
        Assert.Equal(9 / 5.0, mean.ReducedChiSquare, 1e-12);
    }

    [Fact]
    public void Standard_errors_agree_with_the_scatter_of_1000_repeats_and_chi_square_is_one()
    {
        const int unknowns = 4, rows = 9, repeats = 1000;
        Random random = new(3);
        double[][] a = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, unknowns).Select(_ => random.Gaussian()).ToArray())];
        double[] sigma = [.. Enumerable.Range(0, rows).Select(_ => 0.01 + (0.1 * random.NextDouble()))];
        double[] truth = [1, -2, 3, 0.5];
        double[] squares = new double[unknowns];
        double[] stated = new double[unknowns];
        double chiSquare = 0;
        for (int r = 0; r < repeats; r++)
        {
            WeightedLeastSquares system = new(unknowns);
            for (int row = 0; row < rows; row++)
                system.Add(a[row], a[row].Zip(truth, (x, y) => x * y).Sum() + (sigma[row] * random.Gaussian()), sigma[row]);

            Assert.True(system.Solve());
            chiSquare += system.ReducedChiSquare / repeats;
            for (int k = 0; k < unknowns; k++)
            {
                squares[k] += Math.Pow(system.Solution[k] - truth[k], 2) / repeats;
                stated[k] = system.StandardErrors[k];
            }
        }

        // 1000 repeats know a standard deviation to 2.2 %, the mean of χ²/5 to 2 %.
        Assert.All(Enumerable.Range(0, unknowns), k => Assert.InRange(Math.Sqrt(squares[k]) / stated[k], 0.91, 1.09));
        Assert.InRange(chiSquare, 0.92, 1.08);
    }

    [Fact]
    public void Equations_that_leave_a_combination_open_are_refused()
    {
        WeightedLeastSquares system = new(2);
        system.Add([1, 2], 1, 1);
        system.Add([2, 4], 2, 1);
        Assert.False(system.Solve());
    }

    [Fact]
    public void An_unknown_that_occurs_nowhere_is_refused()
    {
        WeightedLeastSquares system = new(2);
        system.Add([1, 0], 1, 1);
        system.Add([2, 0], 1, 1);
        Assert.False(system.Solve());
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void A_standard_deviation_that_is_not_positive_is_refused(double sigma) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedLeastSquares(1).Add([1], 1, sigma));

    [Fact]
    public void An_equation_of_another_number_of_unknowns_is_refused() =>
        Assert.Throws<ArgumentException>(() => new WeightedLeastSquares(2).Add([1], 1, 1));
}
