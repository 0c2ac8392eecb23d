namespace MagHopfield.Instrument.Chips.Ad7124;

/// <summary>Current that a conversion drives out of its positive input and into its negative one, to find open leads.</summary>
public enum BurnoutCurrent : byte
{
    /// <summary>None.</summary>
    Off = 0,

    /// <summary>0.5 µA.</summary>
    NanoAmperes500 = 1,

    /// <summary>2 µA.</summary>
    MicroAmperes2 = 2,

    /// <summary>4 µA.</summary>
    MicroAmperes4 = 3,
}
