namespace MagHopfield.Experiments.Niu2024;

/// <summary>A number that a report states, for the table of convergence.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">In units of <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit as printed.</param>
/// <param name="Scale">What a change of it is to be compared with, in the same unit: the range that the texture gives it, not its whole.</param>
public sealed record ReportedValue(string Name, double Value, string Unit, double Scale);
