namespace MagHopfield.Hardware.Netlist;

/// <summary>A line of the bill of materials.</summary>
/// <param name="Value">Value or function, as printed beside the symbol.</param>
/// <param name="Manufacturer">Who makes it.</param>
/// <param name="PartNumber">Manufacturer's part number. Order suffixes are to be confirmed with the supplier.</param>
/// <param name="Package">Package.</param>
/// <param name="Tolerance">Tolerance and temperature coefficient where they matter, else empty.</param>
/// <param name="Why">Why this part and this tolerance.</param>
/// <param name="Alternatives">What may be used instead.</param>
/// <param name="Class">Class of cost.</param>
/// <param name="Euro">Rough price of one in euro, by class, not a quotation.</param>
public sealed record BomItem(
    string Value,
    string Manufacturer,
    string PartNumber,
    string Package,
    string Tolerance,
    string Why,
    string Alternatives,
    CostClass Class,
    double Euro);

/// <summary>Classes of cost of the bill of materials.</summary>
public enum CostClass
{
    /// <summary>ADC, DAC, switches, drivers.</summary>
    AnalogChips,

    /// <summary>Shunts and reference resistor.</summary>
    PrecisionResistors,

    /// <summary>ESP32 module, LEDs, buttons.</summary>
    ControlAndDisplay,

    /// <summary>Regulators and protection.</summary>
    Supply,

    /// <summary>Ordinary resistors, capacitors, transistors, diodes.</summary>
    Passives,

    /// <summary>Connectors.</summary>
    Connectors,
}
