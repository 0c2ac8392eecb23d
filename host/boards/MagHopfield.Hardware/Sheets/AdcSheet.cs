using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Parts;
using MagHopfield.Instrument.Board;
using static MagHopfield.Hardware.Sheets.Rails;

namespace MagHopfield.Hardware.Sheets;

/// <summary>
/// ADC, reference resistor and the protection of its inputs. Each measuring input passes 1 kΩ to a pair of diodes at ±1.8 V and to the
/// filter capacitor: what the switches let through by a fault is bounded to 5 mA. Pin numbers of the AD7124-8 are to be confirmed in the
/// data sheet before a layout (pins 1 … 8 are).
/// </summary>
internal static class AdcSheet
{
    private const string Name = "adc";

    public static void AddTo(BoardDesign d)
    {
        (string Number, int Input)[] inputs =
            [
                ("4", 0), ("5", 1), ("6", 2), ("7", 3), ("8", 4), ("9", 5), ("10", 6), ("11", 7), ("14", 8), ("15", 9), ("16", 10),
                ("17", 11), ("18", 12), ("19", 13), ("20", 14), ("21", 15),
            ];
        string?[] nets =
            [
                "AIN0", "AIN1", "AIN2", Ground, "AIN4",
                .. Enumerable.Range(0, MonitorInputs.MostTerminals).Select(k => k < BoardDesigner.Nodes ? $"AIN{5 + k}" : null), "AIN14",
                "AIN15",
            ];
        d.Add(
            Name, "U", Catalogue.Adc,
            [
                new Pin(
                    "1",
                    "REGCAPD",
                    PinKind.Passive,
                    "REGCAPD"), new Pin("2", "IOVDD", PinKind.PowerIn, Logic), new Pin("3", "DGND", PinKind.PowerIn, Ground),
                .. inputs.Select(i => new Pin(i.Number, $"AIN{i.Input}", PinKind.Passive, nets[i.Input])),
                new Pin("12", "REFIN1(+)", PinKind.Passive, null), new Pin("13", "REFIN1(-)", PinKind.Passive, null),
                new Pin("22", "REFOUT", PinKind.Passive, "REFOUT"), new Pin("23", "AVSS", PinKind.PowerIn, AdcNegative), new Pin(
                    "24", "REGCAPA", PinKind.Passive, "REGCAPA"),
                new Pin("25", "PSW", PinKind.Passive, null), new Pin(
                    "26", "AVDD", PinKind.PowerIn, AdcPositive), new Pin("27", "SYNC", PinKind.Input, Logic),
                new Pin(
                    "28",
                    "DOUT/RDY",
                    PinKind.TriState,
                    "MEAS_MISO"), new Pin("29", "DIN", PinKind.Input, "MEAS_MOSI"), new Pin("30", "SCLK", PinKind.Input, "MEAS_SCLK"),
                new Pin("31", "CLK", PinKind.Passive, null), new Pin("32", "CS", PinKind.Input, "CS_ADC"), new Pin(
                    "33", "EP", PinKind.Passive, AdcNegative),
            ]);
        foreach (
            (string bus, string pin) in ((string, string)[])[("SENSE_P", "AIN0"), ("SENSE_N", "AIN1"), ("RTN", "AIN2"), ("SRC", "AIN4")])
        {
            string value = bus == "SRC" ? "100 Ω" : "1 kΩ";
            d.AddTwoTerminal(Name, "R", Catalogue.Resistor(value, "Bounds the current into the ADC's protection diodes."), bus, pin);
            d.Add(
                Name, "D", Catalogue.Clamp,
                new Pin(
                    "1",
                    "A1",
                    PinKind.Passive,
                    AdcNegative), new Pin("2", "K2", PinKind.Passive, AdcPositive), new Pin("3", "K1A2", PinKind.Passive, pin));
        }

        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("10 nF C0G", "Filter of the measured voltage with 2 × 1 kΩ: 20 µs."), "AIN0", "AIN1");
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("1 nF C0G", "Common-mode filter, a tenth of the differential one."), "AIN0", Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("1 nF C0G", "Common-mode filter, a tenth of the differential one."), "AIN1", Ground);
        d.AddTwoTerminal(Name, "R", Catalogue.Reference, "RTN", Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "REGCAPA, as the data sheet asks."), "REGCAPA", AdcNegative);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "REGCAPD, as the data sheet asks."), "REGCAPD", Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "REFOUT."), "REFOUT", AdcNegative);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "AVDD."), AdcPositive, Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "AVSS."), AdcNegative, Ground);
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "IOVDD."), Logic, Ground);
    }

    /// <summary>
    /// Dividers of the gold terminals and of the drivers' rails at the monitor inputs. After all other parts, so that these keep their
    /// numbers.
    /// </summary>
    public static void AddMonitorTo(BoardDesign d, int nodes)
    {
        for (int k = 0; k < nodes; k++)
        {
            Divider(
                d,
                $"T_{k + 1}",
                $"AIN{(int)MonitorInputs.Terminal(k)}",
                "Test path of a pulse switch: a gold terminal at 6.88 V shows as 1.28 V, within the ADC's supplies.");
        }

        Divider(d, PulseNegative, $"AIN{(int)MonitorInputs.Rail(false)}", "−6.5 V shows as −1.20 V.");
        Divider(d, PulsePositive, $"AIN{(int)MonitorInputs.Rail(true)}", "6.5 V shows as 1.20 V.");
    }

    private static void Divider(BoardDesign d, string net, string input, string why)
    {
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("330 kΩ", why), net, input);
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("75 kΩ", why), input, Ground);
    }
}
