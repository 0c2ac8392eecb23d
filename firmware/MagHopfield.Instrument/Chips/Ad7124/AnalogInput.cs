namespace MagHopfield.Instrument.Chips.Ad7124;

/// <summary>Inputs that a conversion can take, and pins that an excitation current can leave.</summary>
public enum AnalogInput : byte
{
    /// <summary>Pin AIN0.</summary>
    Ain0 = 0,

    /// <summary>Pin AIN1.</summary>
    Ain1 = 1,

    /// <summary>Pin AIN2.</summary>
    Ain2 = 2,

    /// <summary>Pin AIN3.</summary>
    Ain3 = 3,

    /// <summary>Pin AIN4.</summary>
    Ain4 = 4,

    /// <summary>Pin AIN5, the first of the monitor inputs.</summary>
    Ain5 = 5,

    /// <summary>Pin AIN14.</summary>
    Ain14 = 14,

    /// <summary>Pin AIN15.</summary>
    Ain15 = 15,

    /// <summary>Positive side of the 20 mV that the chip makes itself.</summary>
    InternalPositive = 28,

    /// <summary>Negative side of the 20 mV that the chip makes itself.</summary>
    InternalNegative = 29,
}
