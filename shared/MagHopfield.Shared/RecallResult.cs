namespace MagHopfield.Shared;

/// <summary>What a recall ended in.</summary>
public sealed class RecallResult
{
    /// <summary>Makes a result.</summary>
    /// <param name="state">Last state.</param>
    /// <param name="iterations">Updates made: of one node each (asynchronous) or of all (synchronous).</param>
    /// <param name="isStable">Whether the state is a fixed point.</param>
    /// <param name="isCycle">Whether a synchronous recall ended in a cycle of length 2.</param>
    public RecallResult(Pattern state, int iterations, bool isStable, bool isCycle)
    {
        State = state;
        Iterations = iterations;
        IsStable = isStable;
        IsCycle = isCycle;
    }

    /// <summary>Last state.</summary>
    public Pattern State { get; }

    /// <summary>Updates made: of one node each (asynchronous) or of all nodes (synchronous).</summary>
    public int Iterations { get; }

    /// <summary>Whether the state is a fixed point of the network.</summary>
    public bool IsStable { get; }

    /// <summary>Whether a synchronous recall ended in a cycle of length 2.</summary>
    public bool IsCycle { get; }
}
