namespace MagHopfield.Experiments.Letters.Weights;

/// <summary>Which G the weights are taken from.</summary>
public enum WeightSource
{
    /// <summary>The mean over the letters of the latest epoch, each measured at the end of its pulse.</summary>
    EpochMean,

    /// <summary>The last letter's alone, as the texture stands.</summary>
    LastLetter,
}
