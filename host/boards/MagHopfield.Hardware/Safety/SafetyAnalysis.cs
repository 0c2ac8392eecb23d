using MagHopfield.Hardware.BringUp;
using MagHopfield.Hardware.Dummy;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Sheets;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Circuit;
using MagHopfield.VirtualBoard.Hazards;

namespace MagHopfield.Hardware.Safety;

/// <summary>The numbers of hardware/safety.md: what a pulse may do to the film, and what each single fault makes of it.</summary>
public sealed class SafetyAnalysis
{
    private const double PulseSeconds = 200e-6;
    private const int LongestCommandMicroseconds = 32767;

    private readonly IReadOnlyDictionary<string, double> _spice;

    /// <summary>Computes everything.</summary>
    /// <param name="spice">Figures of the circuit simulations, hardware/spice/results.tsv.</param>
    public SafetyAnalysis(IReadOnlyDictionary<string, double> spice)
    {
        _spice = spice;
        BoardDesign design = BoardDesigner.FourNodes();
        RailVolts = Math.Max(BringUpGuide.AdjustableRail(design, "+6V5P").Most, BringUpGuide.AdjustableRail(design, "-6V5P").Most);
        Normal = GoldStress.Worst(-PulseLimits.HardwareVolts, PulseLimits.HardwareVolts);
        Rails = GoldStress.Worst(-RailVolts, RailVolts);
        OneAtRail = Enumerable.Range(0, 16).Select(state => GoldStress.Of(
            [
                RailVolts,
                .. Enumerable.Range(1, 3).Select(k => (state >> k & 1) == 0 ? -PulseLimits.HardwareVolts : PulseLimits.HardwareVolts),
            ])).MaxBy(s => s.SheetWatts)!;
        Faults = [.. All()];
    }

    /// <summary>Highest voltage a rail of the drivers can have by the tolerance of its regulator, in volts.</summary>
    public double RailVolts { get; }

    /// <summary>The strongest pulse that the limits allow, worst pattern.</summary>
    public GoldStress Normal { get; }

    /// <summary>Every terminal at either rail: no single fault passes it.</summary>
    public GoldStress Rails { get; }

    /// <summary>One terminal at a rail, the others as a pattern has them, worst pattern.</summary>
    public GoldStress OneAtRail { get; }

    /// <summary>Energy of the strongest pulse, in joules, into leads and gold.</summary>
    public double PulseJoules => Normal.Watts * PulseSeconds;

    /// <summary>
    /// Largest energy of any pulse that <see cref="PulseLimits"/> passes, in joules, over all widths at the largest amplitude allowed
    /// there.
    /// </summary>
    public double LargestAllowedJoules
    {
        get
        {
            PulseLimits limits = new();
            double largest = 0;
            for (int width = 10; width <= limits.WidthMicroseconds; width += 10)
            {
                double volts = Math.Min(limits.Volts, limits.Joules / (PulseLimits.DriverAmperes * width * 1e-6));
                limits.CheckPulse(volts, width);
                double share = volts / PulseLimits.HardwareVolts;
                largest = Math.Max(largest, Normal.Watts * share * share * width * 1e-6);
            }

            return largest;
        }
    }

    /// <summary>
    /// Resistance in series with each terminal, in ohms, above which even a terminal at a rail stays below a current density.
    /// </summary>
    /// <param name="density">Current density in A/m².</param>
    public double SeriesOhmsFor(double density) => RailVolts * GoldStress.DensityOfAmpere / density;

    /// <summary>Single faults.</summary>
    public IReadOnlyList<SafetyFault> Faults { get; }

    /// <summary>
    /// Power in the film by the probe current, in watts: the strongest of the wirings, and the most that the source can do at all.
    /// </summary>
    public (double Usual, double Most) ProbeWatts
    {
        get
        {
            double current = Instrument.Board.AnalogBoard.ExcitationAmperes;
            NodalCircuit c = new();
            int[] nodes = [0, c.AddNode("E2"), c.AddNode("E3"), c.AddNode("E4")];
            c.AddConductor(nodes, (i, j) => DummyFilm.Nominal.Conductance[i, j]);
            c.AddCurrentSource(0, nodes[3], current);
            double compliance = 1.8 - 0.37;
            return (current * c.Solve().Voltage(nodes[3]), 1e-3 * compliance);
        }
    }

    /// <summary>Whether a pulse train on a board with the given defects leaves the ADC's inputs within their supplies.</summary>
    /// <param name="defects">Defects.</param>
    public static bool AdcStaysWithinSupplies(ChipDefects defects)
    {
        using BoardModel board = new(DummyFilm.Nominal, new BoardParameters { Defects = defects });
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        foreach (Pattern pattern in WiringGeometry.All(4))
            instrument.Train(pattern, PulseLimits.HardwareVolts, 200, 1);

        return board.Hazards.All(h => h.Kind != HazardKind.InputBeyondSupply);
    }

    /// <summary>
    /// Current into the ADC's protection when two faults meet, a sense switch stuck and a hole in the oxide: (rail − supply − diode)/1 kΩ,
    /// in amperes.
    /// </summary>
    public double DoubleFaultAmperes => (RailVolts - 1.8 - 0.6) / ResistorNetwork.Ohms(
        BoardDesigner.FourNodes().Parts.Single(
            p => p.Reference[0] == 'R' && p.Pins.Any(q => q.Net == "SENSE_P") && p.Pins.Any(q => q.Net == "AIN0")).Item.Value);

    /// <summary>Current through all open switches of a measuring bus with the film at a rail, in amperes.</summary>
    public double BusLeakAmperes => 2 * BoardDesigner.Nodes * RailVolts / new BoardParameters().NodeSwitch.OffResistance;

    private double Spice(string figure) => _spice.TryGetValue("pulse-faults.cir " + figure, out double value)
        ? value
        : throw new ArgumentException($"There is no figure '{figure}' of pulse-faults.cir; run: maghopfield hardware simulate");

    private IEnumerable<SafetyFault> All()
    {
        GoldStress none = GoldStress.Of([0, 0, 0, 0]);
        double train = PulseLimits.HardwareCount * PulseSeconds / PulseLimits.HardwareDuty;
        yield return new("none: the strongest pulse", "±5 V, 200 µs", Normal, PulseSeconds, "RMT peripheral, by itself");
        yield return new("command asks for more", "refused by `PulseLimits` before each pulse", none, 0, "nothing begins");
        yield return new(
            "limits do not work (firmware defect)",
            "longest command of the RMT peripheral, 32.8 ms",
            Normal,
            LongestCommandMicroseconds * 1e-6,
            "RMT peripheral: 15 bits of 1 µs are all it has");
        yield return new(
            "firmware hangs in a pulse",
            "the peripheral ends the pulse, the switches stay closed, drivers off",
            Normal,
            PulseSeconds,
            "RMT peripheral; watchdog after 10 s opens the switches");
        yield return new(
            "reset in mid-pulse", "the pin floats, 10 kΩ takes the gate low", Normal, PulseSeconds,
            $"Q1, {Spice("reset_delay") * 1e6:0.0} µs after the reset (ngspice)", 4 * Spice("reset_energy"));
        yield return new(
            "brown-out of ±9 V, gate low",
            "the drivers let go of zero below 2 V of supply",
            GoldStress.Of([Spice("down_peak"), -Spice("down_peak"), Spice("down_peak"), -Spice("down_peak")]),
            2e-3,
            "itself (ngspice)",
            4 * Spice("down_energy"));
        yield return new(
            "power-on, gate low",
            "as in a brown-out",
            GoldStress.Of([Spice("up_peak"), -Spice("up_peak"), Spice("up_peak"), -Spice("up_peak")]),
            2e-3,
            "itself (ngspice)",
            4 * Spice("up_energy"));
        yield return new(
            "brown-out of ±9 V in a pulse",
            $"the pulse sinks with its supply, {Spice("brown_peak"):0.0} V at most (ngspice)",
            Normal,
            PulseSeconds,
            "RMT peripheral");
        yield return new("3.3 V fails (USB pulled out)", "gate low, switches lose their logic supply and open", none, 0, "Q1");
        yield return new(
            "−6.5 V fails alone",
            $"Q1 loses its source, E/S rises, drivers are on from one rail: {Spice("negative_peak"):0.0} V of a DAC at 5 V (ngspice)",
            Normal,
            train,
            "end of the train: DACs at 0 V, switches open; the next train is refused");
        yield return new(
            "gate stuck high (pin, Q1, Q2 or Q3)",
            "drivers on while the switches are closed",
            Normal,
            train,
            "end of the train; the emergency stop before, but for Q1; self-test and the next train name it");
        yield return new(
            "E/S of one driver broken off",
            "that driver follows its DAC without gate",
            Normal,
            train,
            "end of the train: DACs at 0 V; self-test and the next train name it");
        yield return new(
            "DAC stuck, or in a wrong range",
            "driver in saturation at its rail, in the pulse",
            Rails,
            PulseSeconds,
            "RMT peripheral; a wrong pattern is trained");
        yield return new(
            "driver's output shorted to a rail",
            "that terminal at the rail while the switches are closed",
            OneAtRail,
            train,
            "end of the train; fuse and series diode pass 0.5 A for hours: the lead bounds it");
        GoldStress rest = GoldStress.Of([.. Enumerable.Repeat(MonitorInputs.RestVolts, 4)]);
        yield return new(
            "pulse switch stuck closed",
            "the gold at a driver that is off: 95 mV over 9.5 kΩ; no probe path is closed any more",
            rest,
            double.PositiveInfinity,
            "nothing to end; start, self-test and the next train name it",
            0);
        yield return new(
            "pulse switch stuck open",
            "a terminal is missing: less current, wrong field",
            Normal,
            PulseSeconds,
            "RMT peripheral; self-test and the next train name it");
        yield return new(
            "two gold leads joined, or one to ground",
            "the driver limits to 0.5 A, the film gets less",
            Normal,
            PulseSeconds,
            "RMT peripheral");
        yield return new("gold lead open", "less current, wrong field", Normal, PulseSeconds, "RMT peripheral; self-test names it");
        yield return new(
            "node switch stuck closed in a pulse", "no pulse: the look before each train refuses it", none, 0, "self-test names it");
        bool within = AdcStaysWithinSupplies(new ChipDefects { InsulationBreakdowns = [new(1, 100)] });
        yield return new(
            "hole in the oxide, 100 Ω",
            "film lifted to a terminal; ADC inputs "
            + $"{(within ? "within their supplies" : $"drift to their clamps through open switches, {BusLeakAmperes * 1e9:0} nA at most")}",
            Normal,
            PulseSeconds,
            "RMT peripheral; self-test names it");
        yield return new(
            "emergency stop pressed in a pulse", "gate cut by a contact, DACs to 0 V", Normal, PulseSeconds, "Q1, within 1 µs");
    }

}
