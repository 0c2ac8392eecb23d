using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Parts;
using static MagHopfield.Hardware.Sheets.Rails;

namespace MagHopfield.Hardware.Sheets;

/// <summary>Per node: one octal switch, one shunt; and the connector of the film.</summary>
internal static class NodeSheet
{
    private const string Name = "nodes";

    public static void AddTo(BoardDesign d, int nodes)
    {
        List<Pin> film = [];
        for (int k = 1; k <= nodes; k++)
        {
            d.Add(
                Name, "U", Catalogue.NodeSwitch,
                OctalSwitch.Pins(
                    $"CS_SW{k}", SwitchPositive, SwitchNegative,
                    ("SRC", $"B_{k}"),
                    ("RTN", $"B_{k}"),
                    ("SENSE_P", $"S_{k}"),
                    ("SENSE_N", $"S_{k}"),
                    ("SENSE_P", $"B_{k}"),
                    ("SENSE_N", $"F_{k}")));
            d.AddTwoTerminal(Name, "R", Catalogue.Shunt, $"B_{k}", $"F_{k}");
            d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "VDD of a node's switch."), SwitchPositive, Ground);
            d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "VSS of a node's switch."), SwitchNegative, Ground);
            film.Add(new Pin($"{(2 * k) - 1}", $"F{k}", PinKind.Passive, $"F_{k}"));
            film.Add(new Pin($"{2 * k}", $"S{k}", PinKind.Passive, $"S_{k}"));
        }

        film.Add(new Pin($"{(2 * nodes) + 1}", "GND", PinKind.Passive, Ground));
        film.Add(new Pin($"{(2 * nodes) + 2}", "GND", PinKind.Passive, Ground));
        d.Add(Name, "J", Catalogue.FilmConnector(nodes), film);
    }
}
