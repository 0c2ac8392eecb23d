using MagHopfield.Experiments.EndToEnd;

namespace MagHopfield.Experiments.Letters.Training;

/// <summary>Order of the letters within an epoch.</summary>
public enum LessonOrder
{
    /// <summary>Always as the word is written (Niu et al., PNAS 2024, Fig. 5a).</summary>
    Fixed,

    /// <summary>Forwards and backwards by turns, so that no letter is always the last.</summary>
    Alternating,

    /// <summary>At random, from the seed of the film.</summary>
    Shuffled,
}
