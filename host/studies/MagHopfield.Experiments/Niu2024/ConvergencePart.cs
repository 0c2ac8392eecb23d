namespace MagHopfield.Experiments.Niu2024;

/// <summary>What is kept of one computation with finer cells, steps or tolerances.</summary>
/// <param name="Values">The reported numbers, in the same order in every computation.</param>
/// <param name="Seconds">Wall time in seconds, as it was when it was computed.</param>
internal sealed record ConvergencePart(IReadOnlyList<ConvergenceValue> Values, double Seconds);
