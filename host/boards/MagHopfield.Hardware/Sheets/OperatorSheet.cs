using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Parts;
using static MagHopfield.Hardware.Sheets.Rails;

namespace MagHopfield.Hardware.Sheets;

/// <summary>LED panel, buttons, emergency stop, and the dividers that watch the supply and the pulse.</summary>
internal static class OperatorSheet
{
    private const string Name = "operator";

    public static void AddTo(BoardDesign d)
    {
        d.Add(
            Name, "U", Catalogue.LedBuffer,
            new Pin("1", "OE", PinKind.Input, Ground), new Pin(
                "2", "A", PinKind.Input, "LED_DATA"), new Pin("3", "GND", PinKind.PowerIn, Ground),
            new Pin("4", "Y", PinKind.Output, "LED_5V"), new Pin("5", "VCC", PinKind.PowerIn, Usb));
        d.Add(
            Name, "J", Catalogue.LedPanel,
            new Pin("1", "5V", PinKind.PowerIn, Usb), new Pin(
                "2", "DIN", PinKind.Input, "LED_5V"), new Pin("3", "GND", PinKind.PowerIn, Ground));
        d.AddTwoTerminal(Name, "C", Catalogue.Electrolytic("470 µF", "Current of the LED panel."), Usb, Ground);
        foreach (string button in (string[])["BTN_PATTERN", "BTN_TRAIN", "BTN_RECALL"])
        {
            // Pull-downs, for two of these pins must be low at reset.
            d.AddTwoTerminal(Name, "SW", Catalogue.Button, Logic, button);
            d.AddTwoTerminal(
                Name, "R", Catalogue.Resistor("10 kΩ", "The button rests low; GPIO 2 and 12 must be low at reset."), button, Ground);
        }

        d.Add(
            Name, "SW", Catalogue.EmergencyStop,
            new Pin("11", "NC1", PinKind.Passive, "PULSE_EN"), new Pin("12", "NC2", PinKind.Passive, "PULSE_EN_S"),
            new Pin("23", "NO1", PinKind.Passive, "DAC_CLR"), new Pin("24", "NO2", PinKind.Passive, Ground));
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("1 kΩ", "Lets the emergency stop win over the GPIO."), "DAC_CLR_IO", "DAC_CLR");
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("100 kΩ", "The gate rests off with the stop pressed."), "PULSE_EN_S", Ground);

        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("100 kΩ", "6.5 V shows as 2.33 V."), PulsePositive, "SUPPLY_MON");
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("56 kΩ", "6.5 V shows as 2.33 V."), "SUPPLY_MON", Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "The ESP32's ADC wants a low impedance."), "SUPPLY_MON", Ground);
        for (int k = 1; k <= BoardDesigner.Nodes; k++)
        {
            d.Add(
                Name,
                "D",
                Catalogue.Npn with
                {
                    Value = "1N4148W",
                    PartNumber = "1N4148WT",
                    Package = "SOD-523",
                    Why = "The highest positive terminal shows.",
                    Alternatives = "any small-signal diode",
                },
                new Pin("1", "K", PinKind.Passive, "PULSE_MAX"),
                new Pin("2", "A", PinKind.Passive, $"T_{k}"));
        }

        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("22 kΩ", "A pulse of 5 V shows as 1.35 V."), "PULSE_MAX", "PULSE_MON");
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("10 kΩ", "A pulse of 5 V shows as 1.35 V."), "PULSE_MON", Ground);
    }
}
