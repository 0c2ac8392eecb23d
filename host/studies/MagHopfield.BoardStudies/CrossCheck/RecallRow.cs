namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>One recall on board and simulator.</summary>
/// <param name="Method">Where the local fields came from.</param>
/// <param name="Mode">Order in which the nodes were renewed.</param>
/// <param name="Flips">Nodes by which the start differs from the trained pattern or its negative, whichever is nearer.</param>
/// <param name="Start">Distorted pattern.</param>
/// <param name="Board">Where the board ended.</param>
/// <param name="Simulated">Where the simulator ended.</param>
/// <param name="IsRight">Whether the board ended in the trained pattern or its negative.</param>
/// <param name="Clearance">
/// How near a decision of the simulator's recall came to its threshold, in siemens; null for steepest descent, where which of two nodes is
/// the steeper is a decision that no threshold tells of.
/// </param>
/// <param name="Tolerance">How much the board's fields may differ from the simulator's, in siemens.</param>
public sealed record RecallRow(
    string Method, string Mode, int Flips, string Start, string Board, string Simulated, bool IsRight, double? Clearance, double Tolerance)
{
    /// <summary>Whether both ended in the same state.</summary>
    public bool Agrees => Board == Simulated;

    /// <summary>Whether a decision was so near that noise decides it.</summary>
    public bool IsClose => Clearance <= Tolerance;

    /// <summary>Whether both ended in the same state, or noise could decide.</summary>
    public bool Passes => Agrees || IsClose;
}
