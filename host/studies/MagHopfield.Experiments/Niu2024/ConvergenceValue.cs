using MagHopfield.Reports.Figures;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>A number of a report, as it comes out on one mesh with one step and one tolerance.</summary>
/// <param name="Figure">Where it is reported.</param>
/// <param name="Quantity">What it is.</param>
/// <param name="Value">Value in the unit of <paramref name="Kind"/>.</param>
/// <param name="Kind">What kind of number it is, and so how exact it must be.</param>
public sealed record ConvergenceValue(string Figure, string Quantity, double Value, ConvergenceKind Kind);
