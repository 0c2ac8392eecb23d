namespace MagHopfield.Instrument.Chips.Ad7124;

/// <summary>Digital filters of a setup. A single conversion takes all periods of the filter.</summary>
public enum FilterKind : byte
{
    /// <summary>Fourth order: four periods.</summary>
    Sinc4 = 0,

    /// <summary>Third order: three periods.</summary>
    Sinc3 = 2,
}
