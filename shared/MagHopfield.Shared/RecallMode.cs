namespace MagHopfield.Shared;

/// <summary>How the nodes of a Hopfield network are renewed (Niu et al., PNAS 2024, "Inference process for associative memory").</summary>
public enum RecallMode
{
    /// <summary>
    /// One node after the other, each time the one whose turn lowers the energy most. Not in the paper: the random order below may turn
    /// a node that is right before the one that was flipped, and end in a local minimum.
    /// </summary>
    SteepestDescent,

    /// <summary>One node after the other, chosen at random (the paper's asynchronous process).</summary>
    Asynchronous,

    /// <summary>All nodes at once.</summary>
    Synchronous,
}
