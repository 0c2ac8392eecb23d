namespace MagHopfield.Experiments.Letters.Weights;

/// <summary>
/// What is taken off G: G_avg of w_ij = G_ij − G_avg,ij (Niu et al., PNAS 2024, below eq. 4), which the paper does not fix for 35 nodes.
/// </summary>
public enum WeightReference
{
    /// <summary>ξ times G of the film saturated out of its plane ("Inference process", step 7).</summary>
    Saturated,

    /// <summary>
    /// ξ times G of the saturated film, ξ the mean over neighbours of (G_min + G_max)/2 : G_0 in the calibration; nothing to choose.
    /// </summary>
    CalibratedSaturated,

    /// <summary>(G_min + G_max)/2 of each element over the calibration patterns: stripes and boards, no letters.</summary>
    CalibratedMidRange,

    /// <summary>(G_min + G_max)/2 of each element over the letters of the latest epoch.</summary>
    LetterMidRange,

    /// <summary>The mean of each element over the letters of the latest epoch.</summary>
    EpochMean,
}
