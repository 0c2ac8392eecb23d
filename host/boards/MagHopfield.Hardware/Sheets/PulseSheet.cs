using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Parts;
using static MagHopfield.Hardware.Sheets.Rails;

namespace MagHopfield.Hardware.Sheets;

/// <summary>
/// DAC, pulse drivers, the shifter of their enable, the pulse switches and the connector of the gold layer.
/// The OPA561's E/S pin is referred to its negative supply and an open pin enables it (data sheet SBOS206), so Q1 holds it low until
/// PULSE_EN turns Q2 and Q3 on: with no controller, with a broken wire or in reset the drivers are off.
/// </summary>
internal static class PulseSheet
{
    private const string Name = "pulse";

    public static void AddTo(BoardDesign d, int nodes)
    {
        AddDac(d);
        AddGate(d);
        (string, string)[] switches = new (string, string)[nodes];
        List<Pin> gold = [];
        for (int k = 1; k <= nodes; k++)
        {
            AddDriver(d, k);
            switches[k - 1] = ($"D_{k}", $"T_{k}");
            gold.Add(new Pin($"{(2 * k) - 1}", $"T{k}", PinKind.Passive, $"T_{k}"));
            gold.Add(new Pin($"{2 * k}", "GND", PinKind.Passive, Ground));
        }

        d.Add(Name, "U", Catalogue.PulseSwitch, OctalSwitch.Pins("CS_PSW1", PulsePositive, PulseNegative, switches));
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "VDD of the pulse switch."), PulsePositive, Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "VSS of the pulse switch."), PulseNegative, Ground);
        d.Add(Name, "J", Catalogue.GoldConnector(nodes), gold);
        d.AddTwoTerminal(
            Name, "R", Catalogue.Resistor("1 MΩ", "Keeps the gold layer at ground while all pulse switches are open."), "T_1", Ground);
    }

    private static void AddDac(BoardDesign d)
    {
        d.Add(
            Name, "U", Catalogue.Dac,
            new Pin("1", "AVSS", PinKind.PowerIn, PulseNegative), new Pin("2", "NC", PinKind.Passive, null),
            new Pin("3", "VOUTA", PinKind.Output, "DAC_1"), new Pin("4", "VOUTB", PinKind.Output, "DAC_2"),
            new Pin("5", "BIN/2sCOMP", PinKind.Input, Logic), new Pin("6", "NC", PinKind.Passive, null),
            new Pin("7", "SYNC", PinKind.Input, "CS_DAC1"), new Pin("8", "SCLK", PinKind.Input, "DAC_SCLK"),
            new Pin("9", "SDIN", PinKind.Input, "DAC_MOSI"), new Pin("10", "LDAC", PinKind.Input, Ground),
            new Pin("11", "CLR", PinKind.Input, "DAC_CLR"), new Pin("12", "NC", PinKind.Passive, null),
            new Pin("13", "NC", PinKind.Passive, null), new Pin("14", "DVCC", PinKind.PowerIn, Logic),
            new Pin("15", "GND", PinKind.PowerIn, Ground), new Pin("16", "SDO", PinKind.TriState, "DAC_MISO"),
            new Pin("17", "REFIN/REFOUT", PinKind.Passive, "DAC_REF"), new Pin("18", "DAC_GND", PinKind.PowerIn, Ground),
            new Pin("19", "DAC_GND", PinKind.PowerIn, Ground), new Pin("20", "SIG_GND", PinKind.PowerIn, Ground),
            new Pin("21", "SIG_GND", PinKind.PowerIn, Ground), new Pin("22", "VOUTD", PinKind.Output, "DAC_4"),
            new Pin("23", "VOUTC", PinKind.Output, "DAC_3"), new Pin("24", "AVDD", PinKind.PowerIn, PulsePositive),
            new Pin("25", "EP", PinKind.Passive, PulseNegative));
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "AVDD of the DAC."), PulsePositive, Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "AVSS of the DAC."), PulseNegative, Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "DVCC of the DAC."), Logic, Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "Reference of the DAC."), "DAC_REF", Ground);
    }

    private static void AddGate(BoardDesign d)
    {
        d.AddTwoTerminal(
            Name, "R", Catalogue.Resistor("4.7 kΩ", "Emitter current of Q2: 0.55 mA while the gate is on."), "PULSE_EN_S", "GATE_E");
        d.Add(
            Name,
            "Q",
            Catalogue.Mosfet,
            new Pin("1", "G", PinKind.Passive, "GATE_G"),
            new Pin("2", "S", PinKind.Passive, PulseNegative),
            new Pin("3", "D", PinKind.Passive, "ES"));
        d.Add(
            Name,
            "Q",
            Catalogue.Pnp,
            new Pin("1", "B", PinKind.Passive, Ground),
            new Pin("2", "E", PinKind.Passive, "GATE_E"),
            new Pin("3", "C", PinKind.Passive, "GATE_B"));
        d.Add(
            Name,
            "Q",
            Catalogue.Npn,
            new Pin("1", "B", PinKind.Passive, "GATE_B"),
            new Pin("2", "E", PinKind.Passive, PulseNegative),
            new Pin("3", "C", PinKind.Passive, "GATE_G"));
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("10 kΩ", "Turns Q1 on, the drivers off, whenever Q3 is off."), "GATE_G", Ground);
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("10 kΩ", "Turns Q3 off within a microsecond."), "GATE_B", PulseNegative);
    }

    private static void AddDriver(BoardDesign d, int k)
    {
        d.Add(
            Name, "U", Catalogue.Driver,
            new Pin("1", "V-", PinKind.PowerIn, PulseNegative), new Pin("2", "V-", PinKind.PowerIn, PulseNegative),
            new Pin("3", "IN+", PinKind.Input, $"DAC_{k}"), new Pin("4", "IN-", PinKind.Input, $"D_{k}"),
            new Pin(
                "5",
                "ILIM",
                PinKind.Passive,
                $"ILIM_{k}"), new Pin("6", "E/S", PinKind.Input, "ES"), new Pin("7", "IFLAG", PinKind.Passive, null),
            new Pin("8", "VO", PinKind.Output, $"D_{k}"), new Pin("9", "V+", PinKind.PowerIn, PulsePositive), new Pin(
                "10", "EP", PinKind.Passive, PulseNegative));
        d.AddTwoTerminal(
            Name, "R", Catalogue.Resistor(
                "14.0 kΩ",
                "Current limit 12 kΩ·A/(10 kΩ + R) = 0.5 A (from 1 A at 2 kΩ and 1.2 A at 0 in the data sheet)."),
                $"ILIM_{k}",
                PulseNegative);
        d.Add(
            Name, "D", Catalogue.DriverClamp,
            new Pin(
                "1",
                "A1",
                PinKind.Passive,
                PulseNegative), new Pin("2", "K2", PinKind.Passive, PulsePositive), new Pin("3", "K1A2", PinKind.Passive, $"D_{k}"));
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("10 kΩ", "Takes a disabled driver's output to ground."), $"D_{k}", Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Electrolytic("47 µF", "Current of the pulse, V+."), PulsePositive, Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Electrolytic("47 µF", "Current of the pulse, V−."), Ground, PulseNegative);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "V+ of a driver."), PulsePositive, Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "V− of a driver."), PulseNegative, Ground);
    }

    /// <summary>
    /// What a driver that is off rests at, for the test of the pulse switches. After all other parts, so that these keep their numbers.
    /// </summary>
    public static void AddRestTo(BoardDesign d, int nodes)
    {
        for (int k = 1; k <= nodes; k++)
        {
            d.AddTwoTerminal(
                Name,
                "R",
                Catalogue.Resistor(
                    "180 kΩ", "Test path: a driver that is off rests at 95 mV, which a closed pulse switch puts on its gold terminal."),
                AdcPositive,
                $"D_{k}");
        }
    }
}
