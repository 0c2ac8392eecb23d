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
                inversion.Add(film.Currents(v), v, 1e-9, 1e-10);
            }

            Assert.True(inversion.Solve());
            double[] expected = film.ToPairs();
            double[] actual = inversion.Conductance!.ToPairs();
            Assert.All(Enumerable.Range(0, expected.Length), p => Assert.InRange(actual[p] / expected[p], 1 - 1e-6, 1 + 1e-6));
            Assert.InRange(inversion.LargestGroupDeviation, 0, 1e-6);
        },
        iter: 60);

    [Fact]
    public void Stated_errors_agree_with_the_scatter_of_400_repeats_where_currents_are_noisy()
    {
        Random random = new(11);
        ConductanceMatrix film = RandomFilm.Of(4, random);
        Pattern[] geometries = WiringGeometry.All(4);
        double[][] v = [.. geometries.Select(g => RandomFilm.Voltages(g, random))];
        const double sigma = 20e-9;
        const int repeats = 400;
        double[] squares = new double[6];
        double[] stated = new double[6];
        double chiSquare = 0;
        for (int r = 0; r < repeats; r++)
        {
            KirchhoffInversion inversion = new(4, geometries.Length);
            foreach (double[] voltages in v)
            {
                inversion.Add([.. film.Currents(voltages).Select(i => i + (sigma * random.Gaussian()))], voltages, sigma, 0);
            }

            Assert.True(inversion.Solve());
            chiSquare += inversion.ReducedChiSquare / repeats;
            double[] error = [.. inversion.Conductance!.ToPairs().Zip(film.ToPairs(), (a, b) => a - b)];
            for (int p = 0; p < 6; p++)
            {
                squares[p] += error[p] * error[p] / repeats;
                stated[p] += inversion.StandardErrors![p] / repeats;
            }
        }

        // 400 repeats know a standard deviation to 3.5 %.
        Assert.All(Enumerable.Range(0, 6), p => Assert.InRange(Math.Sqrt(squares[p]) / stated[p], 0.86, 1.14));
        Assert.InRange(chiSquare, 0.95, 1.05);
    }

    [Fact]
    public void Too_few_geometries_are_refused()
    {
        Random random = new(2);
        ConductanceMatrix film = RandomFilm.Of(4, random);
        KirchhoffInversion inversion = new(4, 1);
        double[] v = RandomFilm.Voltages(Pattern.FromState(5, 4), random);
        inversion.Add(film.Currents(v), v, 1e-9, 1e-9);
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
            inversion.Add(currents, v, 1e-9, 1e-9);
        }

        Assert.True(inversion.Solve());
        Assert.InRange(inversion.LargestGroupDeviation, 0.003, 0.03);
        Assert.True(inversion.ReducedChiSquare > 100);
    }

    [Fact]
    public void A_geometry_of_another_number_of_electrodes_is_refused() =>
        Assert.Throws<ArgumentException>(() => new KirchhoffInversion(4, 7).Add(new double[3], new double[4], 1, 1));
}
