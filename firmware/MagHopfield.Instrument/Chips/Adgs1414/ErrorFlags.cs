using System;

namespace MagHopfield.Instrument.Chips.Adgs1414;

/// <summary>Bits of ERR_FLAGS and, as switches of the same checks, of ERR_CONFIG.</summary>
[Flags]
public enum ErrorFlags : byte
{
    /// <summary>No error.</summary>
    None = 0,

    /// <summary>Check byte of a frame was wrong.</summary>
    Crc = 1,

    /// <summary>Frame had a wrong number of clocks.</summary>
    ClockCount = 2,

    /// <summary>Frame addressed a register that does not exist or cannot be written.</summary>
    ReadWrite = 4,
}
