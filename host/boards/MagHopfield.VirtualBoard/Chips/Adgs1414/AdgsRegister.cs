namespace MagHopfield.VirtualBoard.Chips.Adgs1414;

/// <summary>Registers of an ADGS1414D or ADGS6414D in address mode.</summary>
public enum AdgsRegister : byte
{
    /// <summary>Bit n closes switch n + 1.</summary>
    SwitchData = 0x01,

    /// <summary>Checks that are on: CRC (b0), SCLK count (b1), address (b2).</summary>
    ErrorConfig = 0x02,

    /// <summary>Checks that have failed, same bits; read only.</summary>
    ErrorFlags = 0x03,

    /// <summary>b0: several commands in a frame.</summary>
    BurstEnable = 0x05,

    /// <summary>0xA3 then 0x05 resets the chip.</summary>
    SoftReset = 0x0B,
}
