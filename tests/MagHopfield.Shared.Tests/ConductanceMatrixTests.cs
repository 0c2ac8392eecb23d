using CsCheck;
using MagHopfield.Shared.Tests.Data;

namespace MagHopfield.Shared.Tests;

public class ConductanceMatrixTests
{
    [Fact]
    public void Pairs_are_numbered_12_13_14_23_24_34()
    {
        (int, int)[] order = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
        Assert.Equal(Enumerable.Range(0, 6), order.Select(p => ConductanceMatrix.PairIndex(p.Item1, p.Item2, 4)));
    }

    [Fact]
    public void Every_pair_has_one_number_whichever_node_comes_first() => Gen.Int[2, 64].Sample(n =>
    {
        List<int> seen = [];
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                seen.Add(ConductanceMatrix.PairIndex(i, j, n));
                Assert.Equal(seen[^1], ConductanceMatrix.PairIndex(j, i, n));
            }
        }

        Assert.Equal(Enumerable.Range(0, n * (n - 1) / 2), seen);
    });

    [Fact]
    public void Rows_sum_to_zero_and_the_matrix_is_symmetric() => Gen.Select(Gen.Int[2, 12], Gen.Int).Sample((n, seed) =>
    {
        ConductanceMatrix g = RandomFilm.Of(n, new Random(seed));
        for (int i = 0; i < n; i++)
        {
            Assert.Equal(0, Enumerable.Range(0, n).Sum(j => g[i, j]), 1e-14);
            Assert.All(Enumerable.Range(0, n), j => Assert.Equal(g[i, j], g[j, i]));
        }
    });

    [Fact]
    public void Pairs_come_back_as_they_were_put_in() => Gen.Select(Gen.Int[2, 12], Gen.Int).Sample((n, seed) =>
    {
        ConductanceMatrix g = RandomFilm.Of(n, new Random(seed));
        Assert.Equal(g.ToPairs(), ConductanceMatrix.FromPairs(n, g.ToPairs()).ToPairs());
    });

    [Fact]
    public void Two_electrodes_with_100_mS_between_carry_100_microampere_at_1_mV()
    {
        double[] currents = ConductanceMatrix.FromPairs(2, [-0.1]).Currents([1e-3, 0]);
        Assert.Equal(100e-6, currents[0], 1e-18);
        Assert.Equal(-100e-6, currents[1], 1e-18);
    }

    [Fact]
    public void Currents_sum_to_zero_and_do_not_see_a_common_voltage() => Gen.Select(Gen.Int[2, 12], Gen.Int).Sample((n, seed) =>
    {
        Random random = new(seed);
        ConductanceMatrix g = RandomFilm.Of(n, random);
        double[] v = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
        double[] currents = g.Currents(v);
        double[] lifted = g.Currents([.. v.Select(x => x + 1)]);
        Assert.Equal(0, currents.Sum(), 1e-13);
        Assert.All(Enumerable.Range(0, n), i => Assert.Equal(currents[i], lifted[i], 1e-13));
    });

    [Fact]
    public void A_wrong_number_of_pairs_is_refused_with_the_right_number() => Assert.Contains(
        "6 pairs expected for 4 nodes, got 5",
        Assert.Throws<ArgumentException>(() => ConductanceMatrix.FromPairs(4, new double[5])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_single_electrode_has_no_conductance() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConductanceMatrix(1));
}
