namespace MagHopfield.Pictures;

/// <summary>How the in-plane part of a field is drawn over its picture.</summary>
/// <param name="Across">Arrows along the longer side.</param>
/// <param name="Colour">Their colour.</param>
/// <param name="EqualLength">
/// Whether all are alike long; otherwise they are as long as the in-plane part, the largest filling its place.
/// </param>
public sealed record Arrows(int Across, Rgb Colour, bool EqualLength);
