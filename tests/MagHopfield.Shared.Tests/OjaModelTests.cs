using CsCheck;

namespace MagHopfield.Shared.Tests;

public class OjaModelTests
{
    // Niu 2024: η = 0.0006 S/V², α = 111 V²/S on the edges of the square, 277 V²/S on its diagonals.
    private const double Rate = 0.0006;
    private static readonly double[] Alpha = [111, 111, 277, 277, 111, 111];
    private static readonly double[] Average = [-0.062, -0.062, -0.043, -0.043, -0.062, -0.062];

    [Fact]
    public void Weights_settle_at_the_product_of_the_voltages_over_two_alpha() => Gen.Int[0, 15].Sample(state =>
    {
        OjaModel film = new(4, Rate, Alpha, Average);
        double[] v = Volts(state);
        for (int pulse = 0; pulse < 300; pulse++)
            film.Apply(v);

        for (int i = 0; i < 4; i++)
        {
            for (int j = i + 1; j < 4; j++)
            {
                int p = ConductanceMatrix.PairIndex(i, j, 4);
                Assert.Equal(v[i] * v[j] / (2 * Alpha[p]), film.Conductance[i, j] - Average[p], 1e-12);
            }
        }
    });

    [Fact]
    public void The_distance_from_the_fixed_point_shrinks_by_one_minus_two_alpha_eta_a_pulse()
    {
        OjaModel film = new(4, Rate, Alpha, Average);
        double[] v = Volts(5);
        for (int pulse = 1; pulse <= 10; pulse++)
        {
            film.Apply(v);
            double[] pairs = film.Conductance.ToPairs();
            for (int p = 0; p < 6; p++)
            {
                double target = Average[p] + (Sign(p) / (2 * Alpha[p]));
                double expected = (Average[p] - target) * Math.Pow(1 - (2 * Alpha[p] * Rate), pulse);
                Assert.Equal(expected, pairs[p] - target, 1e-14);
            }
        }

        // "+ - + -": node pairs 13 and 24 alike, the others opposite.
        static int Sign(int pair) => pair is 1 or 4 ? 1 : -1;
    }

    [Fact]
    public void A_pulse_of_no_voltage_forgets_towards_the_average()
    {
        OjaModel film = new(4, Rate, Alpha, Average);
        film.Apply(Volts(5));
        double before = Math.Abs(film.Conductance[0, 1] - Average[0]);
        film.Apply(new double[4]);
        Assert.Equal(before * (1 - (2 * Alpha[0] * Rate)), Math.Abs(film.Conductance[0, 1] - Average[0]), 1e-15);
    }

    [Fact]
    public void Rows_keep_their_zero_sum()
    {
        OjaModel film = new(4, Rate, Alpha, Average);
        film.Apply([1.3, -0.4, 0.9, 2]);
        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(0, Enumerable.Range(0, 4).Sum(j => film.Conductance[i, j]), 1e-15));
    }

    [Fact]
    public void Alpha_and_average_of_different_lengths_are_refused() =>
        Assert.Throws<ArgumentException>(() => new OjaModel(4, Rate, new double[5], new double[6]));

    private static double[] Volts(int state) => [.. Enumerable.Range(0, 4).Select(i => (double)Pattern.FromState(state, 4)[i])];

    [Fact]
    public void Many_pulses_at_once_equal_the_same_one_by_one()
    {
        OjaModel Model() => new(3, [0.001, 0.002, 0.0005], [100, 50, 200], [-0.06, -0.05, -0.04]);
        OjaModel one = Model(), many = Model();
        for (int k = 0; k < 17; k++)
            one.Apply([1, -1, 1]);

        many.Apply([1, -1, 1], 17);
        Assert.All(one.Conductance.ToPairs().Zip(many.Conductance.ToPairs()), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }
}
