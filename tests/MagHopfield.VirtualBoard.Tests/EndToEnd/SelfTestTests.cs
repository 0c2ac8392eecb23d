using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Measure.SelfTest;
using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.VirtualBoard.Tests.EndToEnd;

/// <summary>Every fault of the list, at every node: the self-test gives its name and nothing else.</summary>
public class SelfTestTests
{
    public static TheoryData<int> Nodes => [0, 1, 2, 3];

    [Fact]
    public void A_sound_board_passes_whatever_its_seed_and_its_number_of_nodes()
    {
        foreach (int nodes in new[] { 2, 3, 4, 5, 9 })
        {
            for (int seed = 1; seed <= 5; seed++)
            {
                BoardParameters parameters = new()
                {
                    Seed = seed,
                    Analog = new() { ThermalEmf = 5e-6 },
                    NodeSwitch = new() { OnResistanceSpread = 0.2 }
                };
                using BoardModel board = new(StubFilm.Uniform(nodes), parameters);
                Assert.Equal("passed", Test(board).ToString());
                Assert.Empty(board.Hazards);
                Assert.False(board.ProbePathClosed);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_wrong_gain_is_named_with_its_setup(int setup)
    {
        Expect(SelfTestFault.WrongGain, setup, -1, new() { WrongGainCodes = [new(setup, 1)] });
        if (setup < 6)
            Expect(SelfTestFault.WrongGain, setup, -1, new() { WrongGainCodes = [new(setup, -1)] });
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void A_switch_that_does_not_open_is_named(int node)
    {
        for (int bit = 0; bit < 6; bit++)
            Expect(SelfTestFault.SwitchStuckClosed, node, bit + 1, new() { StuckSwitches = [new($"SW{node + 1}", bit, true)] });
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void A_switch_that_does_not_close_is_named(int node)
    {
        for (int bit = 0; bit < 6; bit++)
            Expect(SelfTestFault.SwitchStuckOpen, node, bit + 1, new() { StuckSwitches = [new($"SW{node + 1}", bit, false)] });
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void Two_exchanged_switches_are_named_with_both(int node)
    {
        for (int first = 0; first < 6; first++)
        {
            for (int second = first + 1; second < 6; second++)
            {
                Expect(SelfTestFault.SwitchesExchanged, node, (10 * (first + 1)) + second + 1,
                    new() { SwappedSwitchBits = [new($"SW{node + 1}", first, second)] });
            }
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1e3)]
    [InlineData(1e6)]
    public void A_hole_in_the_insulation_between_film_and_gold_is_named(double ohms)
    {
        for (int node = 0; node < 4; node++)
            Expect(SelfTestFault.InsulationBreakdown, -1, -1, new() { InsulationBreakdowns = [new(node, ohms)] });

        Expect(SelfTestFault.InsulationBreakdown, -1, -1, new() { InsulationBreakdowns = [new(0, ohms), new(3, ohms)] });
    }

    [Fact]
    public void Exchanged_switches_are_named_on_a_film_of_a_kilohm_too()
    {
        ChipDefects defects = new() { SwappedSwitchBits = [new("SW3", 2, 4)] };
        StubFilm film = new(StubFilm.Niu2024().Conductance, StubFilm.Niu2024().GoldConductance);
        film.Conductance = Shared.ConductanceMatrix.FromPairs(4, [.. film.Conductance.ToPairs().Select(g => g / 200)]);
        using BoardModel board = new(film, new BoardParameters { Defects = defects });
        SelfTestFinding finding = Assert.Single(Test(board).Findings);
        Assert.Equal((SelfTestFault.SwitchesExchanged, 2, 35), (finding.Fault, finding.Node, finding.Part));
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void An_open_electrode_is_named(int node) =>
        Expect(SelfTestFault.OpenElectrode, node, -1, new() { OpenElectrodes = [node] });

    [Theory]
    [MemberData(nameof(Nodes))]
    public void An_open_sense_lead_is_named(int node) =>
        Expect(SelfTestFault.OpenSenseLead, node, -1, new() { OpenSenseLeads = [node] });

    [Theory]
    [MemberData(nameof(Nodes))]
    public void A_wrong_shunt_is_named(int node)
    {
        foreach (double ohms in new[] { 1.0, 47.0, 49.5, 50.5, 53.0, 100.0 })
            Expect(SelfTestFault.WrongShunt, node, -1, new() { WrongShunts = [new(node, ohms)] });
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void An_open_shunt_is_named(int node) =>
        Expect(SelfTestFault.OpenShunt, node, -1, new() { WrongShunts = [new(node, 1e9)] });

    [Theory]
    [MemberData(nameof(Nodes))]
    public void A_short_between_two_electrodes_is_named_with_both(int node)
    {
        for (int other = node + 1; other < 4; other++)
        {
            foreach (double ohms in new[] { 0.01, 0.8 })
                Expect(SelfTestFault.ShortedElectrodes, node, other, new() { ShortedElectrodes = [new(other, node, ohms)] });
        }
    }

    [Theory]
    [InlineData(1e5)]
    [InlineData(1e6)]
    [InlineData(1e9)]
    public void An_R_REF_that_is_not_soldered_is_named_and_no_switch(double ohms)
    {
        foreach (int nodes in new[] { 2, 4, 9 })
        {
            BoardParameters parameters = new() { Analog = new() { ReferenceResistance = ohms } };
            using BoardModel board = new(StubFilm.Uniform(nodes), parameters);
            SelfTestFinding finding = Assert.Single(Test(board).Findings);
            Assert.Equal(SelfTestFault.OpenReference, finding.Fault);
            Assert.StartsWith("R_REF is open", finding.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1)]
    public void A_shorted_R_REF_is_named(double ohms)
    {
        BoardParameters parameters = new() { Analog = new() { ReferenceResistance = ohms } };
        using BoardModel board = new(StubFilm.Niu2024(), parameters);
        Assert.Equal(SelfTestFault.WrongReference, Assert.Single(Test(board).Findings).Fault);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(500.0)]
    [InlineData(5000.0)]
    public void An_R_REF_of_another_value_is_not_blamed_on_anything_else(double ohms)
    {
        BoardParameters parameters = new() { Analog = new() { ReferenceResistance = ohms } };
        using BoardModel board = new(StubFilm.Niu2024(), parameters);
        Assert.Equal(SelfTestFault.WrongReference, Assert.Single(Test(board).Findings).Fault);
    }

    [Fact]
    public void A_wrong_R_REF_is_not_blamed_on_the_shunts()
    {
        BoardParameters parameters = new() { Analog = new() { ReferenceResistance = 51 } };
        using BoardModel board = new(StubFilm.Niu2024(), parameters);
        SelfTestFinding finding = Assert.Single(Test(board).Findings);
        Assert.Equal(SelfTestFault.WrongReference, finding.Fault);
    }

    [Fact]
    public void Two_open_electrodes_are_both_named()
    {
        BoardParameters parameters = new() { Defects = new() { OpenElectrodes = [1, 4] } };
        using BoardModel board = new(StubFilm.Uniform(9), parameters);
        Assert.Equal([1, 4], Test(board).Findings.Select(f => f.Fault == SelfTestFault.OpenElectrode ? f.Node : -1));
    }

    private static void Expect(SelfTestFault fault, int node, int part, ChipDefects defects)
    {
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters { Defects = defects });
        SelfTestReport report = Test(board);
        SelfTestFinding finding = report.Findings.Length == 1 ? report.Findings[0]
            : throw new InvalidOperationException($"{fault} {node} {part}: {report}");
        Assert.Equal((fault, node, part), (finding.Fault, finding.Node, finding.Part));
        Assert.False(board.ProbePathClosed && defects.StuckSwitches.Count == 0);
    }

    private static SelfTestReport Test(BoardModel board)
    {
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        return instrument.SelfTest();
    }
}
