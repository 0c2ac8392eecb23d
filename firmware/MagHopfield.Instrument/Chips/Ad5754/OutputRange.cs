namespace MagHopfield.Instrument.Chips.Ad5754;

/// <summary>Output ranges of the AD5754R with its 2.5 V reference.</summary>
public enum OutputRange : byte
{
    /// <summary>0 … +5 V.</summary>
    Unipolar5V = 0,

    /// <summary>0 … +10 V.</summary>
    Unipolar10V = 1,

    /// <summary>−5 … +5 V.</summary>
    Bipolar5V = 3,

    /// <summary>−10 … +10 V.</summary>
    Bipolar10V = 4,
}
