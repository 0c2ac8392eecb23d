using MagHopfield.Experiments.Niu2024;
using MagHopfield.Film.Parameters;

namespace MagHopfield.Experiments.Tests.Niu2024;

public class GatesTests
{
    [Fact]
    public void A_film_whose_moments_stay_in_the_plane_gives_all_four_gates_and_keeps_them_at_zero_field()
    {
        FilmParameters film = CoarseFilm.Parameters.InPlane().WithFriction();
        SevenPatterns trained = SevenPatterns.Train(film, 5, [20e-9], null, TestContext.Current.CancellationToken);
        for (int stage = 0; stage < 2; stage++)
        {
            IReadOnlyList<GateTable> gates = GateTable.All(p => trained.Weights(p, stage, stage));
            Assert.Equal(GateTable.Published.Select(g => g.Gate), gates.Select(g => g.Name));
            Assert.All(trained.Landscapes(stage, stage), l => Assert.True(l.IsLearned, $"{l.Trained}: {l.Margin}"));
        }
    }

    [Fact]
    public void With_the_printed_hard_axis_the_diagonal_outweighs_both_edges_after_one_plus()
    {
        SevenPatterns trained = SevenPatterns.Train(CoarseFilm.Parameters, 5, [], null, TestContext.Current.CancellationToken);
        Shared.WeightMatrix w = trained.Weights(PatternVoltages.Parse("+ - - -"));
        Assert.True(Math.Abs(w[0, 3]) > w[1, 3] + w[2, 3]);
    }

    [Fact]
    public void A_protocol_that_misses_a_gate_has_a_negative_margin()
    {
        GateTable[] gates = [.. GateTable.Published.Select(p => new GateTable(p.Pattern, p.Control, [-1, -2, -3, 4]))];
        GateProtocol protocol = new("", gates, 7);
        Assert.Equal((1, -1.0), (protocol.Right, protocol.Margin));
    }
}
