using System.Globalization;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Parts;
using MagHopfield.Instrument.Board;
using static MagHopfield.Hardware.Sheets.Rails;

namespace MagHopfield.Hardware.Sheets;

/// <summary>
/// The controller: every net of a GPIO by the numbers of <see cref="BoardPins"/>, and the resistors that hold them at reset.
/// </summary>
public static class ControllerSheet
{
    private const string Name = "controller";

    // The two rows of the ESP32-DevKitC, left from the antenna down as 1 … 19, right as 20 … 38.
    private static readonly string[] Labels =
    [
        "3V3", "EN", "36", "39", "34", "35", "32", "33", "25", "26", "27", "14", "12", "GND", "13", "SD2", "SD3", "CMD", "5V",
        "GND", "23", "22", "TX0", "RX0", "21", "GND", "19", "18", "5", "17", "16", "4", "0", "2", "15", "SD1", "SD0", "CLK",
    ];

    /// <summary>Net of each GPIO that the firmware uses.</summary>
    public static IReadOnlyDictionary<int, string> Nets { get; } = CreateNets();

    internal static void AddTo(BoardDesign d)
    {
        d.Add(
            Name,
            "U",
            Catalogue.Controller,
            [.. Labels.Select((label, i) => ControllerPin((i + 1).ToString(CultureInfo.InvariantCulture), label))]);
        foreach (string select in Nets.Values.Where(n => n.StartsWith("CS_", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            d.AddTwoTerminal(Name, "R", Catalogue.Resistor("10 kΩ", "No chip is selected while the pins float."), Logic, select);

        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("10 kΩ", "The gate rests off while the pin floats."), "PULSE_EN", Ground);
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("10 kΩ", "The DACs rest cleared while the pin floats."), "DAC_CLR", Ground);
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("100 kΩ", "MISO rests high while no chip is selected."), Logic, "MEAS_MISO");
        d.AddTwoTerminal(Name, "R", Catalogue.Resistor("100 kΩ", "MISO rests high while no chip is selected."), Logic, "DAC_MISO");
        d.Add(
            Name, "J", Catalogue.SerialConnector,
            new Pin("1", "GND", PinKind.Passive, Ground), new Pin("2", "TX", PinKind.Passive, Nets[BoardPins.SerialTransmit]),
            new Pin("3", "RX", PinKind.Passive, Nets[BoardPins.SerialReceive]), new Pin("4", "3V3", PinKind.Passive, Logic));
    }

    // After all other parts, so that these keep their numbers.
    internal static void AddMemoryTo(BoardDesign d)
    {
        d.Add(
            Name, "U", Catalogue.Memory,
            new Pin("1", "CS", PinKind.Input, Nets[BoardPins.MemorySelect]), new Pin("2", "SO", PinKind.TriState, "MEAS_MISO"),
            new Pin("3", "WP", PinKind.Input, Logic), new Pin("4", "VSS", PinKind.PowerIn, Ground), new Pin(
                "5", "SI", PinKind.Input, "MEAS_MOSI"),
            new Pin(
                "6",
                "SCK",
                PinKind.Input,
                "MEAS_SCLK"), new Pin("7", "HOLD", PinKind.Input, Logic), new Pin("8", "VDD", PinKind.PowerIn, Logic));
        d.AddTwoTerminal(Name, "C", Catalogue.Ceramic("100 nF", "VDD of the FRAM."), Logic, Ground);
        d.AddTwoTerminal(
            Name,
            "R",
            Catalogue.Resistor("10 kΩ", "Not selected while the pin floats; GPIO 0 must be high at reset."),
            Logic,
            Nets[BoardPins.MemorySelect]);
    }

    private static Pin ControllerPin(string number, string label)
    {
        if (int.TryParse(label, CultureInfo.InvariantCulture, out int gpio))
            return new Pin(number, $"IO{label}", PinKind.Bidirectional, Nets.GetValueOrDefault(gpio));

        return label switch
        {
            "3V3" => new Pin(number, label, PinKind.PowerOut, Logic),
            "5V" => new Pin(number, label, PinKind.PowerOut, Usb),
            "GND" => new Pin(number, label, PinKind.Passive, Ground),
            _ => new Pin(number, label, PinKind.Passive, null),
        };
    }

    private static Dictionary<int, string> CreateNets()
    {
        Dictionary<int, string> nets = new()
        {
            [BoardPins.MeasureMosi] = "MEAS_MOSI",
            [BoardPins.MeasureMiso] = "MEAS_MISO",
            [BoardPins.MeasureSclk] = "MEAS_SCLK",
            [BoardPins.DacMosi] = "DAC_MOSI",
            [BoardPins.DacMiso] = "DAC_MISO",
            [BoardPins.DacSclk] = "DAC_SCLK",
            [BoardPins.AdcSelect] = "CS_ADC",
            [BoardPins.DacSelect(0)] = "CS_DAC1",
            [BoardPins.PulseSwitchSelect(0)] = "CS_PSW1",
            [BoardPins.MemorySelect] = "MEM_CS",
            [BoardPins.PulseEnable] = "PULSE_EN",
            [BoardPins.DacClear] = "DAC_CLR_IO",
            [BoardPins.LedData] = "LED_DATA",
            [BoardPins.SerialTransmit] = "UART_TX",
            [BoardPins.SerialReceive] = "UART_RX",
            [BoardPins.SupplyMonitor] = "SUPPLY_MON",
            [BoardPins.PulseMonitor] = "PULSE_MON",
            [BoardPins.ButtonPattern] = "BTN_PATTERN",
            [BoardPins.ButtonTrain] = "BTN_TRAIN",
            [BoardPins.ButtonRecall] = "BTN_RECALL",
        };
        for (int k = 0; k < BoardDesigner.Nodes; k++)
            nets.Add(BoardPins.NodeSwitchSelect(k), $"CS_SW{k + 1}");

        return nets;
    }
}
