using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Papers.Niu2024.Letters.Weights;

namespace MagHopfield.Papers.Niu2024.Letters.Search;

/// <summary>One film, protocol and recipe of the search, scored on the search's own letters, images and seeds.</summary>
/// <param name="Film">The film (of the first seed).</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Recipe">The recipe.</param>
/// <param name="Similarity">Similarity accuracy, mean over sets, seeds and 1 to 3 flips.</param>
/// <param name="ExactRecall">Exact recall, the same mean.</param>
/// <param name="NoRecall">What the images score as they are.</param>
/// <param name="FixedPoints">Share of the letters that are fixed points.</param>
/// <param name="Films">Films (seeds) that the means are over.</param>
public sealed record SearchRow(
    LetterFilm Film,
    LetterProtocol Protocol,
    WeightRecipe Recipe,
    double Similarity,
    double ExactRecall,
    double NoRecall,
    double FixedPoints,
    int Films)
{
    /// <summary>
    /// What the search maximises: similarity accuracy and exact recall in equal parts, because either alone can be had without the other.
    /// </summary>
    public double Merit => (Similarity + ExactRecall) / 2;
}
