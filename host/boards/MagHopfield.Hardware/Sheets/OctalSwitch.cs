using MagHopfield.Hardware.Netlist;
using static MagHopfield.Hardware.Sheets.Rails;

namespace MagHopfield.Hardware.Sheets;

/// <summary>Pins of an octal SPI switch (ADGS1414D data sheet, Table 10; the ADGS6414D has the same).</summary>
internal static class OctalSwitch
{
    private static readonly string[] Sources = ["3", "4", "6", "7", "18", "19", "21", "22"];
    private static readonly string[] Drains = ["1", "2", "8", "9", "16", "17", "23", "24"];

    /// <summary>The pins.</summary>
    /// <param name="select">Net of CS.</param>
    /// <param name="positive">Net of VDD.</param>
    /// <param name="negative">Net of VSS.</param>
    /// <param name="switches">Nets of source and drain of SW1, SW2, …; the rest stays open.</param>
    public static IReadOnlyList<Pin> Pins(
        string select, string positive, string negative, params IReadOnlyList<(string Source, string Drain)> switches)
    {
        List<Pin> pins = [];
        for (int i = 0; i < 8; i++)
        {
            pins.Add(new Pin(Sources[i], $"S{i + 1}", PinKind.Passive, i < switches.Count ? switches[i].Source : null));
            pins.Add(new Pin(Drains[i], $"D{i + 1}", PinKind.Passive, i < switches.Count ? switches[i].Drain : null));
        }

        pins.AddRange(
        [
            new Pin("5", "VSS", PinKind.PowerIn, negative), new Pin("31", "EP", PinKind.Passive, negative),
            new Pin("10", "VDD", PinKind.PowerIn, positive), new Pin("30", "VDD", PinKind.PowerIn, positive),
            new Pin("11", "GND", PinKind.PowerIn, Ground), new Pin("29", "GND", PinKind.PowerIn, Ground),
            new Pin("12", "RESET/VL", PinKind.PowerIn, Logic), new Pin("28", "RESET/VL", PinKind.PowerIn, Logic),
            new Pin("13", "SDO", PinKind.TriState, "MEAS_MISO"), new Pin("27", "SDI", PinKind.Input, "MEAS_MOSI"),
            new Pin("14", "SCLK", PinKind.Input, "MEAS_SCLK"), new Pin("26", "SCLK", PinKind.Passive, null),
            new Pin("15", "CS", PinKind.Input, select), new Pin("25", "CS", PinKind.Passive, null),
            new Pin("20", "NIC", PinKind.Passive, null),
        ]);
        return pins;
    }
}
