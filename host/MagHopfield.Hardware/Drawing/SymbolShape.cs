namespace MagHopfield.Hardware.Drawing;

/// <summary>What the body of a symbol looks like.</summary>
public enum SymbolShape
{
    /// <summary>A box with names of pins.</summary>
    Box,

    /// <summary>A resistor or fuse.</summary>
    Resistor,

    /// <summary>A capacitor.</summary>
    Capacitor,

    /// <summary>A diode, cathode left.</summary>
    Diode,

    /// <summary>A push button.</summary>
    Switch,
}
