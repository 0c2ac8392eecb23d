namespace MagHopfield.BeforeAndAfter;

/// <summary>A file in which two builds differ.</summary>
/// <param name="File">Path below the folder of the run.</param>
/// <param name="First">Where they differ first, or what is missing.</param>
/// <param name="Declared">Why it is meant to differ, from changes.tsv; null where nobody said so.</param>
public sealed record Difference(string File, string First, string? Declared);
