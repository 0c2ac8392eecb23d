using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Patterns;

/// <summary>
/// Recalls test images synchronously and scores the results (Niu et al., PNAS 2024, "Scaling up": the recalled letter is the one of
/// largest similarity S_i = x′·x_i).
/// </summary>
public static class RecallTest
{
    // A synchronous recall of symmetric weights ends in a fixed point or a cycle of two; this many updates are never needed.
    private const int MostUpdates = 200;

    /// <summary>Scores a network.</summary>
    /// <param name="weights">Its weights; their unit does not matter.</param>
    /// <param name="images">Test images.</param>
    public static RecallScore Score(WeightMatrix weights, DistortedImages images)
    {
        PatternSet set = images.Set;
        HopfieldRecall network = new(weights, 0);
        int[][] confusion = [.. Enumerable.Range(0, set.Count).Select(_ => new int[set.Count + 1])];
        (int recognised, int exact, int without, int cycles) = (0, 0, 0, 0);
        for (int k = 0; k < images.Count; k++)
        {
            int original = images.Original(k);
            RecallResult recalled = network.Synchronous(images[k], MostUpdates);
            int guess = set.MostSimilar(recalled.State);
            confusion[original][guess < 0 ? set.Count : guess]++;
            recognised += guess == original ? 1 : 0;
            exact += recalled.State.SameAs(set.Patterns[original]) ? 1 : 0;
            without += set.MostSimilar(images[k]) == original ? 1 : 0;
            cycles += recalled.IsCycle ? 1 : 0;
        }

        return new RecallScore(images.Count, recognised, exact, without, confusion, cycles);
    }

    /// <summary>Number of the patterns that the network leaves as they are: its attractors at best.</summary>
    /// <param name="weights">Weights.</param>
    /// <param name="set">Patterns.</param>
    public static int FixedPoints(WeightMatrix weights, PatternSet set)
    {
        HopfieldRecall network = new(weights, 0);
        return set.Patterns.Count(network.IsFixedPoint);
    }
}
