using MagHopfield.Hardware.Dummy;
using MagHopfield.Hardware.Spice;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.Hardware.Tests;

public class SpiceTests
{
    private static readonly bool Installed = NgSpice.IsInstalled;

    private static string Deck(string name)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MagHopfield.sln")))
            folder = Path.GetDirectoryName(folder)!;

        return File.ReadAllText(Path.Combine(folder, "hardware", "spice", name));
    }

    private static string Run(string name)
    {
        Assert.SkipUnless(Installed, NgSpice.Missing);
        string folder = Directory.CreateTempSubdirectory("maghopfield-deck").FullName;
        try
        {
            return NgSpice.Run(Deck(name), folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AgreesWithNgspice(NodalCircuit circuit)
    {
        CircuitSolution ours = circuit.Solve();
        double[] theirs = NgSpice.Solve(circuit);
        double scale = Enumerable.Range(1, circuit.NodeCount - 1).Max(n => Math.Abs(ours.Voltage(n)));
        for (int node = 1; node < circuit.NodeCount; node++)
        {
            Assert.True(
                Math.Abs(ours.Voltage(node) - theirs[node]) <= 1e-6 * Math.Max(Math.Abs(theirs[node]), 1e-3 * scale),
                $"{circuit.NodeName(node)}: {ours.Voltage(node)} V, ngspice {theirs[node]} V");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_virtual_board_agrees_with_ngspice_to_1e6_at_every_change_of_a_measurement(int seed)
    {
        Assert.SkipUnless(Installed, NgSpice.Missing);
        using VirtualBoard.BoardModel board = new(DummyFilm.Nominal, new BoardParameters { Seed = seed });
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        int compared = 0;
        long frames = 0;
        board.DisturbWire((_, _, toChip, _) =>
        {
            // Nothing is disturbed: the wire only tells when to look. Every 40th frame is enough to meet each kind of wiring.
            if (!toChip && ++frames % 40 == 0 && compared < 12 && board.ProbePathClosed)
            {
                compared++;
                AgreesWithNgspice(board.Analog.Circuit);
            }
        });
        instrument.MeasureConductance(1, MeasurementScheme.Seven);
        Assert.Equal(12, compared);
    }

    [Theory]
    [InlineData(510)]
    [InlineData(10)]
    [InlineData(0.05)]
    public void A_driver_agrees_with_ngspice_below_and_at_its_current_limit(double ohms)
    {
        Assert.SkipUnless(Installed, NgSpice.Missing);
        NodalCircuit circuit = new();
        int output = circuit.AddNode("D");
        int load = circuit.AddNode("T");
        circuit.AddLimited(new LimitedDriver(output, 5, 0.2, 0.5));
        circuit.AddResistor(output, load, 0.56);
        circuit.AddResistor(load, 0, ohms);
        AgreesWithNgspice(circuit);
    }

    [Fact]
    public void A_source_at_its_compliance_and_a_clamp_agree_with_ngspice()
    {
        Assert.SkipUnless(Installed, NgSpice.Missing);
        NodalCircuit circuit = new();
        int a = circuit.AddNode("SRC");
        int b = circuit.AddNode("AIN");
        circuit.AddLimited(new CompliantCurrentSource(a, 500e-6, 1.43));
        circuit.AddResistor(a, 0, 1e6);
        circuit.AddResistor(a, b, 1000);
        circuit.AddLimited(new InputClamp(b, -2.1, 1.2, 100));
        AgreesWithNgspice(circuit);
    }

    [Fact]
    public void Current_reversal_takes_the_thermal_EMF_out_and_the_input_filter_settles_long_before_a_conversion()
    {
        string printed = Run("measuring-chain.cir");
        Assert.InRange(NgSpice.Measured(printed, "emfseen"), -1.001e-5, -0.999e-5);
        Assert.InRange(NgSpice.Measured(printed, "error"), -2e-6, 2e-6);

        // A reading takes 5 ms (FS 32, sinc3).
        Assert.InRange(NgSpice.Measured(printed, "settling"), 1e-4, 5e-4);
    }

    [Fact]
    public void A_reset_in_mid_pulse_ends_it_within_two_microseconds_and_supplies_that_come_or_go_make_no_pulse()
    {
        string printed = Run("pulse-faults.cir");
        Assert.InRange(NgSpice.Measured(printed, "reset_delay"), 0, 2e-6);
        double half = NgSpice.Measured(printed, "reset_energy");
        Assert.InRange(half, 4e-6, 5e-6);

        // A thirtieth of a pulse of 200 µs at most.
        Assert.InRange(NgSpice.Measured(printed, "down_energy"), 0, half / 15);
        Assert.InRange(NgSpice.Measured(printed, "up_energy"), 0, half / 15);
        Assert.InRange(NgSpice.Measured(printed, "brown_peak"), 4.9, 5.01);
        Assert.InRange(NgSpice.Measured(printed, "negative_peak"), 0, 5.46);
    }

    [Fact]
    public void The_pulse_stage_rises_in_two_microseconds_without_overshoot_and_limits_a_short_to_half_an_ampere()
    {
        string printed = Run("pulse-stage.cir");
        Assert.InRange(NgSpice.Measured(printed, "rise"), 0.1e-6, 2e-6);
        Assert.InRange(NgSpice.Measured(printed, "fall"), 0.01e-6, 1e-6);
        Assert.InRange(NgSpice.Measured(printed, "delay"), 3e-6, 6e-6);
        Assert.InRange(NgSpice.Measured(printed, "width"), 195e-6, 200e-6);
        Assert.InRange(NgSpice.Measured(printed, "overshoot"), -1e-3, 0.02);
        Assert.InRange(NgSpice.Measured(printed, "shortlevel"), 0.45, 0.501);

        // The cable's inductance kicks the output against its clamp, not beyond it.
        Assert.InRange(NgSpice.Measured(printed, "kick"), -6.46 - 1, -6.46);
    }
}
