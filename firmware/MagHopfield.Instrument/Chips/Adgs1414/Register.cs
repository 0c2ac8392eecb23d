namespace MagHopfield.Instrument.Chips.Adgs1414;

/// <summary>Registers of the ADGS1414D and its relatives (ADGS6414D, ADGS1612, …).</summary>
public enum Register : byte
{
    /// <summary>One bit a switch, 1 = closed; reset 0.</summary>
    SwitchData = 0x01,

    /// <summary>Which errors are watched; reset 0x06.</summary>
    ErrorConfiguration = 0x02,

    /// <summary>Errors seen.</summary>
    ErrorFlags = 0x03,

    /// <summary>0xA3 then 0x05 resets the chip.</summary>
    SoftReset = 0x0B,
}
