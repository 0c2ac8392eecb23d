using System.Text;
using MagHopfield.Instrument.Board;

namespace MagHopfield.RaspberryPi.Wiring;

/// <summary>Every wire of the head. The socket is named by the GPIO of the ESP32 that was there (<see cref="BoardPins"/>).</summary>
public static class WiringTable
{
    private const string Stop = "emergency stop SW4, contact 12";

    /// <summary>All wires, by the pin of the header.</summary>
    public static IReadOnlyList<WiringRow> Rows { get; } = [.. CreateRows().OrderBy(row => row.HeaderPin)];

    /// <summary>What the head calls a GPIO in its messages: net and pin of the header.</summary>
    /// <param name="gpio">GPIO that is wired.</param>
    public static string Describe(int gpio)
    {
        int pin = PiHeader.PinOf(gpio);
        return FormattableString.Invariant($"GPIO {gpio} ({Rows.Single(row => row.HeaderPin == pin).Net}, header pin {pin})");
    }

    /// <summary>The table as Markdown, as it stands in hardware/raspberry-pi.md.</summary>
    public static string Markdown()
    {
        StringBuilder text = new("| header pin | is | net | goes to | note |\n|---|---|---|---|---|\n");
        foreach (WiringRow row in Rows)
            text.Append(FormattableString.Invariant($"| {row.HeaderPin} | {row.HeaderName} | `{row.Net}` | {row.Socket} | {row.Note} |\n"));

        return text.ToString();
    }

    private static List<WiringRow> CreateRows()
    {
        List<WiringRow> rows =
        [
            new(1, "+3V3", "3V3", WiringGroup.Supply, "logic of the board, some 10 mA"),
            new(2, "+5VUSB", "5V", WiringGroup.Supply, "LED panel, 160 mA with all LEDs lit"),
            new(6, "AGND", "GND", WiringGroup.Supply, ""),
            new(25, "AGND", "GND", WiringGroup.Supply, "beside the pulse bus"),
            new(39, "AGND", "GND", WiringGroup.Supply, "beside the measuring bus"),
            Wire(PiPins.PulseEnable, "PULSE_EN", BoardPins.PulseEnable, WiringGroup.Pulse, "through the one-shot XU1, XU2 (below)"),
            new(PiHeader.PinOf(PiPins.PulseReadBack), "PULSE_EN_S", Stop, WiringGroup.Pulse, "the pulse is read back here, bit by bit"),
            new(PiHeader.PinOf(PiPins.PulseRest), "PULSE_EN_S", Stop, WiringGroup.Pulse, "the same, as a level: the gate at rest"),
            Wire(PiPins.DacClear, "DAC_CLR_IO", BoardPins.DacClear, WiringGroup.Dac, "low: DAC at 0 V"),
            Wire(PiPins.DacMosi, "DAC_MOSI", BoardPins.DacMosi, WiringGroup.Dac, ""),
            Wire(PiPins.DacMiso, "DAC_MISO", BoardPins.DacMiso, WiringGroup.Dac, ""),
            Wire(PiPins.DacSclk, "DAC_SCLK", BoardPins.DacSclk, WiringGroup.Dac, "1 MHz"),
            Wire(PiPins.DacSelect, "CS_DAC1", BoardPins.DacSelect(0), WiringGroup.Dac, ""),
            Wire(PiPins.MeasureMosi, "MEAS_MOSI", BoardPins.MeasureMosi, WiringGroup.Measure, ""),
            Wire(PiPins.MeasureMiso, "MEAS_MISO", BoardPins.MeasureMiso, WiringGroup.Measure, ""),
            Wire(
                PiPins.MeasureSclk,
                "MEAS_SCLK",
                BoardPins.MeasureSclk,
                WiringGroup.Measure,
                "5 MHz; 20 cm at most, twisted with its ground"),
            Wire(PiPins.AdcSelect, "CS_ADC", BoardPins.AdcSelect, WiringGroup.Measure, ""),
            Wire(PiPins.PulseSwitchSelect, "CS_PSW1", BoardPins.PulseSwitchSelect(0), WiringGroup.Measure, ""),
            Wire(PiPins.MemorySelect, "MEM_CS", BoardPins.MemorySelect, WiringGroup.Measure, ""),
            Wire(PiPins.LedData, "LED_DATA", BoardPins.LedData, WiringGroup.Operator, ""),
            Wire(PiPins.ButtonPattern, "BTN_PATTERN", BoardPins.ButtonPattern, WiringGroup.Operator, ""),
            Wire(PiPins.ButtonTrain, "BTN_TRAIN", BoardPins.ButtonTrain, WiringGroup.Operator, ""),
            Wire(PiPins.ButtonRecall, "BTN_RECALL", BoardPins.ButtonRecall, WiringGroup.Operator, ""),
        ];
        for (int node = 0; node < PiPins.NodeCount; node++)
        {
            rows.Add(Wire(
                PiPins.NodeSwitchSelect(node),
                FormattableString.Invariant($"CS_SW{node + 1}"),
                BoardPins.NodeSwitchSelect(node),
                WiringGroup.Measure,
                ""));
        }

        return rows;
    }

    private static WiringRow Wire(int gpio, string net, int esp32, WiringGroup group, string note) =>
        new(PiHeader.PinOf(gpio), net, FormattableString.Invariant($"IO{esp32}"), group, note);
}
