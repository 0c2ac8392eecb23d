using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Patterns;

/// <summary>Test images: patterns of a set with some pixels flipped, each image drawn at random.</summary>
/// <param name="set">The patterns.</param>
/// <param name="flips">Flipped pixels n of each image, 0 … N, all different.</param>
/// <param name="count">Number of images; they take the patterns by turns.</param>
/// <param name="seed">Seed of what is flipped. The same seed gives the same images, whatever network sees them.</param>
public sealed class DistortedImages(PatternSet set, int flips, int count, int seed)
{
    private readonly Pattern[] _images = Draw(set, flips, count, seed);

    /// <summary>The patterns.</summary>
    public PatternSet Set => set;

    /// <summary>Flipped pixels n of each image.</summary>
    public int Flips => flips;

    /// <summary>Number of images.</summary>
    public int Count => _images.Length;

    /// <summary>An image.</summary>
    public Pattern this[int index] => _images[index];

    /// <summary>Index of the pattern that an image was made of.</summary>
    public int Original(int index) => index % set.Count;

    private static Pattern[] Draw(PatternSet set, int flips, int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (flips < 0 || flips > set.NodeCount)
            throw new ArgumentOutOfRangeException(nameof(flips), $"{flips} flipped pixels of {set.NodeCount}; give 0 to {set.NodeCount}.");

        // A seed of its own for each number of flips, so that adding a point to a curve changes no other.
        Random random = new(unchecked(seed * 1009 + flips));
        int[] order = [.. Enumerable.Range(0, set.NodeCount)];
        Pattern[] images = new Pattern[count];
        for (int k = 0; k < count; k++)
        {
            Pattern original = set.Patterns[k % set.Count];
            sbyte[] signs = [.. Enumerable.Range(0, original.Length).Select(i => (sbyte)original[i])];
            for (int f = 0; f < flips; f++)
            {
                int other = random.Next(f, order.Length);
                (order[f], order[other]) = (order[other], order[f]);
                signs[order[f]] = (sbyte)-signs[order[f]];
            }

            images[k] = new Pattern(signs);
        }

        return images;
    }
}
