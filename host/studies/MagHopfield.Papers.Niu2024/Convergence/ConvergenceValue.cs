namespace MagHopfield.Papers.Niu2024.Convergence;

/// <summary>A number of a report, as it comes out on one mesh with one step and one tolerance.</summary>
/// <param name="Figure">Where it is reported.</param>
/// <param name="Quantity">What it is.</param>
/// <param name="Value">Value in the unit of <paramref name="Kind"/>.</param>
/// <param name="Kind">What kind of number it is, and so how exact it must be.</param>
public sealed record ConvergenceValue(string Figure, string Quantity, double Value, ConvergenceKind Kind);

/// <summary>Kinds of reported numbers by how far a finer computation may move them.</summary>
public enum ConvergenceKind
{
    /// <summary>An element of G in siemens: 1 % of its size.</summary>
    Conductance,

    /// <summary>A change of an element of G in siemens: a tenth of what the edges change by over all patterns.</summary>
    Change,

    /// <summary>A margin between energies in S·V²: a tenth of the largest margin of the film.</summary>
    Margin,

    /// <summary>Power in watts: a tenth of its size.</summary>
    Power,

    /// <summary>ξ of the inference protocol, no unit: one step of the scan that it was found in.</summary>
    ReferenceFactor,

    /// <summary>A count: not at all.</summary>
    Count,
}
