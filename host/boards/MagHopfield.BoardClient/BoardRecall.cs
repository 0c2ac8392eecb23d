using MagHopfield.Shared;

namespace MagHopfield.BoardClient;

/// <summary>What a recall on the board ended in.</summary>
/// <param name="State">Last state.</param>
/// <param name="Updates">Updates made: of one node each, or of all (synchronous).</param>
/// <param name="IsStable">Whether the state is a fixed point.</param>
/// <param name="IsCycle">Whether two states alternate.</param>
public sealed record BoardRecall(Pattern State, int Updates, bool IsStable, bool IsCycle);
