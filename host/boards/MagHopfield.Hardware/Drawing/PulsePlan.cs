using System.Globalization;
using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>
/// The sheet of the pulse: DAC, four drivers, pulse switches and the gold's connector from left to right, gate shifter below.
/// </summary>
internal static class PulsePlan
{
    private const double Pitch = 71.12;

    public static SheetLayout Draw(SheetPlanner plan)
    {
        Part connector = plan.Next("J");
        int nodes = connector.Pins.Count / 2;
        const double Top = 66.04;
        double middle = Top + (1.5 * Pitch);
        PlacedPart dac = plan.Place(plan.Next("U", "CS_DAC1"), 73.66, middle);
        PlacedPart switches = plan.Place(plan.Next("U", "CS_PSW1"), 340.36, middle);
        PlacedPart gold = plan.Place(connector, 421.64, middle);
        for (int k = 1; k <= nodes; k++)
        {
            string n = k.ToString(CultureInfo.InvariantCulture);
            double y = Top + ((k - 1) * Pitch);
            PlacedPart driver = plan.Place(plan.Next("U", "ILIM_" + n), 190.5, y);

            // DAC to the input: upper channels turn further right, so that no two wires lie on one another.
            Point output = dac.At(dac.Part.Pins.Single(p => p.Net == "DAC_" + n).Number);
            double channel = 104.14 + ((k <= nodes / 2 ? k : nodes + 1 - k) * 5.08) + (k > nodes / 2 ? 12.7 : 0);
            Point input = driver.At("3");
            plan.Wire("DAC_" + n, output, new Point(channel, output.Y), new Point(channel, input.Y), input);

            // Output, back to the inverting input over the top.
            Point d = driver.At("8");
            Point inverting = driver.At("4");
            double back = d.X + 5.08;
            plan.Wire(
                "D_" + n,
                d,
                new Point(back, y),
                new Point(back, y - 25.4),
                new Point(inverting.X - 5.08, y - 25.4),
                new Point(inverting.X - 5.08, inverting.Y),
                inverting);
            double pull = back + 10.16;
            PlacedPart resistor = plan.Place(plan.Next("R", "D_" + n, "AGND"), pull, y + 12.7, 270);
            plan.Wire("D_" + n, new Point(pull, y), resistor.At("1"));
            PlacedPart rest = plan.Place(plan.Next("R", "D_" + n, "+1V8A"), pull, y - 12.7, 270);
            plan.Wire("D_" + n, rest.At("2"), new Point(pull, y));
            double tap = pull + 17.78;
            PlacedPart clamp = plan.Place(plan.Next("D", "D_" + n), tap + 10.16, y + 20.32);
            plan.Wire("D_" + n, new Point(tap, y), new Point(tap, y + 20.32), clamp.At("3"));

            // To the pulse switch and on to the gold.
            Point source = switches.At(switches.Part.Pins.Single(p => p.Name == "S" + n).Number);
            Point drain = switches.At(switches.Part.Pins.Single(p => p.Name == "D" + n).Number);
            double across = 276.86 + ((k <= nodes / 2 ? nodes + 1 - k : k) * 5.08);
            plan.Wire("D_" + n, new Point(back, y), new Point(across, y), new Point(across, source.Y), source);
            plan.Wire("T_" + n, drain, gold.At(gold.Part.Pins.Single(p => p.Name == "T" + n).Number));

            PlacedPart limit = plan.Place(plan.Next("R", "ILIM_" + n), driver.At("5").X, driver.At("5").Y + 13.97, 270);
            plan.Wire("ILIM_" + n, driver.At("5"), limit.At("1"));
        }

        // R_BLEED at the first terminal.
        Point t1 = switches.At(switches.Part.Pins.Single(p => p.Net == "T_1").Number);
        PlacedPart bleed = plan.Place(plan.Next("R", "T_1", "AGND"), t1.X + 25.4, t1.Y - 12.7, 90);
        plan.Wire("T_1", new Point(t1.X + 25.4, t1.Y), bleed.At("1"));
        Gate(plan, 63.5, 342.9);
        plan.Row(223.52, 335.28, 17.78, 560);
        return plan.Finish("A2", 594, 420);
    }

    // PULSE_EN_S → Q2 (common base) → Q3 → Q1, which holds ES at the negative supply.
    private static void Gate(SheetPlanner plan, double x, double y)
    {
        PlacedPart series = plan.Place(plan.Next("R", "PULSE_EN_S"), x, y - 7.62);
        PlacedPart q2 = plan.Place(plan.Next("Q", "GATE_E"), x + 15.24, y);
        plan.Wire("GATE_E", series.At("2"), q2.At("2") with { Y = y - 7.62 });
        plan.Wire("AGND", q2.At("1"), new Point(x + 2.54, y), new Point(x + 2.54, y + 5.08));
        plan.Supply("AGND", new Point(x + 2.54, y + 5.08), PinSide.Bottom);
        Point collector = q2.At("3");
        PlacedPart q3 = plan.Place(plan.Next("Q", "GATE_B", "GATE_G"), x + 45.72, y + 12.7);
        plan.Wire("GATE_B", collector, collector with { Y = y + 12.7 }, q3.At("1"));
        PlacedPart off = plan.Place(plan.Next("R", "GATE_B", "-6V5P"), collector.X + 7.62, y + 25.4, 270);
        plan.Wire("GATE_B", new Point(collector.X + 7.62, y + 12.7), off.At("1"));
        PlacedPart q1 = plan.Place(plan.Next("Q", "GATE_G", "ES"), x + 78.74, y - 2.54);
        Point drive = q3.At("3");
        plan.Wire("GATE_G", drive, drive with { Y = y - 2.54 }, q1.At("1"));
        PlacedPart on = plan.Place(plan.Next("R", "GATE_G", "AGND"), drive.X + 10.16, y - 15.24, 90);
        plan.Wire("GATE_G", new Point(drive.X + 10.16, y - 2.54), on.At("1"));
    }
}
