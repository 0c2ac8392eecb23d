using MagHopfield.Papers.Niu2024.Letters.Patterns;

namespace MagHopfield.Papers.Niu2024.Letters.Figure5;

/// <summary>A rule that computes weights, scored on the film's own test images.</summary>
/// <param name="Name">Name for tables.</param>
/// <param name="Scores">One score for each number of flips.</param>
/// <param name="FixedPoints">Letters that it leaves as they are.</param>
public sealed record RuleScore(string Name, IReadOnlyList<RecallScore> Scores, int FixedPoints);
