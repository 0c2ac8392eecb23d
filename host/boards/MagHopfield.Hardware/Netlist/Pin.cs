namespace MagHopfield.Hardware.Netlist;

/// <summary>A pin of a part and the net it lies on.</summary>
/// <param name="Number">Number on the package.</param>
/// <param name="Name">Name in the data sheet.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Net">Its net, or null where it is deliberately left open.</param>
public sealed record Pin(string Number, string Name, PinKind Kind, string? Net);

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
