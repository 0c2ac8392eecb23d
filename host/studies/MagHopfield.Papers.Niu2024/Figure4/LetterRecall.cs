using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Figure4;

/// <summary>
/// A letter on 3×5 pixels recalled in pieces (Niu et al., PNAS 2024, Fig. 4h): a window of 2×2 moves over the image by one pixel,
/// (3 − 1)(5 − 1) = 8 pieces, each learned by a film of its own. A pixel lies in one, two or four pieces; the pieces vote, each of the
/// same weight, and in a tie the distorted pixel stays. The paper does not say how it joins the pieces.
/// </summary>
/// <param name="Letter">Name.</param>
/// <param name="Flips">Pixels turned.</param>
/// <param name="Tried">Number of distorted images: all of so many flips.</param>
/// <param name="Exact">Of those, recalled without a wrong pixel.</param>
/// <param name="Example">The first distorted image.</param>
/// <param name="Recalled">What came of it.</param>
public sealed record LetterRecall(char Letter, int Flips, int Tried, int Exact, Pattern Example, Pattern Recalled)
{
    /// <summary>Pixels in a row.</summary>
    public const int Columns = 3;

    /// <summary>Rows.</summary>
    public const int Rows = 5;

    /// <summary>
    /// The letters, row by row from the top. The paper's are not in its text; these are drawn so that no piece is of one sign, because
    /// such a piece drives no current and cannot be learned.
    /// </summary>
    public static IReadOnlyList<(char Letter, Pattern Image)> Letters { get; } =
    [
        ('i', PatternVoltages.Parse("-+- --- -+- -+- -+-")),
        ('n', PatternVoltages.Parse("++- +-+ +-+ +-+ +-+")),
        ('q', PatternVoltages.Parse("+++ +-+ +-+ +++ --+")),
        ('c', PatternVoltages.Parse("-+- +-+ +-- +-+ -+-")),
    ];

    /// <summary>Recalls every letter from every distortion of so many pixels.</summary>
    /// <param name="weights">Weights in siemens of a film trained with a pattern, by the pattern's text with node 1 positive.</param>
    /// <param name="flips">1 or 2.</param>
    public static IReadOnlyList<LetterRecall> Run(IReadOnlyDictionary<string, WeightMatrix> weights, int flips) =>
        [.. Letters.Select(l => Recall(l.Letter, l.Image, weights, flips))];

    /// <summary>Pixels of each of the eight pieces, in the order of the film's nodes.</summary>
    public static IEnumerable<int[]> Pieces() =>
        from y in Enumerable.Range(0, Rows - 1)
        from x in Enumerable.Range(0, Columns - 1)
        select new[] { y * Columns + x, y * Columns + x + 1, (y + 1) * Columns + x, (y + 1) * Columns + x + 1 };

    private static LetterRecall Recall(char letter, Pattern image, IReadOnlyDictionary<string, WeightMatrix> weights, int flips)
    {
        List<Pattern> distorted = [];
        for (int a = 0; a < image.Length; a++)
        {
            if (flips == 1)
                distorted.Add(image.Flip(a));

            for (int b = a + 1; b < image.Length && flips == 2; b++)
                distorted.Add(image.Flip(a).Flip(b));
        }

        Pattern[] recalled = [.. distorted.Select(d => Recall(image, d, weights))];
        return new LetterRecall(
            letter,
            flips,
            distorted.Count,
            recalled.Count(r => r.SameAs(image)),
            distorted[distorted.Count / 2],
            recalled[distorted.Count / 2]);
    }

    private static Pattern Recall(Pattern image, Pattern distorted, IReadOnlyDictionary<string, WeightMatrix> weights)
    {
        int[] votes = new int[image.Length];
        foreach (int[] pixels in Pieces())
        {
            Pattern learned = Piece(image, pixels);
            WeightMatrix w = weights[(learned[0] > 0 ? learned : learned.Negate()).ToString()];
            Pattern piece = new HopfieldRecall(w, Resolution(w)).SteepestDescent(Piece(distorted, pixels), 100).State;
            for (int k = 0; k < pixels.Length; k++)
                votes[pixels[k]] += piece[k];
        }

        return new Pattern([.. votes.Select((v, k) => (sbyte)(v == 0 ? distorted[k] : Math.Sign(v)))]);
    }

    // On a symmetric film two couplings of a flipped node's neighbour cancel up to the noise of the texture, which is no information.
    private static double Resolution(WeightMatrix w) => 0.1 * w.Largest();

    private static Pattern Piece(Pattern image, int[] pixels) => new([.. pixels.Select(p => (sbyte)image[p])]);
}
