using MagHopfield.Shared;

namespace MagHopfield.Instrument.StandAlone;

/// <summary>What the demo trains: the film, or a model of one.</summary>
public interface IDemoNetwork
{
    /// <summary>Number of nodes.</summary>
    int NodeCount { get; }

    /// <summary>What it is, for the user.</summary>
    string Name { get; }

    /// <summary>Trains a pattern in place of the one before.</summary>
    /// <param name="pattern">N signs.</param>
    void Train(Pattern pattern);

    /// <summary>Recalls from a distorted pattern.</summary>
    /// <param name="start">N signs.</param>
    Pattern Recall(Pattern start);
}
