using MagHopfield.Film.Learning;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.VirtualBoard.Tests.EndToEnd;

/// <summary>Recall and gates through the whole chain; the film holds weights as the paper's learning rule leaves them.</summary>
public class FilmRecallTests
{
    private static readonly double[] Average = [-0.062, -0.062, -0.043, -0.043, -0.062, -0.062];

    // Two thirds of the fixed point ±1/(2α) of edges and diagonals (Niu 2024: α = 111 V²/S, 277 V²/S).
    private static readonly double[] Size = [0.003, 0.003, 0.0012, 0.0012, 0.003, 0.003];

    [Fact]
    public void Currents_on_the_film_recall_every_pattern_from_one_wrong_node_in_every_mode()
    {
        foreach (Pattern pattern in WiringGeometry.All(4))
        {
            StubFilm film = Film(pattern);
            using BoardModel board = new(film, new BoardParameters());
            using HopfieldInstrument instrument = Start(board);
            for (int node = 0; node < 4; node++)
            {
                Pattern start = pattern.Flip(node);
                ConductanceMatrix reference = ConductanceMatrix.FromPairs(4, Average);
                RecallResult descent = instrument.RecallOnFilm(start, RecallMode.SteepestDescent, 1, 1, reference);
                Assert.True(descent.IsStable);
                Assert.True(pattern.SameUpToSign(descent.State), $"{pattern} from {start}: {descent.State}");

                // The same weights, the same draws: the film and its stored weights take the same way.
                HopfieldRecall stored = new(WeightMatrix.FromConductance(film.Conductance, reference), 5e-5);
                Assert.Equal(stored.Synchronous(start, 100).State.ToString(), instrument.RecallOnFilm(start, RecallMode.Synchronous, 1, 1,
                    reference).State.ToString());
                Assert.Equal(stored.Asynchronous(start, 3, 100).State.ToString(), instrument.RecallOnFilm(start, RecallMode.Asynchronous,
                    3, 1, reference).State.ToString());
            }

            Assert.Equal(Instrument.Board.SwitchState.AllOpen, instrument.State);
            Assert.Empty(board.Hazards);
        }
    }

    [Fact]
    public void A_saturated_film_two_percent_above_the_average_is_a_reference_with_xi_of_0_98()
    {
        Pattern pattern = Pattern.FromState(5, 4);
        using BoardModel board = new(Film(pattern), new BoardParameters());
        using HopfieldInstrument instrument = Start(board);
        ConductanceMatrix saturated = ConductanceMatrix.FromPairs(4, [.. Average.Select(g => g / 0.98)]);
        RecallResult right = instrument.RecallOnFilm(pattern.Flip(2), RecallMode.SteepestDescent, 1, 0.98, saturated);
        Assert.True(pattern.SameUpToSign(right.State));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(2.1)]
    [InlineData(double.NaN)]
    public void A_xi_out_of_range_is_refused(double xi)
    {
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters());
        using HopfieldInstrument instrument = Start(board);
        ConductanceMatrix reference = ConductanceMatrix.FromPairs(4, Average);
        Assert.Throws<ArgumentOutOfRangeException>(() => instrument.RecallOnFilm(Pattern.FromState(5, 4), RecallMode.Synchronous, 1, xi,
            reference));
    }

    [Theory]
    [InlineData(LogicGate.And)]
    [InlineData(LogicGate.Or)]
    [InlineData(LogicGate.Nand)]
    [InlineData(LogicGate.Nor)]
    public void A_film_that_has_learned_a_gate_gives_its_truth_table_through_the_whole_chain(LogicGate gate)
    {
        using BoardModel board = new(Film(BooleanGate.Training(gate)), new BoardParameters());
        using HopfieldInstrument instrument = Start(board);
        ReferenceLike(instrument);
        instrument.MeasureConductance(1);
        Assert.Equal(BooleanGate.TruthTable(gate), instrument.TruthTable(instrument.GateControl(gate)));
    }

    [Theory]
    [InlineData(LogicGate.And)]
    [InlineData(LogicGate.Or)]
    [InlineData(LogicGate.Nand)]
    [InlineData(LogicGate.Nor)]
    public void Pulses_train_a_gate_into_a_film_of_the_papers_learning_rule_through_the_whole_chain(LogicGate gate)
    {
        using BoardModel board = new(OjaFilm.Niu2024(), new BoardParameters());
        using HopfieldInstrument instrument = Start(board);
        instrument.CalibrateShunts(16, "today");
        instrument.CalibrateReference(5, 200);
        instrument.Train(BooleanGate.Training(gate), 5, 200, 10);
        instrument.MeasureConductance(1);
        Assert.Equal(BooleanGate.TruthTable(gate), instrument.TruthTable(instrument.GateControl(gate)));
        Assert.Empty(board.Hazards);
    }

    private static void ReferenceLike(HopfieldInstrument instrument) =>
        instrument.IncludeInReference(ConductanceMatrix.FromPairs(4, Average));

    private static StubFilm Film(Pattern pattern)
    {
        double[] pairs = [.. Average];
        for (int i = 0; i < 4; i++)
        {
            for (int j = i + 1; j < 4; j++)
            {
                int p = ConductanceMatrix.PairIndex(i, j, 4);
                pairs[p] += pattern[i] * pattern[j] * Size[p];
            }
        }

        return new StubFilm(ConductanceMatrix.FromPairs(4, pairs), ConductanceMatrix.FromPairs(4, [.. Enumerable.Repeat(-0.02, 6)]));
    }

    private static HopfieldInstrument Start(BoardModel board)
    {
        HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        return instrument;
    }
}
