using CsCheck;
using MagHopfield.Shared.Tests.Data;

namespace MagHopfield.Shared.Tests;

public class KirchhoffInversionTests
{
    [Fact]
    public void The_geometries_of_2_to_8_electrodes_give_the_film_exactly() => Gen.Select(Gen.Int[2, 8], Gen.Int).Sample(
        (n, seed) =>
        {
            Random random = new(seed);
            ConductanceMatrix film = RandomFilm.Of(n, random);
            KirchhoffInversion inversion = new(n, WiringGeometry.Count(n));
            foreach (Pattern geometry in WiringGeometry.All(n))
            {
                double[] v = RandomFilm.Voltages(geometry, random);
                inversion.Add(film.Currents(v), v, All(n, 1e-9), All(n, 1e-10));
            }

            Assert.True(inversion.Solve());
            double[] expected = film.ToPairs();
            double[] actual = inversion.Conductance!.ToPairs();
            Assert.All(Enumerable.Range(0, expected.Length), p => Assert.InRange(actual[p] / expected[p], 1 - 1e-6, 1 + 1e-6));
            Assert.InRange(inversion.LargestGroupDeviation, 0, 1e-6);
        },
        iter: 60);

    [Theory]
    [InlineData(4, 20e-9, 0)]
    [InlineData(4, 3e-9, 130e-9)]
    [InlineData(4, 1e-12, 130e-9)]
    [InlineData(5, 10e-9, 100e-9)]
    public void Stated_errors_agree_with_the_scatter_of_400_repeats(int n, double sigmaCurrent, double sigmaVoltage)
    {
        // Voltages are against electrode 1, which has no noise of its own.
        double[] sigmaVoltages = All(n, sigmaVoltage);
        sigmaVoltages[0] = 0;
        Random random = new(11);
        ConductanceMatrix film = RandomFilm.Of(n, random);
        double[] truth = film.ToPairs();
        double[][] v = [.. WiringGeometry.All(n).Select(g => RandomFilm.Voltages(g, random))];
        const int repeats = 400;
        double[] squares = new double[truth.Length];
        double[] stated = new double[truth.Length];
        double chiSquare = 0;
        for (int r = 0; r < repeats; r++)
        {
            KirchhoffInversion inversion = new(n, v.Length);
            foreach (double[] exact in v)
            {
                double[] voltages = [.. exact.Select((x, k) => x - exact[0] + (sigmaVoltages[k] * random.Gaussian()))];
                double[] currents = [.. film.Currents(exact).Select(i => i + (sigmaCurrent * random.Gaussian()))];
                inversion.Add(currents, voltages, All(n, sigmaCurrent), sigmaVoltages);
            }

            Assert.True(inversion.Solve());
            chiSquare += inversion.ReducedChiSquare / repeats;
            double[] pairs = inversion.Conductance!.ToPairs();
            for (int p = 0; p < truth.Length; p++)
            {
                squares[p] += Math.Pow(pairs[p] - truth[p], 2) / repeats;
                stated[p] += inversion.StandardErrors![p] / repeats;
            }
        }

        // 400 repeats know a standard deviation to 3.5 %; the mean of χ² is known to 2 % or better.
        Assert.All(Enumerable.Range(0, truth.Length), p => Assert.InRange(Math.Sqrt(squares[p]) / stated[p], 0.86, 1.14));
        Assert.InRange(chiSquare, 0.93, 1.07);
    }

    [Theory]
    [InlineData(4, 130e-9)]
    [InlineData(4, 0)]
    [InlineData(6, 130e-9)]
    public void A_relative_error_of_one_shunt_moves_the_film_by_its_sensitivity_and_all_together_by_the_film_itself(
        int n, double sigmaVoltage)
    {
        const double error = 1e-4;
        Random random = new(5);
        ConductanceMatrix film = RandomFilm.Of(n, random);
        double[][] voltages = [.. WiringGeometry.All(n).Select(g => RandomFilm.Voltages(g, random))];
        double[] truth = film.ToPairs();
        double[][] sensitivities = Solve(-1).CurrentSensitivities!;
        for (int p = 0; p < truth.Length; p++)
            Assert.Equal(truth[p], sensitivities.Sum(s => s[p]), 1e-6 * Math.Abs(truth[p]));

        for (int electrode = 0; electrode < n; electrode++)
        {
            double[] moved = Solve(electrode).Conductance!.ToPairs();
            for (int p = 0; p < truth.Length; p++)
            {
                // Less than a hundredth of the error comes by the weights, which follow G.
                Assert.Equal(error * sensitivities[electrode][p], moved[p] - truth[p], 0.01 * error * Math.Abs(truth[p]));
            }
        }

        KirchhoffInversion Solve(int wrong)
        {
            KirchhoffInversion inversion = new(n, voltages.Length);
            foreach (double[] v in voltages)
            {
                double[] currents = film.Currents(v);
                if (wrong >= 0)
                    currents[wrong] *= 1 + error;

                inversion.Add(currents, v, All(n, 3e-9), All(n, sigmaVoltage));
            }

            Assert.True(inversion.Solve());
            return inversion;
        }
    }

    [Fact]
    public void A_current_without_a_standard_deviation_is_refused()
    {
        KirchhoffInversion inversion = new(2, 1);
        inversion.Add([1e-3, -1e-3], [0, -1e-2], [0, 0], [0, 0]);
        Assert.False(inversion.Solve());
    }

    [Fact]
    public void Too_few_geometries_are_refused()
    {
        Random random = new(2);
        ConductanceMatrix film = RandomFilm.Of(4, random);
        KirchhoffInversion inversion = new(4, 1);
        double[] v = RandomFilm.Voltages(Pattern.FromState(5, 4), random);
        inversion.Add(film.Currents(v), v, All(4, 1e-9), All(4, 1e-9));
        Assert.False(inversion.Solve());
    }

    [Fact]
    public void A_shunt_three_percent_off_shows_in_the_group_deviation()
    {
        Random random = new(4);
        ConductanceMatrix film = RandomFilm.Of(4, random);
        KirchhoffInversion inversion = new(4, 7);
        foreach (Pattern geometry in WiringGeometry.All(4))
        {
            double[] v = RandomFilm.Voltages(geometry, random);
            double[] currents = film.Currents(v);
            currents[2] *= 1.03;
            inversion.Add(currents, v, All(4, 1e-9), All(4, 1e-9));
        }

        Assert.True(inversion.Solve());
        Assert.InRange(inversion.LargestGroupDeviation, 0.003, 0.03);
        Assert.True(inversion.ReducedChiSquare > 100);
    }

    [Fact]
    public void A_geometry_of_another_number_of_electrodes_is_refused() =>
        Assert.Throws<ArgumentException>(() => new KirchhoffInversion(4, 7).Add(new double[3], new double[4], All(4, 1), All(4, 1)));

    private static double[] All(int count, double value) => [.. Enumerable.Repeat(value, count)];
}
