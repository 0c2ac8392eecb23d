using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>The sheet of the supplies: inputs on top, a regulator in each field below.</summary>
internal static class SupplyPlan
{
    public static SheetLayout Draw(SheetPlanner plan)
    {
        plan.Place(plan.Next("J"), 63.5, 50.8);
        Input(plan, "+9V", 127, 45.72);
        Input(plan, "-9V", 266.7, 45.72);
        Adjustable(plan, "+9V", "+6V5P", 91.44, 99.06);
        Adjustable(plan, "-9V", "-6V5P", 231.14, 99.06);
        Fixed(plan, "+9V", "+5VA", 91.44, 157.48);
        Fixed(plan, "-9V", "-5VA", 231.14, 157.48);
        Fixed(plan, "+5VA", "+1V8A", 91.44, 215.9);
        Adjustable(plan, "-5VA", "-1V8A", 231.14, 215.9);
        plan.Row(330.2, 104.14, 25.4, 400);
        return plan.Finish("A3", 420, 297);
    }

    private static void Input(SheetPlanner plan, string rail, double x, double y)
    {
        PlacedPart fuse = plan.Place(plan.Next("F", rail + "_IN"), x, y);
        plan.Wire(rail + "_IN", fuse.At("1"), new Point(x - 12.7, y));
        plan.Label(rail + "_IN", new Point(x - 12.7, y), PinSide.Left);
        Part part = plan.Next("D", rail + "_F");

        // Pin 1 is the cathode: of the positive supply it looks to the rail.
        PlacedPart diode = plan.Place(part, x + 25.4, y, rail[0] == '+' ? 180 : 0);
        Point near = diode.At(rail[0] == '+' ? "2" : "1");
        Point far = diode.At(rail[0] == '+' ? "1" : "2");
        plan.Wire(rail + "_F", fuse.At("2"), near);
        Part bulk = plan.Next("C", rail, "AGND");
        PlacedPart capacitor = plan.Place(bulk, x + 43.18, y + 10.16, bulk.Pins[0].Net == rail ? 270 : 90);
        plan.Wire(rail, far, new Point(x + 55.88, y));
        plan.Wire(rail, new Point(x + 43.18, y), capacitor.At(bulk.Pins[0].Net == rail ? "1" : "2"));
        plan.Label(rail, new Point(x + 55.88, y), PinSide.Right);
    }

    private static void Adjustable(SheetPlanner plan, string input, string output, double x, double y)
    {
        Part part = plan.Next("U", input, output);
        PlacedPart regulator = plan.Place(part, x, y);
        string adjust = part.Pins.Single(p => p.Name == "ADJ").Net!;
        Begin(plan, regulator, input, x, y);
        PlacedPart upper = plan.Place(plan.Next("R", output, adjust), x + 22.86, y + 7.62, 270);
        PlacedPart lower = plan.Place(plan.Next("R", adjust, "AGND"), x + 22.86, y + 20.32, 270);
        Point middle = new(x + 22.86, y + 13.97);
        plan.Wire(output, new Point(x + 22.86, y), upper.At("1"));
        plan.Wire(adjust, upper.At("2"), middle, lower.At("1"));
        Point pin = regulator.At(part.Pins.Single(p => p.Name == "ADJ").Number);
        plan.Wire(adjust, pin, new Point(x, y + 13.97), middle);
        End(plan, regulator, output, x, y);
    }

    private static void Fixed(SheetPlanner plan, string input, string output, double x, double y)
    {
        PlacedPart regulator = plan.Place(plan.Next("U", input, output), x, y);
        Begin(plan, regulator, input, x, y);
        PlacedPart before = plan.Place(plan.Next("C", input, "AGND"), x - 22.86, y + 10.16, 270);
        plan.Wire(input, new Point(x - 22.86, y), before.At("1"));
        End(plan, regulator, output, x, y);
        Point ground = regulator.At(regulator.Part.Pins.Single(p => p.Name == "GND").Number);
        plan.Wire("AGND", ground, ground with { Y = ground.Y + 2.54 });
        plan.Supply("AGND", ground with { Y = ground.Y + 2.54 }, PinSide.Bottom);
    }

    private static void Begin(SheetPlanner plan, PlacedPart regulator, string input, double x, double y)
    {
        plan.Wire(input, regulator.At(regulator.Part.Pins.Single(p => p.Name == "IN").Number), new Point(x - 33.02, y));
        plan.Label(input, new Point(x - 33.02, y), PinSide.Left);
    }

    private static void End(SheetPlanner plan, PlacedPart regulator, string output, double x, double y)
    {
        PlacedPart after = plan.Place(plan.Next("C", output, "AGND"), x + 40.64, y + 10.16, 270);
        plan.Wire(output, regulator.At(regulator.Part.Pins.Single(p => p.Name == "OUT").Number), new Point(x + 53.34, y));
        plan.Wire(output, new Point(x + 40.64, y), after.At("1"));
        plan.Label(output, new Point(x + 53.34, y), PinSide.Right);
    }
}
