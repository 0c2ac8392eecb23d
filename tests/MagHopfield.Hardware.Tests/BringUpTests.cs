using MagHopfield.Hardware.BringUp;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Sheets;
using MagHopfield.Instrument.Board;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.Hardware.Tests;

public class BringUpTests
{
    private static readonly BoardDesign Design = BoardDesigner.FourNodes();

    public static TheoryData<int> Trials => [.. Enumerable.Range(0, FaultTrial.All.Count)];

    [Fact]
    public void The_committed_guide_is_what_the_command_writes() =>
        Assert.True(
            BringUpGuide.Write() == Repository.Read("bring-up.md"), "hardware/bring-up.md is out of date; run: maghopfield hardware write");

    [Theory]
    [MemberData(nameof(Trials))]
    public void The_board_names_every_fault_and_no_other(int index)
    {
        FaultTrial trial = FaultTrial.All[index];
        IReadOnlyList<string> findings = trial.Run();
        Assert.NotEmpty(findings);

        // A switch, a lead, a shunt or an electrode is called by its number.
        string number = string.Concat(trial.Name.SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsDigit));
        if (trial.Name.StartsWith("pulse switch of", StringComparison.Ordinal))
            Assert.StartsWith("Pulse switch " + number, findings.Single());

        if (trial.Name.StartsWith("SW", StringComparison.Ordinal))
        {
            Assert.Equal("node 2", findings.Single().Contains("node 2", StringComparison.Ordinal) ? "node 2" : findings[0]);
            Assert.Contains("SW" + number, findings[0]);
        }
    }

    [Fact]
    public void A_board_without_a_fault_has_no_finding() =>
        Assert.Empty(new FaultTrial("none", new BoardParameters()).Run());

    [Fact]
    public void An_ohmmeter_shows_shunts_pull_ups_and_dividers_as_their_resistors_say()
    {
        ResistorNetwork network = new(Design);
        Assert.Equal(50, network.Between("B_3", "F_3"), 1e-9);
        Assert.Equal(50, network.Between("AGND", "RTN"), 1e-9);
        double rail = 1 / ((1 / 1240.0) + (1 / 405e3));
        Assert.Equal(1 / ((1 / 56e3) + (1 / (100e3 + rail))), network.Between("SUPPLY_MON", "AGND"), 0.1);
        Assert.Equal(10e3, network.Between("CS_SW1", "+3V3"), 1e-6);
        Assert.True(double.IsInfinity(network.Between("SRC", "AGND")));

        // 10 kΩ beside 100 kΩ behind the closed contact.
        Assert.Equal(1 / ((1 / 10e3) + (1 / 100e3)), network.Between("PULSE_EN", "AGND"), 0.1);
    }

    [Fact]
    public void The_rails_are_what_their_resistors_set_and_the_instrument_expects()
    {
        (double volts, double least, double most) = BringUpGuide.AdjustableRail(Design, "+6V5P");
        Assert.Equal(1.25 * (1 + (1000.0 / 240)) + 0.05, volts, 1e-6);
        Assert.InRange(6.5, least, most);

        // 1 V above the largest pulse at 0.5 A; 16 V between the rails at most (OPA561).
        Assert.True(least > PulseLimits.HardwareVolts + 1);
        Assert.True(2 * most < 16);
        Assert.InRange(BringUpGuide.AdjustableRail(Design, "-1V8A").Volts, 1.75, 1.85);
    }
}
