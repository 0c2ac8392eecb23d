using MagHopfield.Film.Gold;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Papers.Niu2024.Gates;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Tests.Gates;

public class GatesTests
{
    private static readonly FilmParameters Held = CoarseFilm.Parameters.WithLeads(0);

    [Fact]
    public void With_pads_at_their_voltages_the_film_as_printed_gives_all_four_gates()
    {
        SevenPatterns trained = SevenPatterns.Train(Held, 5, [], null, TestContext.Current.CancellationToken);
        Assert.Equal(GateTable.Published.Select(g => g.Gate), GateTable.All(p => trained.Weights(p)).Select(g => g.Name));
    }

    [Fact]
    public void With_a_small_coercive_field_the_gates_last_at_zero_field()
    {
        SevenPatterns trained = SevenPatterns.Train(Held.WithFriction(), 5, [20e-9], null, TestContext.Current.CancellationToken);
        for (int stage = 0; stage < 2; stage++)
        {
            IReadOnlyList<GateTable> gates = GateTable.All(p => trained.Weights(p, stage, stage));
            Assert.Equal(GateTable.Published.Select(g => g.Gate), gates.Select(g => g.Name));
            Assert.All(trained.Landscapes(stage, stage), l => Assert.True(l.IsLearned, $"{l.Trained}: {l.Margin}"));
        }
    }

    [Fact]
    public void Behind_a_lead_each_the_diagonal_outweighs_both_edges_after_one_plus()
    {
        SevenPatterns trained = SevenPatterns.Train(CoarseFilm.Parameters, 5, [], null, TestContext.Current.CancellationToken);
        Shared.WeightMatrix w = trained.Weights(PatternVoltages.Parse("+ - - -"));
        Assert.True(Math.Abs(w[0, 3]) > w[1, 3] + w[2, 3]);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(2000, false)]
    public void The_leads_alone_decide_where_every_moment_lies_along_the_field(double sheets, bool gates)
    {
        FilmParameters film = CoarseFilm.Parameters.WithLeads(sheets);
        Shared.Pattern[] patterns = Shared.WiringGeometry.All(4);
        IReadOnlyList<Shared.ConductanceMatrix> trained = AlignedTexture.Conductance(film, patterns);
        Shared.ReferenceConductance range = new();
        foreach (Shared.ConductanceMatrix g in trained)
            range.Include(g);

        int at = Array.FindIndex(patterns, PatternVoltages.Parse("+ - - -").SameUpToSign);
        Shared.WeightMatrix w = Shared.WeightMatrix.FromConductance(trained[at], range.Average());
        Assert.Equal(gates, Math.Abs(w[0, 3]) < w[1, 3] + w[2, 3]);
    }

    [Fact]
    public void Other_leads_leave_the_field_at_the_centre_and_share_the_current_by_distance()
    {
        double[] columns = [5, -5, 5, -5], one = [5, -5, -5, -5];
        int centre = 16 * 32 + 16;
        GoldLayer leads = Gold(CoarseFilm.Parameters), held = Gold(Held);
        Assert.Equal(leads.Field(columns).Y[centre], held.Field(columns).Y[centre], 1e-6 * leads.Field(columns).Y[centre]);

        // Node 4 lies farthest from node 1.
        double[] behindLeads = leads.Conductance.Currents(one), atVoltage = held.Conductance.Currents(one);
        Assert.Equal(behindLeads[1], behindLeads[3], 0.001 * Math.Abs(behindLeads[1]));
        Assert.InRange(atVoltage[3] / atVoltage[1], 0.6, 0.8);

        static GoldLayer Gold(FilmParameters f) => new(f.Geometry, f.Terminals, f.NeededGold);
    }

    [Fact]
    public void A_protocol_that_misses_a_gate_has_a_negative_margin()
    {
        GateTable[] gates = [.. GateTable.Published.Select(p => new GateTable(p.Pattern, p.Control, [-1, -2, -3, 4]))];
        GateProtocol protocol = new("", gates, 7);
        Assert.Equal((1, -1.0), (protocol.Right, protocol.Margin));
    }
}
