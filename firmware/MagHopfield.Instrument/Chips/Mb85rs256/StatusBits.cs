using System;

namespace MagHopfield.Instrument.Chips.Mb85rs256;

/// <summary>Bits of the status register of the MB85RS256.</summary>
[Flags]
public enum StatusBits : byte
{
    /// <summary>Nothing is protected, nothing may be written.</summary>
    None = 0,

    /// <summary>WEL: the next WRITE or WRSR is carried out; lost without power.</summary>
    WriteLatch = 0x02,

    /// <summary>BP0 and BP1: the upper quarter, half, or all is protected; kept without power.</summary>
    Protected = 0x0C,

    /// <summary>WPEN: the pin WP protects the status register; kept without power.</summary>
    PinProtects = 0x80,
}
