using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Parts;

/// <summary>
/// Every part the board is made of, with the reason for its tolerance. Prices are rough figures by class, not quotations.
/// </summary>
public static class Catalogue
{
    /// <summary>Controller with USB, 3.3 V regulator and antenna.</summary>
    public static BomItem Controller { get; } = new(
        "ESP32-DevKitC", "Espressif", "ESP32-DevKitC-32E", "2×19 pins", "",
        "A WROOM-32E module (GPIO 16 and 17 free, no PSRAM) with USB for flashing and a 3.3 V regulator.",
        "any ESP32-WROOM-32 board with 38 pins in this order", CostClass.ControlAndDisplay, 10);

    /// <summary>The ADC.</summary>
    public static BomItem Adc { get; } = new(
        "AD7124-8", "Analog Devices", "AD7124-8BCPZ", "LFCSP-32", "gain drift 1 ppm/°C typ.",
        "24 bit, gain 128, two excitation currents; 23 nV rms at 9.4 SPS.", "AD7124-8BBCPZ (B/W grade)", CostClass.AnalogChips, 14);

    /// <summary>The DAC.</summary>
    public static BomItem Dac { get; } = new(
        "AD5754R", "Analog Devices", "AD5754RBREZ", "TSSOP-24-EP", "TUE 0.1 % of range",
        "Four ±5 V levels of 16 bit with reference; the pulse amplitude needs 0.1 %.",
        "AD5754BREZ with an external 2.5 V reference",
        CostClass.AnalogChips,
        25);

    /// <summary>Force and sense switches of a node.</summary>
    public static BomItem NodeSwitch { get; } = new(
        "ADGS1414D", "Analog Devices", "ADGS1414DBCCZ", "LGA-30", "R_ON 3.3 Ω typ., 4 Ω max. at ±5 V",
        "Eight SPST switches with CRC on SPI, off leakage 0.03 nA typ.; R_ON drops out of the four-wire reading.",
        "ADGS2414D, ADGS6414D (same pins)", CostClass.AnalogChips, 12);

    /// <summary>Pulse switches.</summary>
    public static BomItem PulseSwitch { get; } = new(
        "ADGS6414D", "Analog Devices", "ADGS6414DBCCZ", "LGA-30", "R_ON 0.56 Ω typ.",
        "The pulse passes it: up to 0.5 A for 200 µs; the ADGS1414D's absolute maximum is 0.55 A for 1 ms at 10 % duty, too near.",
        "ADGS1612 (quad, 1 Ω)", CostClass.AnalogChips, 14);

    /// <summary>Pulse driver.</summary>
    public static BomItem Driver { get; } = new(
        "OPA561", "Texas Instruments", "OPA561PWP", "HTSSOP-20-EP", "current limit ±5 %",
        "1.2 A amplifier with a current limit set by one resistor and an enable pin: the limit is hardware.",
        "LT1970 (sink and source limits by voltage)", CostClass.AnalogChips, 12);

    /// <summary>Shunt of a node.</summary>
    public static BomItem Shunt { get; } = new(
        "50 Ω 0.01 %", "Vishay Foil Resistors", "Y162550R0000T9R", "1206", "0.01 %, 0.2 ppm/°C",
        "Its error is an error of G, one to one; 0.01 % leaves the budget of 0.05 % to the rest (docs in error-budget.md).",
        "0.1 %, 5 ppm/°C thin film (Susumu RG2012N) after the shunt calibration against R_REF", CostClass.PrecisionResistors, 12);

    /// <summary>Reference resistor.</summary>
    public static BomItem Reference { get; } = Shunt with
    {
        Why = "The one resistor that carries the ohm: all of G scales with it.",
        Alternatives = "none cheaper; a calibrated 0.1 % part with its measured value entered in the settings",
    };

    /// <summary>Regulator of the positive pulse supply.</summary>
    public static BomItem PositiveRegulator { get; } = new(
        "LM317",
        "Texas Instruments",
        "LM317KCS",
        "TO-220",
        "",
        "+6.5 V for drivers, DAC and pulse switches: the OPA561 needs 1 V above 5 V at 0.5 A.",
        "LT1086",
        CostClass.Supply, 1);

    /// <summary>Regulator of the negative pulse supply.</summary>
    public static BomItem NegativeRegulator { get; } = new(
        "LM337", "Texas Instruments", "LM337KCS", "TO-220", "", "−6.5 V, as the LM317.", "LT1033", CostClass.Supply, 1.2);

    /// <summary>Regulator of the switches' positive supply.</summary>
    public static BomItem PositiveFive { get; } = new(
        "78L05", "Texas Instruments", "UA78L05ACPK", "SOT-89", "5 %", "+5 V of the measuring switches, a few milliamperes.", "any 78L05",
        CostClass.Supply, 0.5);

    /// <summary>Regulator of the switches' negative supply.</summary>
    public static BomItem NegativeFive { get; } = new(
        "79L05", "Texas Instruments", "UA79L05ACPK", "SOT-89", "5 %", "−5 V of the measuring switches.", "any 79L05", CostClass.Supply,
        0.6);

    /// <summary>Regulator of the ADC's positive supply.</summary>
    public static BomItem PositiveAdc { get; } = new(
        "MCP1700-1.8", "Microchip", "MCP1700T-1802E/TT", "SOT-23", "2 %", "+1.8 V of the ADC, so that its inputs swing about ground.",
        "LP2985-18", CostClass.Supply, 0.5);

    /// <summary>Regulator of the ADC's negative supply.</summary>
    public static BomItem NegativeAdc { get; } = new(
        "LM337L", "Texas Instruments", "LM337LMX", "SOIC-8", "4 %", "−1.8 V of the ADC by two resistors.", "LT1964", CostClass.Supply, 1);

    /// <summary>Input protection diodes.</summary>
    public static BomItem Clamp { get; } = new(
        "BAV199", "Nexperia", "BAV199", "SOT-23", "leakage 3 pA typ.",
        "Holds an ADC input within a diode's drop of its supplies; its leakage through 1 kΩ is nothing.",
        "BAV199 of any maker",
        CostClass.Passives,
        0.1);

    /// <summary>Clamp of a driver's output against its rails.</summary>
    public static BomItem DriverClamp { get; } = new(
        "BAT54S",
        "Nexperia",
        "BAT54S",
        "SOT-23",
        "0.6 A for 10 ms",
        "Takes the current of the cable's inductance when a driver lets go of a short: the output stays within a diode's drop of its "
        + "rails.",
        "BAT54S of any maker", CostClass.Passives, 0.1);

    /// <summary>Reverse polarity protection.</summary>
    public static BomItem Schottky { get; } = new(
        "SS14", "onsemi", "SS14", "SMA", "", "A supply plugged in the wrong way round does nothing.", "any 1 A Schottky", CostClass.Supply,
        0.2);

    /// <summary>Resettable fuse.</summary>
    public static BomItem Fuse { get; } = new(
        "0.5 A",
        "Littelfuse",
        "1206L050YR",
        "1206",
        "",
        "Bounds what a fault can draw for longer than a pulse; the pulses come from the bulk capacitors.",
        "any 0.5 A resettable fuse",
        CostClass.Supply, 0.4);

    /// <summary>Memory of settings, calibration and weights.</summary>
    public static BomItem Memory { get; } = new(
        "MB85RS256B", "Fujitsu (RAMXEED)", "MB85RS256BPNF-G-JNERE1", "SOP-8", "",
        "Keeps each byte without power from the moment it came, needs no erasing and does not wear out; modes 0 and 3 of SPI as the "
        + "measuring bus has them.",
        "MB85RS256TY", CostClass.ControlAndDisplay, 3);

    /// <summary>Level shifter of the LED data line.</summary>
    public static BomItem LedBuffer { get; } = new(
        "74AHCT1G125", "Texas Instruments", "SN74AHCT1G125DBVR", "SOT-23-5", "", "WS2812 LEDs at 5 V want 3.5 V as a one.", "74HCT1G125",
        CostClass.ControlAndDisplay, 0.3);

    /// <summary>LED panel.</summary>
    public static BomItem LedPanel { get; } = new(
        "8×8 WS2812", "Worldsemi", "WS2812B-64", "connector", "", "Shows the 2×2 pattern or a letter on 5×7.", "any 8×8 WS2812B panel",
        CostClass.ControlAndDisplay, 8);

    /// <summary>Push button.</summary>
    public static BomItem Button { get; } = new(
        "push button", "Omron", "B3F-1000", "6 mm", "", "Operates the instrument with no computer.", "any 6 mm push button",
        CostClass.ControlAndDisplay, 0.3);

    /// <summary>Emergency stop, two poles.</summary>
    public static BomItem EmergencyStop { get; } = new(
        "emergency stop",
        "IDEC",
        "AVW401-R with 1NC + 1NO",
        "panel",
        "",
        "Breaks PULSE_EN and pulls DAC_CLR low by contacts, with no software between.",
        "any latching 1NC + 1NO",
        CostClass.ControlAndDisplay, 15);

    /// <summary>NPN of the gate shifter.</summary>
    public static BomItem Npn { get; } = new(
        "MMBT3904", "onsemi", "MMBT3904LT1G", "SOT-23", "", "Shifts the pulse gate to the negative supply.", "BC847", CostClass.Passives,
        0.05);

    /// <summary>PNP of the gate shifter.</summary>
    public static BomItem Pnp { get; } = Npn with { Value = "MMBT3906", PartNumber = "MMBT3906LT1G", Alternatives = "BC857" };

    /// <summary>MOSFET that holds the drivers off.</summary>
    public static BomItem Mosfet { get; } = Npn with
    {
        Value = "2N7002",
        PartNumber = "2N7002LT1G",
        Why = "Holds all drivers off until the gate says otherwise: an open E/S pin would enable them.",
        Alternatives = "BSS138",
    };

    /// <summary>Connector of the film's force and sense leads.</summary>
    /// <param name="nodes">Nodes N.</param>
    public static BomItem FilmConnector(int nodes) => new(
        "film", "Harting", "IDC 2.54 mm", $"2×{nodes + 1}", "", "Force and sense of a node side by side, twisted, ground at both ends.",
        "any", CostClass.Connectors, 2);

    /// <summary>Connector of the gold layer.</summary>
    /// <param name="nodes">Nodes N.</param>
    public static BomItem GoldConnector(int nodes) => FilmConnector(nodes) with
    {
        Value = "gold",
        Package = $"2×{nodes}",
        Why = "Terminals of the gold layer, each beside its ground return.",
    };

    /// <summary>Supply input.</summary>
    public static BomItem SupplyConnector { get; } = new(
        "±9 V", "Phoenix Contact", "MKDS 1,5/3-5,08", "3 poles", "", "±9 V from a laboratory supply or two adapters, current limit 0.5 A.",
        "any", CostClass.Connectors, 1);

    /// <summary>Serial console.</summary>
    public static BomItem SerialConnector { get; } = new(
        "UART 2", "Harting", "pin header 1×4", "1×4", "", "SCPI where the USB port belongs to the debugger.", "any", CostClass.Connectors,
        0.3);

    /// <summary>An ordinary resistor.</summary>
    /// <param name="value">Value as printed.</param>
    /// <param name="why">What for.</param>
    public static BomItem Resistor(string value, string why) =>
        new(value, "Yageo", "RC0805FR-07", "0805", "1 %", why, "any 1 %", CostClass.Passives, 0.02);

    /// <summary>A ceramic capacitor.</summary>
    /// <param name="value">Value as printed.</param>
    /// <param name="why">What for.</param>
    public static BomItem Ceramic(string value, string why) =>
        new(value, "Murata", "GRM21", "0805", "10 %, X7R (C0G below 100 nF)", why, "any", CostClass.Passives, 0.1);

    /// <summary>An electrolytic capacitor.</summary>
    /// <param name="value">Value as printed.</param>
    /// <param name="why">What for.</param>
    public static BomItem Electrolytic(string value, string why) =>
        new(value, "Panasonic", "EEU-FR", "radial", "20 %", why, "any low-ESR type", CostClass.Passives, 0.5);
}
