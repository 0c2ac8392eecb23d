namespace MagHopfield.Hardware.Netlist;

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
