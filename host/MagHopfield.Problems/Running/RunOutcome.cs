namespace MagHopfield.Problems.Running;

/// <summary>How a run ended.</summary>
/// <param name="Folder">Folder of its results.</param>
/// <param name="Stages">Its stages.</param>
public sealed record RunOutcome(string Folder, IReadOnlyList<StageOutcome> Stages)
{
    /// <summary>Whether every stage reached its end.</summary>
    public bool Reached => Stages.All(s => s.Reached);
}
