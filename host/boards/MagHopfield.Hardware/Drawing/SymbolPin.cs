using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>A pin of a symbol.</summary>
/// <param name="Pin">The pin.</param>
/// <param name="X">Where a wire meets it, in millimetres from the symbol's middle, to the right.</param>
/// <param name="Y">The same, upward.</param>
/// <param name="Side">Side it leaves on.</param>
public sealed record SymbolPin(Pin Pin, double X, double Y, PinSide Side);

/// <summary>The side of a symbol that a pin leaves on.</summary>
public enum PinSide
{
    /// <summary>Left.</summary>
    Left,

    /// <summary>Top.</summary>
    Top,

    /// <summary>Right.</summary>
    Right,

    /// <summary>Bottom.</summary>
    Bottom,
}
