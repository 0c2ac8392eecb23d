using CsCheck;
using MagHopfield.Shared.Tests.Data;

namespace MagHopfield.Shared.Tests;

public class WeightMatrixTests
{
    private static readonly Gen<(int Nodes, int State, int Seed)> AnyState =
        Gen.Int[2, 10].SelectMany(n => Gen.Select(Gen.Const(n), Gen.Int[0, (1 << n) - 1], Gen.Int));

    [Fact]
    public void A_state_and_its_negative_have_the_same_energy() => AnyState.Sample(s =>
    {
        WeightMatrix weights = RandomFilm.Weights(s.Nodes, new Random(s.Seed));
        Pattern state = Pattern.FromState(s.State, s.Nodes);
        Assert.Equal(weights.Energy(state), weights.Energy(state.Negate()), 1e-15);
    });

    [Fact]
    public void Energy_above_all_plus_is_four_times_the_weights_cut() => AnyState.Sample(s =>
    {
        WeightMatrix weights = RandomFilm.Weights(s.Nodes, new Random(s.Seed));
        Pattern state = Pattern.FromState(s.State, s.Nodes);
        double cut = 0;
        for (int i = 0; i < s.Nodes; i++)
        {
            for (int j = i + 1; j < s.Nodes; j++)
                cut += state[i] != state[j] ? weights[i, j] : 0;
        }

        Assert.Equal(4 * cut, weights.Energy(state) - weights.Energy(Pattern.FromState(0, s.Nodes)), 1e-14);
    });

    [Fact]
    public void Turning_a_node_changes_the_energy_by_four_times_its_field() => AnyState.Sample(s =>
    {
        WeightMatrix weights = RandomFilm.Weights(s.Nodes, new Random(s.Seed));
        Pattern state = Pattern.FromState(s.State, s.Nodes);
        for (int node = 0; node < s.Nodes; node++)
        {
            double change = weights.Energy(state.Flip(node)) - weights.Energy(state);
            Assert.Equal(4 * state[node] * weights.LocalField(state, node), change, 1e-14);
        }
    });

    [Fact]
    public void Weights_are_conductance_less_reference_with_an_empty_diagonal()
    {
        ConductanceMatrix g = ConductanceMatrix.FromPairs(3, [-0.066, -0.046, -0.05]);
        ConductanceMatrix reference = ConductanceMatrix.FromPairs(3, [-0.06, -0.05, -0.05]);
        WeightMatrix weights = WeightMatrix.FromConductance(g, reference);
        Assert.Equal(-0.006, weights[0, 1], 1e-15);
        Assert.Equal(0.004, weights[2, 0], 1e-15);
        Assert.Equal(0, weights[1, 2]);
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(0, weights[i, i]));
    }

    [Fact]
    public void A_reference_of_another_size_is_refused() =>
        Assert.Throws<ArgumentException>(() => WeightMatrix.FromConductance(new ConductanceMatrix(3), new ConductanceMatrix(4)));
}
