using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Tables;
using MagHopfield.Papers.Niu2024.Figure4;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Papers.Niu2024.Gates;
using MagHopfield.Papers.Niu2024.Inference;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Shared;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Papers.Niu2024.Tests.FourNodes;

/// <summary>Niu 2024, Fig. 4, gates and inference on a coarse mesh.</summary>
public class Niu2024FourNodesTests(Niu2024FourNodesTests.Trained trained) : IClassFixture<Niu2024FourNodesTests.Trained>
{
    [Fact]
    public void All_seven_patterns_lie_lowest_right_after_their_pulse() =>
        Assert.All(trained.Seven.Landscapes(0, 0), l => Assert.True(l.IsLearned, $"{l.Trained}: {l.Margin}"));

    [Fact]
    public void With_friction_they_still_do_after_a_while_at_zero_field() =>
        Assert.All(trained.Seven.Landscapes(1, 1), l => Assert.True(l.IsLearned, $"{l.Trained}: {l.Margin}"));

    [Fact]
    public void A_distorted_pixel_of_any_letter_is_recalled()
    {
        Dictionary<string, WeightMatrix> weights = trained.Seven.Patterns.ToDictionary(
            p => p.Pattern.ToString(), p => trained.Seven.Weights(p.Pattern));
        IReadOnlyList<LetterRecall> recalls = LetterRecall.Run(weights, 1);
        Assert.Equal("inqc", string.Concat(recalls.Select(r => r.Letter)));
        Assert.All(recalls, r => Assert.Equal((15, 15), (r.Tried, r.Exact)));
    }

    [Fact]
    public void Energy_currents_and_texture_of_every_pattern_can_be_read_in_the_report()
    {
        Dictionary<string, WeightMatrix> weights = trained.Seven.Patterns.ToDictionary(
            p => p.Pattern.ToString(), p => trained.Seven.Weights(p.Pattern));
        Figure4Result result = new([trained.Seven], LetterRecall.Run(weights, 1), LetterRecall.Run(weights, 2));
        // Four of each pattern, and one of all margins against time.
        PageFigures.AssertReadable((4 * 7) + 1, page => FilmRecord.Body(Figure4Study.Of(result), page));
    }

    [Fact]
    public void No_piece_of_a_letter_is_of_one_sign() => Assert.All(
        from letter in LetterRecall.Letters from piece in LetterRecall.Pieces() select piece.Sum(p => letter.Image[p]),
        sum => Assert.True(Math.Abs(sum) < 4));

    [Fact]
    public void Eight_pieces_cover_every_pixel()
    {
        Assert.Equal(8, LetterRecall.Pieces().Count());
        Assert.Equal(Enumerable.Range(0, 15), LetterRecall.Pieces().SelectMany(p => p).Distinct().Order());
    }

    [Theory]
    [InlineData(0.98)]
    [InlineData(0.995)]
    public void Measured_currents_are_twice_the_field_of_the_weights_G_minus_xi_G0(double factor)
    {
        LearnedPattern p = trained.Seven.Patterns[2];
        ConductanceMatrix g = p.Stages[0].Conductance;
        ConductanceMatrix g0 = new TextureConductance(trained.Seven.Film).Saturated(0.04);
        WeightMatrix w = Niu2024Inference.Weights(g, g0, factor);
        for (int s = 0; s < 16; s++)
        {
            Pattern state = Pattern.FromState(s, 4);
            for (int i = 0; i < 4; i++)
                Assert.Equal(2 * w.LocalField(state, i), Niu2024Inference.Field(g, g0, factor, state, i), 1e-9);
        }
    }

    [Fact]
    public void Stored_textures_give_the_conductance_of_the_film()
    {
        FilmStage stage = trained.Seven.Patterns[4].Stages[0];
        double[] again = new TextureConductance(trained.Seven.Film).Of(stage.Texture, trained.Seven.Film.Transport.AmrRatio).ToPairs();
        Assert.Equal(stage.Conductance.ToPairs()[0], again[0], 1e-9);
        Assert.Equal(stage.Conductance.ToPairs()[2], again[2], 1e-9);
    }

    [Theory]
    [InlineData(1, "AND")]
    [InlineData(-1, "OR")]
    public void A_gate_of_ideal_weights_of_one_plus_is_AND_or_OR(int control, string name)
    {
        // w24 = w34 = 1, w14 = −1 as eq. 2 has it after "+ - - -".
        WeightMatrix w = new(4) { [1, 3] = 1, [2, 3] = 1, [0, 3] = -1 };
        GateTable table = GateTable.Of(w, "+ - - -", control);
        Assert.Equal((name, 1.0), (table.Name, table.Margin));
    }

    [Fact]
    public void The_protocol_by_currents_recalls_what_the_weights_of_the_same_reference_recall()
    {
        LearnedPattern p = trained.Seven.Patterns[4];
        ConductanceMatrix g0 = new TextureConductance(trained.Seven.Film).Saturated(0.04);
        WeightMatrix w = Niu2024Inference.Weights(p.Stages[0].Conductance, g0, 0.995);
        RecallStatistics currents = RecallStatistics.Of(
            "I", [(p.Pattern, new CurrentField(p.Stages[0].Conductance, g0, 0.995), 1e-6)], RecallMode.Asynchronous, 5);
        RecallStatistics weights = RecallStatistics.Of("w", [(p.Pattern, w, 1e-6)], RecallMode.Asynchronous, 5);
        Assert.Equal(40, currents.Recalls);
        Assert.Equal((weights.Right, weights.Cycles), (currents.Right, currents.Cycles));
        Assert.Equal(weights.Iterations, currents.Iterations);
    }

    [Fact]
    public void Synchronous_recall_of_ideal_weights_ends_after_few_updates_or_in_a_cycle()
    {
        // Eq. 2 at rest in "+ - + -" has w_ij proportional to V_i V_j: one flipped node turns back at once.
        WeightMatrix w = new(4);
        Pattern pattern = PatternVoltages.Parse("+ - + -");
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
                w[i, j] = i == j ? 0 : pattern[i] * pattern[j];
        }

        RecallStatistics s = RecallStatistics.Of("ideal", [(pattern, w, 0)], RecallMode.Synchronous, 1);
        Assert.Equal((8, 8, 0), (s.Recalls, s.Right, s.Cycles));
        Assert.All(s.LastChange, n => Assert.Equal(1, n));
    }

    public sealed class Trained
    {
        public SevenPatterns Seven { get; } = SevenPatterns.Train(
            CoarseFilm.Parameters with { Magnetism = CoarseFilm.Parameters.Magnetism with { CoerciveField = 100 } },
            5,
            [50e-9],
            null,
            CancellationToken.None);
    }
}
