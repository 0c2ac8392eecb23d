namespace MagHopfield.Instrument.Chips.Mb85rs256;

/// <summary>First byte of a frame to the MB85RS256.</summary>
public enum Opcode : byte
{
    /// <summary>WRSR: writes the status register; needs the write latch.</summary>
    WriteStatus = 0x01,

    /// <summary>WRITE: two bytes of address, then data; needs the write latch and clears it.</summary>
    Write = 0x02,

    /// <summary>READ: two bytes of address, then data from the chip.</summary>
    Read = 0x03,

    /// <summary>WRDI: clears the write latch.</summary>
    WriteDisable = 0x04,

    /// <summary>RDSR: the status register.</summary>
    ReadStatus = 0x05,

    /// <summary>WREN: sets the write latch.</summary>
    WriteEnable = 0x06,

    /// <summary>RDID: four bytes of maker and product.</summary>
    ReadIdentity = 0x9F,
}
