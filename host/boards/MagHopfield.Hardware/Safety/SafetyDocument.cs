using System.Globalization;
using System.Text;
using MagHopfield.Instrument.Board;
using MagHopfield.Reports;

namespace MagHopfield.Hardware.Safety;

/// <summary>The page hardware/safety.md.</summary>
public static class SafetyDocument
{
    private const double SafeDensity = 3e11;

    /// <summary>The page.</summary>
    /// <param name="analysis">Its numbers.</param>
    public static string Write(SafetyAnalysis analysis)
    {
        GoldStress normal = analysis.Normal;
        GoldStress rails = analysis.Rails;
        (double usual, double most) = analysis.ProbeWatts;
        double lead = GoldStress.Film.NeededGold.LeadResistance;
        StringBuilder s = new();
        Add(s, $"# Safety of the film");
        Add(s, $"");
        Add(
            s,
            $"Written by `maghopfield hardware write` from the netlist, the film of the preset `niu2024` ({lead:0} Ω of lead at each gold "
            + $"terminal) and the circuit");
        Add(s, $"simulations (`spice/pulse-faults.cir`); a test compares.");
        Add(s, $"");
        Add(s, $"## What bounds what");
        Add(s, $"");
        Add(
            s,
            $"Time is bounded by hardware (the RMT peripheral), but a film does not survive by time: it is "
            + $"{GoldStress.Film.Geometry.Width * 1e6:0} µm wide and reaches its temperature in a microsecond.");
        Add(
            s,
            $"It survives because the *voltage* is bounded, and with the lead's resistance so are current and heat, for any length of "
            + $"time:");
        Add(s, $"");
        Add(s, $"| | strongest pulse | every terminal at a rail |");
        Add(s, $"|---|---|---|");
        Add(s, $"| voltage of a terminal | {normal.LargestVolts:0.00} V | {rails.LargestVolts:0.00} V (regulator at its upper limit) |");
        Add(s, $"| current of a lead | {normal.LeadAmperes * 1e3:0.0} mA | {rails.LeadAmperes * 1e3:0.0} mA |");
        Add(
            s,
            $"| current density in the gold, at a terminal's rim | {normal.CurrentDensity:0.0e0} A/m² | {rails.CurrentDensity:0.0e0} A/m² "
            + $"|");
        Add(s, $"| heat in the gold over the film | {normal.SheetWatts * 1e3:0.00} mW | {rails.SheetWatts * 1e3:0.00} mW |");
        Add(s, $"| heat in all leads | {normal.LeadWatts * 1e3:0} mW | {rails.LeadWatts * 1e3:0} mW |");
        Add(s, $"| temperature of the film | +{normal.Kelvin:0.0} K | +{rails.Kelvin:0.0} K |");
        Add(
            s,
            $"| field in the Al2O3 ({GoldStress.Film.NeededGold.InsulatorThickness * 1e9:0} nm), film at ground | "
            + $"{normal.OxideField * 1e-9:0.00} V/nm | {rails.OxideField * 1e-9:0.00} V/nm |");
        Add(s, $"");
        Add(
            s,
            $"Each figure is the worst of all 16 patterns. Temperature: 300 nm of SiO2 on silicon under the film, assumed. Al2O3 breaks "
            + $"down at some 0.5 V/nm and more;");
        Add(
            s,
            $"gold of short leads carries some 10¹² A/m² for moments and is worn by 10¹¹ A/m² over days, which is why a stuck gate has to "
            + $"be ended.");
        Add(s, $"");
        Add(
            s,
            $"**Condition**: the leads' resistance. The drivers' own limit of {PulseLimits.DriverAmperes} A would be "
            + $"{PulseLimits.DriverAmperes * GoldStress.DensityOfAmpere:0e0} A/m² in this film. A film whose leads have less than "
            + $"{analysis.SeriesOhmsFor(SafeDensity):0} Ω each needs");
        Add(
            s,
            $"that much in series on the adapter of J3 ({SafeDensity:0e0} A/m² with a terminal at a rail). Measure it from terminal to "
            + $"terminal before the film is connected.");
        Add(s, $"");
        Add(
            s,
            $"Largest energy a pulse within the limits brings into this film and its leads: {analysis.LargestAllowedJoules * 1e6:0.0} µJ "
            + $"(±5 V, 200 µs; lower and longer pulses bring less). `PulseLimits` itself");
        Add(
            s,
            $"counts with a driver at its current limit, {PulseLimits.HardwareJoules * 1e3} mJ, and with a duty of "
            + $"{PulseLimits.HardwareDuty * 100:0} %.");
        Add(
            s,
            $"Measuring: {usual * 1e6:0.0} µW in the film; {most * 1e3:0.0} mW is all that the source could do (1 mA at its limit of 1.43 "
            + $"V) if its code were wrong.");
        Add(s, $"");
        Add(s, $"## Single faults");
        Add(s, $"");
        Add(
            s,
            $"\"+K\" is the film's temperature while it lasts, \"energy\" what goes into gold and leads in all, times of a train: "
            + $"{PulseLimits.HardwareCount} pulses of 200 µs at a duty of 10 %.");
        Add(s, $"");
        Add(s, $"| fault | what happens | terminal | + K | at most | energy | ended by |");
        Add(s, $"|---|---|---|---|---|---|---|");
        foreach (SafetyFault f in analysis.Faults)
        {
            Add(
                s,
                $"| {f.Name} | {f.Happens} | {f.Stress.LargestVolts:0.0} V | {f.Stress.Kelvin:0.0} | {Time(f.Seconds)} | "
                + $"{Joules(f.Energy)} | {f.Ends} |");
        }

        Add(s, $"");
        Add(
            s,
            $"No line passes {rails.LargestVolts:0.00} V, {rails.CurrentDensity:0.0e0} A/m², {rails.Kelvin:0.0} K and "
            + $"{rails.OxideField * 1e-9:0.00} V/nm of the table above: that is why the film survives each of them. Where a fault trains a "
            + $"wrong");
        Add(s, $"pattern or wears the gold, the pulse monitor (`DIAG:POW?`) and the next measurement show it.");
        Add(s, $"");
        Add(
            s,
            $"Two faults at once: a sense switch stuck closed *and* a hole in the oxide put a terminal's voltage on an ADC input through 1 "
            + $"kΩ: {analysis.DoubleFaultAmperes * 1e3:0.0} mA into its clamp");
        Add(s, $"diode and the chip's own, which bear 10 mA. The self-test finds either before it meets the other.");
        Add(s, $"");
        Add(s, $"![Faults of the pulse stage, ngspice](drawings/pulse-faults.png)");
        Add(s, $"");
        Add(s, $"## What is looked at before a pulse, and what stays invisible");
        Add(s, $"");
        Add(
            s,
            $"At its start (`DIAG:INIT`), in `*TST?` and before each train the board reads both rails and, with all switches commanded "
            + $"open, the gold terminals: a pulse");
        Add(
            s,
            $"switch that does not open puts the {MonitorInputs.RestVolts * 1e3:0} mV of a driver at rest on the gold. `*TST?` and each "
            + $"train then look for switches of the nodes that do not open, close");
        Add(
            s,
            $"the pulse switches one by one with the drivers off, and see those that do not close and drivers that are on. Whatever is "
            + $"found locks pulses (`TRA`, `CAL:REF`,");
        Add(
            s,
            $"buttons) until `*TST?` passes; any other finding of `*TST?` locks them, too. With a pulse switch that does not open no probe "
            + $"path is closed either.");
        Add(s, $"");
        Add(s, $"No test without a pulse sees:");
        Add(s, $"");
        Add(
            s,
            $"- a driver that does not come on, limits its current too early, or is shorted to ground by less than 10 kΩ only while on: "
            + $"the terminal stays below its voltage");
        Add(s, $"  (`DIAG:POW?` where it is the highest, the oscilloscope of `bring-up.md`);");
        Add(s, $"- a DAC with a wrong voltage behind a right register, and two drivers exchanged: a wrong pattern is trained;");
        Add(s, $"- a pulse switch of higher resistance than it should have, up to some kilohms: contact is seen, not its quality;");
        Add(s, $"- gold leads of two nodes exchanged or joined: the gold joins all terminals anyhow;");
        Add(
            s,
            $"- a switch that does not open *and* a driver that is on at 0 V at the same node: the terminal stays at ground (the driver "
            + $"alone is named);");
        Add(s, $"- a switch that welds within a train: the next look is before the next train;");
        Add(s, $"- a gold lead of a node past the ninth, whose terminal has no input: named together with its switch.");
        Add(s, $"");
        Add(s, $"## Weak points, known");
        Add(s, $"");
        Add(
            s,
            $"- Nothing but the firmware opens the pulse switches: with a gate stuck high the film stays at ±5 V until the train ends. The "
            + $"pulse path has no monitor of its");
        Add(s, $"  own hardware; a monostable behind PULSE_EN would be one.");
        Add(
            s,
            $"- Both rails are read before each train, not within one. If −6.5 V fails alone then, the OPA561 has 6.5 V in all, below the "
            + $"7 V its data sheet asks for, and");
        Add(s, $"  what it does is not specified; the simulation takes it for working.");
        Add(
            s,
            $"- The current limit overshoots by half for some 100 ns (data sheet); clamp diodes hold the output within a diode's drop of "
            + $"the rails when a short is let go.");
        return s.ToString();
    }

    private static string Time(double seconds) =>
        double.IsInfinity(seconds) ? "for good" : seconds == 0 ? "" : seconds < 1e-3 ? Text(seconds * 1e6, "0") + " µs"
        : seconds < 1 ? Text(seconds * 1e3, "0.#") + " ms" : Text(seconds, "0") + " s";

    private static string Joules(double joules) =>
        joules == 0 ? "0" : joules < 1e-6 ? Text(joules * 1e6, "0.0") + " µJ" : joules < 1e-3 ? Text(joules * 1e6, "0") + " µJ"
        : joules < 1 ? Text(joules * 1e3, "0") + " mJ" : Text(joules, "0") + " J";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static void Add(StringBuilder s, InvariantText text) => s.Append(text.ToString()).Append('\n');
}
