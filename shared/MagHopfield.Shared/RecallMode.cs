namespace MagHopfield.Shared;

/// <summary>How the nodes of a Hopfield network are renewed (Niu et al., PNAS 2024, "Inference process for associative memory").</summary>
public enum RecallMode
{
    /// <summary>One node after the other, chosen at random.</summary>
    Asynchronous,

    /// <summary>All nodes at once.</summary>
    Synchronous,
}
