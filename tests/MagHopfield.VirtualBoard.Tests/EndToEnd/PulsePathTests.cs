using MagHopfield.Instrument;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Measure.SelfTest;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Circuit;
using MagHopfield.VirtualBoard.Hazards;

namespace MagHopfield.VirtualBoard.Tests.EndToEnd;

/// <summary>
/// What is wrong between pulse drivers and gold is named without a pulse, and after a test that failed there is no pulse.
/// </summary>
public class PulsePathTests
{
    private static readonly Pattern PlusMinus = new([1, -1, 1, -1]);

    private StubFilm? _film;

    public static TheoryData<int> Nodes => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Nodes))]
    public void A_pulse_switch_that_does_not_open_is_named_before_any_probe_path_is_closed(int node)
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            using BoardModel board = Expect(
                SelfTestFault.PulseSwitchStuckClosed, node, new() { StuckSwitches = [new("PSW1", node, true)] }, seed);
            Assert.DoesNotContain(board.Hazards, h => h.Kind == HazardKind.PathsTogether);
        }
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void A_pulse_switch_that_does_not_close_is_named(int node)
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            using BoardModel board = Expect(
                SelfTestFault.PulseSwitchStuckOpen, node, new() { StuckSwitches = [new("PSW1", node, false)] }, seed);
        }
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void A_driver_that_is_on_without_a_pulse_is_named(int node)
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            using BoardModel board = Expect(SelfTestFault.DriverOn, node, new() { DriversOn = [node] }, seed);
        }
    }

    [Fact]
    public void A_gate_that_is_stuck_on_is_named()
    {
        using BoardModel board = Expect(SelfTestFault.DriverOn, -1, new() { DriversOn = [0, 1, 2, 3] }, 1);
    }

    [Theory]
    [MemberData(nameof(Nodes))]
    public void An_open_lead_of_the_gold_layer_is_named(int node)
    {
        using BoardModel board = Expect(SelfTestFault.OpenGoldLead, node, new() { OpenGoldLeads = [node] }, 1);
    }

    [Fact]
    public void A_gold_layer_that_is_not_connected_is_named_and_so_are_its_switches()
    {
        int[] all = [0, 1, 2, 3];
        using BoardModel board = Expect(SelfTestFault.OpenGoldLead, -1, new() { OpenGoldLeads = all }, 1);
        foreach (int node in all)
        {
            using BoardModel closed = Expect(
                SelfTestFault.PulseSwitchStuckClosed, node, new() { OpenGoldLeads = all, StuckSwitches = [new("PSW1", node, true)] }, 1);
            using BoardModel open = Expect(
                SelfTestFault.PulseSwitchStuckOpen, node, new() { OpenGoldLeads = all, StuckSwitches = [new("PSW1", node, false)] }, 1);
        }
    }

    [Fact]
    public void Two_pulse_switches_that_do_not_open_are_both_named()
    {
        for (int first = 0; first < 4; first++)
        {
            for (int second = first + 1; second < 4; second++)
            {
                for (int seed = 1; seed <= 20; seed++)
                {
                    using BoardModel board = Board(new() { StuckSwitches = [new("PSW1", first, true), new("PSW1", second, true)] }, seed);
                    Assert.Equal([first, second], Test(board).Findings.Select(f => f.Node));
                }
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(20)]
    public void Switches_of_every_size_of_board_are_named_those_without_an_input_through_the_gold(int nodes)
    {
        for (int node = 0; node < nodes; node++)
        {
            foreach (bool closed in new[] { true, false })
            {
                BoardParameters parameters = new() { Defects = new() { StuckSwitches = [new($"PSW{(node / 8) + 1}", node % 8, closed)] } };
                using BoardModel board = new(StubFilm.Uniform(nodes), parameters);
                SelfTestFinding finding = Assert.Single(Test(board).Findings);
                Assert.Equal(closed ? SelfTestFault.PulseSwitchStuckClosed : SelfTestFault.PulseSwitchStuckOpen, finding.Fault);
                Assert.Equal(node, finding.Node);
            }
        }
    }

    [Theory]
    [InlineData(6.9, -6.9, true)]
    [InlineData(6.15, -6.15, true)]
    [InlineData(5.8, -6.5, false)]
    [InlineData(7.2, -6.5, false)]
    [InlineData(6.5, -5.8, false)]
    [InlineData(6.5, 0, false)]
    public void Rails_within_their_regulators_limits_pass_and_others_are_named(double positive, double negative, bool passes)
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            BoardParameters parameters = new() { Seed = seed, Analog = new() { PositiveRail = positive, NegativeRail = negative } };
            using BoardModel board = new(StubFilm.Niu2024(), parameters);
            using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
            if (passes)
            {
                instrument.Initialise();
                Assert.True(instrument.SelfTest().Passed);
                Assert.Equal(positive, instrument.SupplyVolts, 0.1);
                continue;
            }

            Assert.Throws<PulseLockedException>(instrument.Initialise);
            Assert.Equal(SelfTestFault.WrongRail, Assert.Single(instrument.SelfTest().Findings).Fault);

            // A board that cannot pulse can still measure.
            Assert.Equal(-0.066, instrument.MeasureConductance(1).Conductance[0, 1], 1e-3);
            Assert.Throws<PulseLockedException>(() => instrument.Train(PlusMinus, 5, 200, 1));
            Assert.Empty(board.Pulses);
            Assert.Empty(board.Hazards);
        }
    }

    [Fact]
    public void After_a_self_test_that_found_something_there_is_no_pulse_until_one_passes()
    {
        foreach (ChipDefects defects in OneOfEach())
        {
            using BoardModel board = Board(defects, 1);
            using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
            TryInitialise(instrument);
            Assert.False(instrument.SelfTest().Passed);
            string text = Assert.Throws<PulseLockedException>(() => instrument.Train(PlusMinus, 5, 200, 1)).Message;
            Assert.Contains("*TST?", text);
            Assert.NotNull(instrument.PulseLock);
            TryInitialise(instrument);
            Assert.Throws<PulseLockedException>(() => instrument.Train(PlusMinus, 5, 200, 1));
            Assert.Throws<PulseLockedException>(() => instrument.CalibrateReference(5, 200));
            Assert.Empty(board.Pulses);
        }
    }

    [Fact]
    public void A_switch_that_welded_since_the_last_test_makes_the_training_refuse()
    {
        for (int node = 0; node < 4; node++)
        {
            for (int bit = 0; bit < 6; bit++)
            {
                Refuses(new() { StuckSwitches = [new($"SW{node + 1}", bit, true)] });
                Refuses(new() { StuckSwitches = [new($"SW{node + 1}", bit, true)], OpenElectrodes = [0, 1, 2, 3] });
            }

            Refuses(new() { StuckSwitches = [new("PSW1", node, true)] });
            Refuses(new() { StuckSwitches = [new("PSW1", node, false)] });
            Refuses(new() { DriversOn = [node] });
        }
    }

    [Fact]
    public void With_a_pulse_switch_that_does_not_open_nothing_is_probed_either()
    {
        using BoardModel board = Board(new() { StuckSwitches = [new("PSW1", 2, true)] }, 1);
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        string text = Assert.Throws<PulseLockedException>(instrument.Initialise).Message;
        Assert.Contains("Pulse switch 3 does not open.", text);
        Assert.True(instrument.IsReady);
        Assert.Throws<InterlockException>(() => instrument.MeasureConductance(1));
        Assert.Empty(board.Hazards);
    }

    [Fact]
    public void The_test_of_the_pulse_switches_moves_neither_gate_nor_dacs()
    {
        using BoardModel board = Board(new(), 1);
        Assert.True(Test(board).Passed);
        Assert.Empty(board.Pulses);
        Assert.Empty(board.Hazards);
        Assert.Empty(_film!.Pulses);
    }

    [Fact]
    public void In_a_pulse_at_a_driver_s_rail_the_monitor_inputs_stay_within_the_supplies_of_the_ADC()
    {
        BoardParameters parameters = new();
        double highest = 6.88 * (75e3 * 1.01) / ((75e3 * 1.01) + (330e3 * 0.99));
        Assert.True(highest < 1.76, $"{highest} V");
        using BoardModel board = new(StubFilm.Niu2024(), parameters);
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        instrument.Train(PlusMinus, 5, 100, 1);
        Assert.DoesNotContain(board.Hazards, h => h.Kind == HazardKind.InputBeyondSupply);
        Assert.Single(board.Pulses);
    }

    private static ChipDefects[] OneOfEach() =>
    [
        new() { WrongGainCodes = [new(1, 1)] },
        new() { StuckSwitches = [new("SW2", 0, true)] },
        new() { StuckSwitches = [new("SW2", 3, true)] },
        new() { StuckSwitches = [new("SW2", 3, false)] },
        new() { StuckSwitches = [new("PSW1", 3, true)] },
        new() { StuckSwitches = [new("PSW1", 3, false)] },
        new() { DriversOn = [2] },
        new() { OpenGoldLeads = [1] },
        new() { OpenElectrodes = [1] },
        new() { OpenSenseLeads = [1] },
        new() { WrongShunts = [new(1, 47)] },
        new() { InsulationBreakdowns = [new(1, 1e5)] },
        new() { ShortedElectrodes = [new(1, 2, 0.1)] },
        new() { SwappedSwitchBits = [new("SW1", 2, 3)] },
    ];

    private static void Refuses(ChipDefects defects)
    {
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters { Defects = defects });
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        TryInitialise(instrument);
        int before = board.Hazards.Count;
        Assert.Throws<PulseLockedException>(() => instrument.Train(PlusMinus, 5, 200, 1));
        Assert.Empty(board.Pulses);
        Assert.NotNull(instrument.PulseLock);
        Assert.Equal(before, board.Hazards.Count);
    }

    private static void TryInitialise(HopfieldInstrument instrument)
    {
        try
        {
            instrument.Initialise();
        }
        catch (PulseLockedException)
        {
            // Asked for below.
        }
    }

    private BoardModel Board(ChipDefects defects, int seed) =>
        new(_film = StubFilm.Niu2024(), new BoardParameters { Seed = seed, Defects = defects });

    private static SelfTestReport Test(BoardModel board)
    {
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        TryInitialise(instrument);
        return instrument.SelfTest();
    }

    private BoardModel Expect(SelfTestFault fault, int node, ChipDefects defects, int seed)
    {
        BoardModel board = Board(defects, seed);
        SelfTestReport report = Test(board);
        Assert.True(report.Findings.Length == 1 && report.Findings[0].Fault == fault && report.Findings[0].Node == node,
            $"{fault} of node index {node} with seed {seed}: {report}");
        Assert.Empty(board.Pulses);
        return board;
    }
}
