namespace MagHopfield.VirtualBoard.Chips.Ad5754;

/// <summary>Output ranges of the AD5754R as its range registers code them.</summary>
public enum DacRange : byte
{
    /// <summary>0 … 5 V.</summary>
    Unipolar5 = 0,

    /// <summary>0 … 10 V.</summary>
    Unipolar10 = 1,

    /// <summary>0 … 10.8 V.</summary>
    Unipolar10Point8 = 2,

    /// <summary>−5 … +5 V.</summary>
    Bipolar5 = 3,

    /// <summary>−10 … +10 V.</summary>
    Bipolar10 = 4,

    /// <summary>−10.8 … +10.8 V.</summary>
    Bipolar10Point8 = 5,
}
