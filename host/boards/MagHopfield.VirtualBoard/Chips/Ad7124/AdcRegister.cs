namespace MagHopfield.VirtualBoard.Chips.Ad7124;

/// <summary>Registers of the AD7124-8; those with 8 or 16 copies by the first.</summary>
public enum AdcRegister
{
    /// <summary>RDY, ERROR_FLAG, POR_FLAG, CH_ACTIVE; read only.</summary>
    Status = 0x00,

    /// <summary>ADC_CONTROL.</summary>
    Control = 0x01,

    /// <summary>Last conversion; read only.</summary>
    Data = 0x02,

    /// <summary>IO_CONTROL_1: excitation currents.</summary>
    IoControl1 = 0x03,

    /// <summary>IO_CONTROL_2: bias voltages.</summary>
    IoControl2 = 0x04,

    /// <summary>Identity; read only.</summary>
    Id = 0x05,

    /// <summary>Errors; read only.</summary>
    Error = 0x06,

    /// <summary>Checks that are on.</summary>
    ErrorEnable = 0x07,

    /// <summary>Master clock counter; read only.</summary>
    ClockCount = 0x08,

    /// <summary>CHANNEL_0; 16 of them.</summary>
    Channel0 = 0x09,

    /// <summary>CONFIG_0; 8 of them.</summary>
    Config0 = 0x19,

    /// <summary>FILTER_0; 8 of them.</summary>
    Filter0 = 0x21,

    /// <summary>OFFSET_0; 8 of them.</summary>
    Offset0 = 0x29,

    /// <summary>GAIN_0; 8 of them.</summary>
    Gain0 = 0x31,
}
