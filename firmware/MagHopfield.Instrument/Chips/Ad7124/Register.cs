namespace MagHopfield.Instrument.Chips.Ad7124;

/// <summary>Registers of the AD7124-8; CHANNEL, CONFIG, FILTER, OFFSET and GAIN are the first of eight or sixteen.</summary>
public enum Register : byte
{
    /// <summary>Ready, error and power-on flags, 1 byte.</summary>
    Status = 0x00,

    /// <summary>Operating mode, power mode, reference, 2 bytes.</summary>
    AdcControl = 0x01,

    /// <summary>Result, 3 bytes.</summary>
    Data = 0x02,

    /// <summary>Excitation currents, 3 bytes.</summary>
    IoControl1 = 0x03,

    /// <summary>Identity, 1 byte.</summary>
    Id = 0x05,

    /// <summary>Faults, 3 bytes.</summary>
    Error = 0x06,

    /// <summary>Which faults are watched, 3 bytes.</summary>
    ErrorEnable = 0x07,

    /// <summary>Inputs and setup of channel 0, 2 bytes.</summary>
    Channel0 = 0x09,

    /// <summary>Gain, reference and buffers of setup 0, 2 bytes.</summary>
    Configuration0 = 0x19,

    /// <summary>Filter of setup 0, 3 bytes.</summary>
    Filter0 = 0x21,

    /// <summary>Offset of setup 0, 3 bytes.</summary>
    Offset0 = 0x29,

    /// <summary>Gain correction of setup 0, 3 bytes.</summary>
    Gain0 = 0x31,
}
