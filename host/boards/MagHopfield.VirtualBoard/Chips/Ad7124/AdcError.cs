namespace MagHopfield.VirtualBoard.Chips.Ad7124;

/// <summary>Bits of ERROR and ERROR_EN of the AD7124 that the model sets.</summary>
[Flags]
public enum AdcError
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A write whose check byte is wrong.</summary>
    SpiCrc = 1 << 2,

    /// <summary>A write to a register that does not exist or is read only.</summary>
    SpiWrite = 1 << 3,

    /// <summary>A read of a register that does not exist.</summary>
    SpiRead = 1 << 4,

    /// <summary>A frame that ended inside a command.</summary>
    SclkCount = 1 << 5,

    /// <summary>A command while the chip was starting.</summary>
    SpiIgnore = 1 << 6,

    /// <summary>No reference.</summary>
    ReferenceDetect = 1 << 11,

    /// <summary>Negative input below its supply.</summary>
    NegativeInputUnder = 1 << 12,

    /// <summary>Negative input above its supply.</summary>
    NegativeInputOver = 1 << 13,

    /// <summary>Positive input below its supply.</summary>
    PositiveInputUnder = 1 << 14,

    /// <summary>Positive input above its supply.</summary>
    PositiveInputOver = 1 << 15,

    /// <summary>The modulator was driven beyond its range.</summary>
    Saturation = 1 << 16,

    /// <summary>A code at the end of the scale.</summary>
    Conversion = 1 << 17,

    /// <summary>A calibration out of range.</summary>
    Calibration = 1 << 18,
}
