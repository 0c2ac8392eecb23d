namespace MagHopfield.Instrument.Chips.Ad7124;

/// <summary>Gain of the amplifier before the converter; the range is ±2.5 V divided by it.</summary>
public enum Gain : byte
{
    /// <summary>±2.5 V.</summary>
    X1 = 0,

    /// <summary>±1.25 V.</summary>
    X2 = 1,

    /// <summary>±625 mV.</summary>
    X4 = 2,

    /// <summary>±312.5 mV.</summary>
    X8 = 3,

    /// <summary>±156.25 mV.</summary>
    X16 = 4,

    /// <summary>±78.1 mV.</summary>
    X32 = 5,

    /// <summary>±39.06 mV.</summary>
    X64 = 6,

    /// <summary>±19.53 mV.</summary>
    X128 = 7,
}
