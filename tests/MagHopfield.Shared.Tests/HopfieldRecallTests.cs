using CsCheck;
using MagHopfield.Shared.Tests.Data;

namespace MagHopfield.Shared.Tests;

public class HopfieldRecallTests
{
    private const int Enough = 10_000;

    private static readonly Gen<(int Nodes, int State, int Seed)> AnyStart =
        Gen.Int[2, 10].SelectMany(n => Gen.Select(Gen.Const(n), Gen.Int[0, (1 << n) - 1], Gen.Int[0, int.MaxValue - 1]));

    [Fact]
    public void A_stored_pattern_is_recalled_by_every_mode_from_one_wrong_node() => AnyStart.Sample(s =>
    {
        int nodes = s.Nodes + 1;
        Pattern stored = Pattern.FromState(s.State, nodes);
        HopfieldRecall recall = new(Storing(stored), 0);
        Pattern start = stored.Flip(s.Seed % nodes);
        Assert.True(stored.SameAs(recall.SteepestDescent(start, Enough).State));

        // Of three nodes each right one sits between two opposite couplings and keeps its sign, as the wrong one turns.
        Assert.True(stored.SameAs(recall.Asynchronous(start, s.Seed, Enough).State));
        Assert.True(stored.SameAs(recall.Synchronous(start, Enough).State));
    });

    [Fact]
    public void Energy_falls_with_every_turn_of_steepest_descent_until_a_fixed_point() => AnyStart.Sample(s =>
    {
        WeightMatrix weights = RandomFilm.Weights(s.Nodes, new Random(s.Seed));
        HopfieldRecall recall = new(weights, 0);
        Pattern start = Pattern.FromState(s.State, s.Nodes);
        RecallResult end = recall.SteepestDescent(start, Enough);
        double energy = weights.Energy(start);
        for (int turns = 1; turns < end.Iterations; turns++)
        {
            double lower = weights.Energy(recall.SteepestDescent(start, turns).State);
            Assert.True(lower < energy);
            energy = lower;
        }

        Assert.True(end.IsStable);
        Assert.True(recall.IsFixedPoint(end.State));
    });

    [Fact]
    public void Energy_never_rises_in_asynchronous_recall_and_it_ends_in_a_fixed_point() => AnyStart.Sample(s =>
    {
        WeightMatrix weights = RandomFilm.Weights(s.Nodes, new Random(s.Seed));
        HopfieldRecall recall = new(weights, 0);
        Pattern start = Pattern.FromState(s.State, s.Nodes);
        RecallResult end = recall.Asynchronous(start, s.Seed, Enough);
        double energy = weights.Energy(start);

        // The same seed draws the same nodes: a recall stopped early is the beginning of the whole one.
        for (int updates = 1; updates <= end.Iterations; updates++)
        {
            double now = weights.Energy(recall.Asynchronous(start, s.Seed, updates).State);
            Assert.True(now <= energy);
            energy = now;
        }

        Assert.True(end.IsStable);
        Assert.True(recall.IsFixedPoint(end.State));
        Assert.True(end.Iterations > 10, "the paper asks for more than 10 unchanged iterations");
    });

    [Fact]
    public void Asynchronous_recall_is_the_same_for_the_same_seed() => AnyStart.Sample(s =>
    {
        HopfieldRecall recall = new(RandomFilm.Weights(s.Nodes, new Random(s.Seed)), 0);
        Pattern start = Pattern.FromState(s.State, s.Nodes);
        RecallResult one = recall.Asynchronous(start, s.Seed, Enough);
        RecallResult two = recall.Asynchronous(start, s.Seed, Enough);
        Assert.Equal(one.Iterations, two.Iterations);
        Assert.True(one.State.SameAs(two.State));
    });

    [Fact]
    public void Two_coupled_nodes_that_differ_alternate_in_synchronous_recall()
    {
        WeightMatrix weights = new(2);
        weights[0, 1] = weights[1, 0] = 1e-3;
        RecallResult result = new HopfieldRecall(weights, 0).Synchronous(Pattern.FromState(1, 2), Enough);
        Assert.True(result.IsCycle);
        Assert.False(result.IsStable);
        Assert.Equal(2, result.Iterations);
    }

    [Fact]
    public void Synchronous_recall_of_symmetric_weights_ends_in_a_fixed_point_or_a_cycle_of_two() => AnyStart.Sample(s =>
    {
        // Goles 1985: symmetric weights have no longer cycles.
        HopfieldRecall recall = new(RandomFilm.Weights(s.Nodes, new Random(s.Seed)), 0);
        RecallResult result = recall.Synchronous(Pattern.FromState(s.State, s.Nodes), Enough);
        Assert.True(result.IsStable ^ result.IsCycle);
        Assert.Equal(result.IsStable, recall.IsFixedPoint(result.State));
    });

    [Fact]
    public void A_field_of_zero_keeps_every_sign() => AnyStart.Sample(s =>
    {
        HopfieldRecall recall = new(new WeightMatrix(s.Nodes), 0);
        Pattern start = Pattern.FromState(s.State, s.Nodes);
        Assert.True(start.SameAs(recall.SteepestDescent(start, Enough).State));
        Assert.True(start.SameAs(recall.Asynchronous(start, s.Seed, Enough).State));
        Assert.True(start.SameAs(recall.Synchronous(start, Enough).State));
    });

    [Theory]
    [InlineData(0.9e-3, false)]
    [InlineData(1.1e-3, true)]
    public void A_field_below_its_resolution_counts_as_zero(double resolution, bool kept)
    {
        WeightMatrix weights = new(2);
        weights[0, 1] = weights[1, 0] = 1e-3;
        HopfieldRecall recall = new(weights, resolution);
        Pattern start = Pattern.FromState(1, 2);
        Assert.Equal(kept, recall.IsFixedPoint(start));
        Assert.Equal(kept, start.SameAs(recall.SteepestDescent(start, Enough).State));
        Assert.Equal(kept, start.SameAs(recall.Asynchronous(start, 1, Enough).State));
        Assert.Equal(kept, start.SameAs(recall.Synchronous(start, 1).State));
    }

    [Fact]
    public void A_recall_cut_short_says_that_it_is_not_stable()
    {
        HopfieldRecall recall = new(Storing(Pattern.FromState(0, 6)), 0);
        Pattern start = Pattern.FromState(0b000011, 6);
        RecallResult result = recall.SteepestDescent(start, 1);
        Assert.False(result.IsStable);
        Assert.Equal(1, start.DistanceTo(result.State));
    }

    private static WeightMatrix Storing(Pattern stored)
    {
        WeightMatrix weights = new(stored.Length);
        for (int i = 0; i < stored.Length; i++)
        {
            for (int j = 0; j < stored.Length; j++)
                weights[i, j] = i == j ? 0 : 1e-3 * stored[i] * stored[j];
        }

        return weights;
    }

    [Fact]
    public void Synchronous_recall_of_64_nodes_takes_less_than_a_second_at_100_000_multiply_adds_a_second()
    {
        Random random = new(3);
        Pattern[] stored = [.. Enumerable.Range(0, 4).Select(_ => RandomPattern(random, 64))];
        WeightMatrix weights = new(64);
        for (int i = 0; i < 64; i++)
        {
            for (int j = 0; j < 64; j++)
                weights[i, j] = i == j ? 0 : stored.Sum(p => p[i] * p[j]) / 64.0;
        }

        int most = 0;
        foreach (Pattern pattern in stored)
        {
            Pattern start = pattern;
            for (int flip = 0; flip < 10; flip++)
                start = start.Flip(random.Next(64));

            CountedField field = new(weights);
            RecallResult result = new HopfieldRecall(field, 0).Synchronous(start, 100);
            Assert.True(result.IsStable && result.State.SameAs(pattern));
            most = Math.Max(most, field.MultiplyAdds);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{most} multiply-adds");
        Assert.InRange(most, 2 * 64 * 63, 100_000);
    }

    private static Pattern RandomPattern(Random random, int nodes) =>
        new([.. Enumerable.Range(0, nodes).Select(_ => (sbyte)((2 * random.Next(2)) - 1))]);

    private sealed class CountedField(WeightMatrix weights) : ILocalField
    {
        public int MultiplyAdds { get; private set; }

        public double LocalField(Pattern state, int node)
        {
            MultiplyAdds += state.Length - 1;
            return weights.LocalField(state, node);
        }
    }
}
