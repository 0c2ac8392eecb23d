using CsCheck;
using MagHopfield.Shared.Tests.Data;
using MathNet.Numerics.LinearAlgebra;

namespace MagHopfield.Shared.Tests;

public class KelvinInversionTests
{
    private const double Probe = 500e-6;

    [Fact]
    public void Injections_give_the_film_of_2_to_64_electrodes_exactly() => Gen.Select(Gen.Int[2, 64], Gen.Int).Sample(
        (n, seed) =>
        {
            ConductanceMatrix film = RandomFilm.Of(n, new Random(seed));
            KelvinInversion inversion = new(n);
            Inject(inversion, film, (_, _) => 0, _ => 0, 0, 0);
            Assert.True(inversion.Solve());
            double[] expected = film.ToPairs();
            double[] actual = inversion.Conductance!.ToPairs();
            Assert.All(Enumerable.Range(0, expected.Length), p => Assert.InRange(actual[p] / expected[p], 1 - 1e-9, 1 + 1e-9));
            Assert.InRange(inversion.LargestReciprocityDeviation, 0, 1e-12);
        },
        iter: 40);

    [Theory]
    [InlineData(2, 1e-8, 100e-9)]
    [InlineData(4, 0, 130e-9)]
    [InlineData(4, 2e-8, 0)]
    [InlineData(4, 1e-8, 100e-9)]
    [InlineData(6, 2e-9, 130e-9)]
    public void Stated_errors_agree_with_the_scatter_of_400_repeats(int n, double sigmaCurrent, double sigmaVoltage)
    {
        Random random = new(6);
        ConductanceMatrix film = RandomFilm.Of(n, random);
        double[] truth = film.ToPairs();
        double[] squares = new double[truth.Length];
        double[] stated = new double[truth.Length];
        double chiSquare = 0;
        const int repeats = 400;
        for (int r = 0; r < repeats; r++)
        {
            KelvinInversion inversion = new(n);
            Inject(inversion, film, (_, _) => sigmaVoltage * random.Gaussian(), _ => sigmaCurrent * random.Gaussian(), sigmaCurrent,
                sigmaVoltage);
            Assert.True(inversion.Solve());
            chiSquare += inversion.ReducedChiSquare / repeats;
            double[] pairs = inversion.Conductance!.ToPairs();
            for (int p = 0; p < truth.Length; p++)
            {
                squares[p] += Math.Pow(pairs[p] - truth[p], 2) / repeats;
                stated[p] += inversion.StandardErrors![p] / repeats;
            }
        }

        Assert.All(Enumerable.Range(0, truth.Length), p => Assert.InRange(Math.Sqrt(squares[p]) / stated[p], 0.86, 1.14));

        // Each difference R_ij − R_ji has its own σ; where currents make the noise, they are not independent but have the right mean.
        Assert.InRange(chiSquare, n == 2 ? 0 : 0.85, n == 2 ? 0 : 1.15);
    }

    [Fact]
    public void A_sense_switch_that_reads_two_percent_low_shows_in_the_reciprocity()
    {
        ConductanceMatrix film = RandomFilm.Of(4, new Random(1));
        KelvinInversion inversion = new(4);
        Inject(inversion, film, (k, v) => k == 2 ? -0.02 * v : 0, _ => 0, 1e-10, 1e-9);
        Assert.True(inversion.Solve());
        Assert.InRange(inversion.LargestReciprocityDeviation, 0.005, 0.02);
        Assert.True(inversion.ReducedChiSquare > 100);
    }

    [Fact]
    public void A_missing_injection_is_refused()
    {
        KelvinInversion inversion = new(3);
        inversion.Add(1, Probe, [0, 1e-3, 1e-3], 1e-9, 1e-9);
        Assert.False(inversion.Solve());
    }

    [Fact]
    public void An_electrode_that_follows_another_one_exactly_is_refused()
    {
        KelvinInversion inversion = new(3);
        inversion.Add(1, Probe, [0, 1e-3, 1e-3], 1e-9, 1e-9);
        inversion.Add(2, Probe, [0, 1e-3, 1e-3], 1e-9, 1e-9);
        Assert.False(inversion.Solve());
    }

    [Fact]
    public void Injections_that_cannot_be_are_refused()
    {
        KelvinInversion inversion = new(3);
        Assert.Throws<ArgumentOutOfRangeException>(() => inversion.Add(0, Probe, new double[3], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => inversion.Add(3, Probe, new double[3], 0, 0));
        Assert.Throws<ArgumentException>(() => inversion.Add(1, 0, new double[3], 0, 0));
        Assert.Throws<ArgumentException>(() => inversion.Add(1, Probe, new double[4], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KelvinInversion(1));
    }

    private static void Inject(
        KelvinInversion inversion,
        ConductanceMatrix film,
        Func<int, double, double> voltageError,
        Func<int, double> currentError,
        double sigmaCurrent,
        double sigmaVoltage)
    {
        int n = film.NodeCount;
        Matrix<double> reduced = Matrix<double>.Build.Dense(n - 1, n - 1, (i, j) => film[i + 1, j + 1]);
        Matrix<double> resistance = reduced.Inverse();
        for (int j = 1; j < n; j++)
        {
            double[] v = new double[n];
            for (int k = 1; k < n; k++)
            {
                v[k] = resistance[k - 1, j - 1] * Probe;
                v[k] += voltageError(k, v[k]);
            }

            inversion.Add(j, Probe + currentError(j), v, sigmaCurrent, sigmaVoltage);
        }
    }
}
