namespace MagHopfield.Hardware.Drawing;

/// <summary>The sheet of the operator: LEDs, buttons, emergency stop, monitors.</summary>
internal static class OperatorPlan
{
    public static SheetLayout Draw(SheetPlanner plan)
    {
        PlacedPart buffer = plan.Place(plan.Next("U"), 73.66, 50.8);
        PlacedPart panel = plan.Place(plan.Next("J"), 129.54, 48.26);
        plan.Wire("LED_5V", buffer.At("4"), panel.At("2"));

        double y = 88.9;
        foreach (string button in (string[])["BTN_PATTERN", "BTN_TRAIN", "BTN_RECALL"])
        {
            PlacedPart push = plan.Place(plan.Next("SW", button), 63.5, y);
            PlacedPart down = plan.Place(plan.Next("R", button, "AGND"), 83.82, y + 7.62, 270);
            plan.Wire(button, push.At("2"), new Point(99.06, y));
            plan.Wire(button, new Point(83.82, y), down.At("1"));
            plan.Label(button, new Point(99.06, y), PinSide.Right);
            y += 35.56;
        }

        // Emergency stop: one contact breaks the gate, the other pulls the DACs' clear low against 1 kΩ.
        PlacedPart stop = plan.Place(plan.Next("SW"), 223.52, 88.9);
        Point gate = stop.At("12");
        plan.Wire("PULSE_EN_S", gate, gate with { X = 185.42 });
        PlacedPart rest = plan.Place(plan.Next("R", "PULSE_EN_S", "AGND"), 195.58, gate.Y + 10.16, 270);
        plan.Wire("PULSE_EN_S", new Point(195.58, gate.Y), rest.At("1"));
        plan.Label("PULSE_EN_S", gate with { X = 185.42 }, PinSide.Left);
        Point clear = stop.At("23");
        PlacedPart series = plan.Place(plan.Next("R", "DAC_CLR_IO"), 264.16, clear.Y, 180);
        plan.Wire("DAC_CLR", clear, series.At("2"));
        plan.Wire("DAC_CLR_IO", series.At("1"), new Point(281.94, clear.Y));
        plan.Label("DAC_CLR_IO", new Point(281.94, clear.Y), PinSide.Right);

        // Supply monitor.
        PlacedPart upper = plan.Place(plan.Next("R", "+6V5P", "SUPPLY_MON"), 195.58, 147.32, 270);
        PlacedPart lower = plan.Place(plan.Next("R", "SUPPLY_MON", "AGND"), 195.58, 165.1, 270);
        PlacedPart hold = plan.Place(plan.Next("C", "SUPPLY_MON"), 215.9, 165.1, 270);
        plan.Wire("SUPPLY_MON", upper.At("2"), lower.At("1"));
        plan.Wire("SUPPLY_MON", new Point(195.58, 156.21), new Point(233.68, 156.21));
        plan.Wire("SUPPLY_MON", new Point(215.9, 156.21), hold.At("1"));
        plan.Label("SUPPLY_MON", new Point(233.68, 156.21), PinSide.Right);

        // Pulse monitor: the highest terminal.
        for (int k = 0; k < 4; k++)
        {
            double row = 200.66 + (k * 12.7);
            PlacedPart diode = plan.Place(plan.Next("D"), 195.58, row, 180);
            plan.Wire("PULSE_MAX", diode.At("1"), new Point(210.82, row));
        }

        plan.Wire("PULSE_MAX", new Point(210.82, 200.66), new Point(210.82, 238.76));
        PlacedPart divide = plan.Place(plan.Next("R", "PULSE_MAX", "PULSE_MON"), 226.06, 213.36);
        plan.Wire("PULSE_MAX", new Point(210.82, 213.36), divide.At("1"));
        plan.Wire("PULSE_MON", divide.At("2"), new Point(254, 213.36));
        PlacedPart foot = plan.Place(plan.Next("R", "PULSE_MON", "AGND"), 241.3, 223.52, 270);
        plan.Wire("PULSE_MON", new Point(241.3, 213.36), foot.At("1"));
        plan.Label("PULSE_MON", new Point(254, 213.36), PinSide.Right);
        plan.Row(167.64, 50.8, 25.4, 300);
        return plan.Finish("A3", 420, 297);
    }
}
