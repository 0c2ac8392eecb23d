namespace MagHopfield.Shared.Tests;

public class BooleanGateTests
{
    // Edges of the 2×2 film and its diagonals settle at ±1/(2α), α = 111 V²/S and 277 V²/S (Niu 2024).
    private static readonly double[] Size = [1 / 222.0, 1 / 222.0, 1 / 554.0, 1 / 554.0, 1 / 222.0, 1 / 222.0];

    [Theory]
    [InlineData(LogicGate.And)]
    [InlineData(LogicGate.Or)]
    [InlineData(LogicGate.Nand)]
    [InlineData(LogicGate.Nor)]
    public void Weights_of_the_trained_pattern_give_the_truth_table_of_the_gate(LogicGate gate)
    {
        WeightMatrix weights = Trained(BooleanGate.Training(gate));
        Assert.Equal(BooleanGate.TruthTable(gate), BooleanGate.TruthTable(weights, BooleanGate.Control(gate, weights), 0));
    }

    [Theory]
    [InlineData(LogicGate.Nand)]
    [InlineData(LogicGate.Nor)]
    public void The_control_follows_the_sign_of_w14_whatever_the_pattern_says(LogicGate gate)
    {
        WeightMatrix weights = Trained(BooleanGate.Training(gate));
        bool learned = BooleanGate.Control(gate, weights);
        weights[0, 3] = -weights[0, 3];
        weights[3, 0] = -weights[3, 0];
        Assert.Equal(!learned, BooleanGate.Control(gate, weights));
        Assert.Equal(BooleanGate.TruthTable(gate), BooleanGate.TruthTable(weights, BooleanGate.Control(gate, weights), 0));
    }

    [Fact]
    public void Gates_compute_what_their_names_say()
    {
        for (int row = 0; row < 4; row++)
        {
            bool a = row >= 2;
            bool b = row % 2 == 1;
            Assert.Equal(a && b, BooleanGate.TruthTable(LogicGate.And)[row]);
            Assert.Equal(a || b, BooleanGate.TruthTable(LogicGate.Or)[row]);
            Assert.Equal(!(a && b), BooleanGate.TruthTable(LogicGate.Nand)[row]);
            Assert.Equal(!(a || b), BooleanGate.TruthTable(LogicGate.Nor)[row]);
        }
    }

    [Fact]
    public void A_film_that_has_learned_nothing_is_no_gate()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => BooleanGate.TruthTable(new WeightMatrix(4), true,
            0));
        Assert.Contains("train a gate first", error.Message, StringComparison.Ordinal);
    }

    private static WeightMatrix Trained(Pattern pattern)
    {
        WeightMatrix weights = new(4);
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
                weights[i, j] = i == j ? 0 : pattern[i] * pattern[j] * Size[ConductanceMatrix.PairIndex(i, j, 4)];
        }

        return weights;
    }
}
