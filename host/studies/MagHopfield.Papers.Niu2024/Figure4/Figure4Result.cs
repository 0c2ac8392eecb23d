using MagHopfield.Papers.Niu2024.FourNodes;

namespace MagHopfield.Papers.Niu2024.Figure4;

/// <summary>What came of Fig. 4.</summary>
/// <param name="Runs">The film as it is, then, where it has none, with a coercive field, then other films.</param>
/// <param name="OnePixel">Letters recalled from every distortion of one pixel.</param>
/// <param name="TwoPixels">The same of two pixels.</param>
public sealed record Figure4Result(
    IReadOnlyList<SevenPatterns> Runs, IReadOnlyList<LetterRecall> OnePixel, IReadOnlyList<LetterRecall> TwoPixels);
