namespace MagHopfield.Hardware.Drawing;

/// <summary>
/// The sheet of the ADC: each bus through its resistor and clamp to an input, filter between the sense inputs, R_REF at RTN.
/// </summary>
internal static class AdcPlan
{
    public static SheetLayout Draw(SheetPlanner plan)
    {
        const double X = 236.22;
        const double Y = 116.84;
        PlacedPart adc = plan.Place(plan.Next("U"), X, Y);
        double pin = X - 17.78;
        foreach (
            (
                string bus,
                string input,
                int row) in (
                    (string, string, int)[])[("SENSE_P", "AIN0", 0), ("SENSE_N", "AIN1", 1), ("RTN", "AIN2", 2), ("SRC", "AIN4", 4)])
        {
            double y = Y - ConverterSymbol.InputHeight(row);
            PlacedPart resistor = plan.Place(plan.Next("R", bus, input), pin - 76.2, y);
            double start = resistor.At("1").X - 25.4;
            plan.Wire(bus, new Point(start, y), resistor.At("1"));
            plan.Label(bus, new Point(start, y), PinSide.Left);
            plan.Wire(input, resistor.At("2"), new Point(pin, y));
            PlacedPart clamp = plan.Place(plan.Next("D", input), pin - 43.18, y + 10.16);
            double tap = pin - 55.88;
            plan.Wire(input, new Point(tap, y), new Point(tap, y + 10.16), clamp.At("3"));
            plan.Wire("+1V8A", clamp.At("2"), new Point(clamp.X + 10.16, y + 2.54));
            plan.Label("+1V8A", new Point(clamp.X + 10.16, y + 2.54), PinSide.Right);
            plan.Wire("-1V8A", clamp.At("1"), new Point(clamp.X + 10.16, y + 17.78));
            plan.Label("-1V8A", new Point(clamp.X + 10.16, y + 17.78), PinSide.Right);
            if (bus == "RTN")
            {
                // R_REF, and the input that sees its lower end.
                PlacedPart reference = plan.Place(plan.Next("R", "RTN", "AGND"), start + 12.7, y + 15.24, 270);
                plan.Wire("RTN", new Point(start + 12.7, y), reference.At("1"));
                double low = Y - ConverterSymbol.InputHeight(3);
                plan.Wire("AGND", reference.At("2"), new Point(start + 12.7, low), new Point(pin, low));
                plan.Supply("AGND", new Point(start + 12.7, low), PinSide.Bottom);
            }
        }

        double column = pin - 10.16;
        double y0 = Y - ConverterSymbol.InputHeight(0);
        double y1 = Y - ConverterSymbol.InputHeight(1);
        PlacedPart common = plan.Place(plan.Next("C", "AIN0", "AGND"), column, y0 - 10.16, 90);
        plan.Wire("AIN0", new Point(column, y0), common.At("1"));
        PlacedPart filter = plan.Place(plan.Next("C", "AIN0", "AIN1"), column, y0 + 10.16, 270);
        plan.Wire("AIN0", new Point(column, y0), filter.At("1"));
        plan.Wire("AIN1", filter.At("2"), new Point(column, y1));
        PlacedPart second = plan.Place(plan.Next("C", "AIN1", "AGND"), column, y1 + 10.16, 270);
        plan.Wire("AIN1", new Point(column, y1), second.At("1"));
        plan.Row(91.44, 215.9, 25.4, 330);
        return plan.Finish("A3", 420, 297);
    }
}
