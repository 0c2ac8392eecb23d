namespace MagHopfield.Papers.Niu2024.Letters.Patterns;

/// <summary>
/// How a network recalls distorted images, always told three ways, because the first alone proves nothing: without any recall it is near 1.
/// </summary>
/// <param name="Images">Number of images.</param>
/// <param name="Recognised">Images whose recalled state is most similar to the pattern they were made of (the paper's accuracy).</param>
/// <param name="Exact">Images whose recalled state is that pattern, pixel by pixel.</param>
/// <param name="RecognisedWithoutRecall">
/// Images that are themselves, as distorted, most similar to that pattern: what a network that does nothing scores.
/// </param>
/// <param name="Confusion">
/// [p][q]: images of pattern p recognised as q; the last column, q = P, counts those with no single most similar pattern.
/// </param>
/// <param name="Cycles">Images whose recall ended in a cycle of two states.</param>
public sealed record RecallScore(
    int Images, int Recognised, int Exact, int RecognisedWithoutRecall, IReadOnlyList<IReadOnlyList<int>> Confusion, int Cycles)
{
    /// <summary>The paper's accuracy, 0 … 1: largest S_i = x′·x_i at the right pattern; a tie counts as wrong.</summary>
    public double Similarity => Recognised / (double)Images;

    /// <summary>Share of images recalled to the last pixel, 0 … 1.</summary>
    public double ExactRecall => Exact / (double)Images;

    /// <summary>Similarity accuracy of the distorted images themselves, 0 … 1.</summary>
    public double NoRecall => RecognisedWithoutRecall / (double)Images;

    /// <summary>What the recall adds to the similarity accuracy, −1 … 1.</summary>
    public double Gain => Similarity - NoRecall;
}
