using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Parts;
using static MagHopfield.Hardware.Sheets.Rails;

namespace MagHopfield.Hardware.Sheets;

/// <summary>
/// ±9 V to ±6.5 V (pulses), ±5 V (measuring switches) and ±1.8 V (ADC). 3.3 V and 5 V for the LEDs come from the controller's board.
/// </summary>
internal static class SupplySheet
{
    private const string Name = "supply";

    public static void AddTo(BoardDesign d)
    {
        d.Add(
            Name, "J", Catalogue.SupplyConnector,
            new Pin(
                "1",
                "+9V",
                PinKind.Passive,
                "+9V_IN"), new Pin("2", "GND", PinKind.PowerOut, Ground), new Pin("3", "-9V", PinKind.Passive, "-9V_IN"));
        d.AddTwoTerminal(Name, "F", Catalogue.Fuse, "+9V_IN", "+9V_F");
        d.AddTwoTerminal(Name, "F", Catalogue.Fuse, "-9V_IN", "-9V_F");
        d.Add(Name, "D", Catalogue.Schottky, new Pin("1", "K", PinKind.PowerOut, "+9V"), new Pin("2", "A", PinKind.Passive, "+9V_F"));
        d.Add(Name, "D", Catalogue.Schottky, new Pin("1", "K", PinKind.Passive, "-9V_F"), new Pin("2", "A", PinKind.PowerOut, "-9V"));
        d.AddTwoTerminal(Name, "C", Catalogue.Electrolytic("470 µF", "Bulk of the positive supply."), "+9V", Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Electrolytic("470 µF", "Bulk of the negative supply."), Ground, "-9V");
        Adjustable(
            d,
            Catalogue.PositiveRegulator,
            "+9V",
            PulsePositive,
            "ADJ_P",
            ("3", "2", "1"),
            "240 Ω",
            "1.00 kΩ",
            "1.25 V·(1 + 1000/240) = 6.46 V");
        Adjustable(d, Catalogue.NegativeRegulator, "-9V", PulseNegative, "ADJ_N", ("2", "3", "1"), "240 Ω", "1.00 kΩ", "−6.46 V");
        Fixed(d, Catalogue.PositiveFive, "+9V", SwitchPositive, ("3", "1", "2"));
        Fixed(d, Catalogue.NegativeFive, "-9V", SwitchNegative, ("2", "3", "1"));
        Fixed(d, Catalogue.PositiveAdc, SwitchPositive, AdcPositive, ("3", "2", "1"));
        Adjustable(
            d,
            Catalogue.NegativeAdc,
            SwitchNegative,
            AdcNegative,
            "ADJ_A",
            ("2", "1", "4"),
            "240 Ω",
            "107 Ω",
            "−1.25 V·(1 + 107/240) = −1.81 V");
        d.AddTwoTerminal(
            Name,
            "C",
            Catalogue.Electrolytic("470 µF", "A pulse of 4 × 0.5 A for 200 µs takes 0.85 V of it at most."),
            PulsePositive,
            Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Electrolytic("470 µF", "As on the positive side."), Ground, PulseNegative);
    }

    // Pins in the order input, output, adjust.
    private static void Adjustable(
        BoardDesign d, BomItem item, string input, string output, string adjust, (
            string In, string Out, string Adjust) pins, string upper, string lower, string formula)
    {
        d.Add(
            Name, "U", item,
            new Pin(pins.In, "IN", PinKind.PowerIn, input), new Pin(pins.Out, "OUT", PinKind.PowerOut, output), new Pin(
                pins.Adjust, "ADJ", PinKind.Passive, adjust));
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor(upper, formula), output, adjust);
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor(lower, formula), adjust, Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("10 µF", "Output of a regulator."), output, Ground);
    }

    // Pins in the order input, output, ground.
    private static void Fixed(BoardDesign d, BomItem item, string input, string output, (string In, string Out, string Ground) pins)
    {
        d.Add(
            Name, "U", item,
            new Pin(pins.In, "IN", PinKind.PowerIn, input), new Pin(pins.Out, "OUT", PinKind.PowerOut, output), new Pin(
                pins.Ground, "GND", PinKind.PowerIn, Ground));
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("1 µF", "Input of a regulator."), input, Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("1 µF", "Output of a regulator."), output, Ground);
    }
}
