namespace MagHopfield.Instrument.Chips.Ad5754;

/// <summary>Registers of the AD5754R (the REG field of a frame).</summary>
public enum Register : byte
{
    /// <summary>Code of a channel.</summary>
    Dac = 0,

    /// <summary>Output range of a channel.</summary>
    OutputRange = 1,

    /// <summary>Power of channels and reference, thermal and overcurrent alarms.</summary>
    Power = 2,

    /// <summary>NOP, settings, CLEAR and LOAD.</summary>
    Control = 3,
}
