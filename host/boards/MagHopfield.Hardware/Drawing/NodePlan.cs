using System.Globalization;
using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>The sheet of the nodes: four equal cells between the buses on the left and the film's connector on the right.</summary>
internal static class NodePlan
{
    private const double Chip = 142.24;
    private const double Middle = 205.74;

    public static SheetLayout Draw(SheetPlanner plan)
    {
        Part connector = plan.Next("J");
        int nodes = (connector.Pins.Count / 2) - 1;
        PlacedPart film = plan.Place(connector, 261.62, Middle);
        (string Net, double X)[] buses = [("SRC", 66.04), ("RTN", 76.2), ("SENSE_P", 86.36), ("SENSE_N", 96.52)];
        double top = 33.02;
        Dictionary<string, double> bottom = [];
        for (int k = 1; k <= nodes; k++)
        {
            string n = k.ToString(CultureInfo.InvariantCulture);
            double y = Middle - NodeConnectorSymbol.CellHeight(k, nodes);
            PlacedPart chip = plan.Place(plan.Next("U", "CS_SW" + n), Chip, y);
            double Row(int sw) => y - OctalSwitchSymbol.Height(OctalSwitchSymbol.NodeRow(sw));
            double left = Chip - 17.78;
            double right = Chip + 17.78;
            double column = right + 5.08;
            (int Switch, string Bus)[] ways =
                [(3, "SENSE_P"), (4, "SENSE_N"), (1, "SRC"), (2, "RTN"), (5, "SENSE_P"), (6, "SENSE_N")];
            foreach ((int sw, string bus) in ways)
            {
                double x = buses.Single(b => b.Net == bus).X;
                plan.Wire(bus, new Point(left, Row(sw)), new Point(x, Row(sw)));
                bottom[bus] = Math.Max(bottom.GetValueOrDefault(bus), Row(sw));
            }

            // Sense lead: both its switches, then straight to the film.
            plan.Wire("S_" + n, new Point(right, Row(3)), new Point(column, Row(3)), new Point(column, Row(4)), new Point(right, Row(4)));
            plan.Wire("S_" + n, new Point(column, Row(3)), film.At(film.Part.Pins.Single(p => p.Name == "S" + n).Number));

            // Board side of the shunt: force switches and SW5; film side: SW6 and the force lead.
            plan.Wire("B_" + n, new Point(right, Row(1)), new Point(column, Row(1)), new Point(column, Row(5)), new Point(right, Row(5)));
            PlacedPart shunt = plan.Place(plan.Next("R", "B_" + n), column + 15.24, Row(2));
            plan.Wire("B_" + n, new Point(right, Row(2)), new Point(column, Row(2)), shunt.At("1"));
            double tap = column + 30.48;
            plan.Wire("F_" + n, shunt.At("2"), new Point(tap, Row(2)), film.At(film.Part.Pins.Single(p => p.Name == "F" + n).Number));
            plan.Wire("F_" + n, new Point(right, Row(6)), new Point(tap, Row(6)), new Point(tap, Row(2)));

            for (int i = 0; i < 2; i++)
            {
                Part capacitor = plan.Next("C", i == 0 ? "+5VA" : "-5VA");
                plan.Place(capacitor, 208.28 + (i * 17.78), y + 15.24, 270);
            }
        }

        foreach ((string net, double x) in buses)
        {
            plan.Wire(net, new Point(x, top), new Point(x, bottom[net]));
            plan.Label(net, new Point(x, top), PinSide.Top);
        }

        return plan.Finish("A2", 594, 420);
    }
}
