using System;

namespace MagHopfield.Instrument.Chips.Ad7124;

/// <summary>Bits of the ERROR register, and <see cref="OutOfRange"/> for a result at an end of the scale.</summary>
[Flags]
public enum Fault
{
    /// <summary>No fault.</summary>
    None = 0,

    /// <summary>ROM check failed.</summary>
    RomCrc = 1 << 0,

    /// <summary>Register memory check failed.</summary>
    MemoryMapCrc = 1 << 1,

    /// <summary>Check byte of a frame was wrong.</summary>
    SpiCrc = 1 << 2,

    /// <summary>Write to a register that does not exist or cannot be written.</summary>
    SpiWrite = 1 << 3,

    /// <summary>Read of a register that does not exist.</summary>
    SpiRead = 1 << 4,

    /// <summary>Frame had a wrong number of clocks.</summary>
    SpiClockCount = 1 << 5,

    /// <summary>Frame came while the chip could not listen.</summary>
    SpiIgnored = 1 << 6,

    /// <summary>Modulator saturated: the input is far out of range.</summary>
    Saturated = 1 << 16,

    /// <summary>Conversion failed.</summary>
    Conversion = 1 << 17,

    /// <summary>Calibration failed.</summary>
    Calibration = 1 << 18,

    /// <summary>Result at an end of the scale (not a bit of the chip).</summary>
    OutOfRange = 1 << 24,
}
