namespace MagHopfield.Hardware.Drawing;

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
