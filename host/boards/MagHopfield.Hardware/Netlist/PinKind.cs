namespace MagHopfield.Hardware.Netlist;

/// <summary>What a pin does electrically; the names of KiCad's schematic format.</summary>
public enum PinKind
{
    /// <summary>A terminal of a resistor, capacitor, switch or connector.</summary>
    Passive,

    /// <summary>A logic or analog input.</summary>
    Input,

    /// <summary>An output that always drives its net.</summary>
    Output,

    /// <summary>An output that lets go of its net when its chip is not selected.</summary>
    TriState,

    /// <summary>Input and output.</summary>
    Bidirectional,

    /// <summary>Takes supply current.</summary>
    PowerIn,

    /// <summary>Gives supply current.</summary>
    PowerOut,
}
