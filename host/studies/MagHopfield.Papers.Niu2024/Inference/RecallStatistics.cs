using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Inference;

/// <summary>How recalls of the seven trained films went, from every one-flip distortion of each pattern and of its negative.</summary>
/// <param name="Method">Where the local field came from.</param>
/// <param name="Mode">Order of renewal.</param>
/// <param name="Recalls">Number of recalls.</param>
/// <param name="Right">Of those, ended stable in the trained pattern or its negative.</param>
/// <param name="Cycles">Of those, ended in a cycle of two states.</param>
/// <param name="Iterations">Number of updates of each recall: of one node (asynchronous) or of all (synchronous).</param>
/// <param name="LastChange">
/// The update of each recall after which nothing changed any more: Iterations without the wait for certainty.
/// </param>
/// <param name="RightByPattern">Share of right recalls of each pattern, in the order of <see cref="WiringGeometry.All"/>.</param>
public sealed record RecallStatistics(
    string Method,
    RecallMode Mode,
    int Recalls,
    int Right,
    int Cycles,
    IReadOnlyList<int> Iterations,
    IReadOnlyList<int> LastChange,
    IReadOnlyList<double> RightByPattern)
{
    // The paper waits for more than 10 unchanged iterations.
    private const int Unchanged = 10;
    private const int MaximumIterations = 1000;

    /// <summary>Recalls.</summary>
    /// <param name="method">Where the local field comes from.</param>
    /// <param name="fields">
    /// Local field of the film after each trained pattern, with the field in siemens up to which it counts as 0.
    /// </param>
    /// <param name="mode">Order of renewal.</param>
    /// <param name="repeats">Random orders of each start, where the order is random.</param>
    public static RecallStatistics Of(
        string method, IReadOnlyList<(Pattern Trained, ILocalField Field, double Resolution)> fields, RecallMode mode, int repeats)
    {
        (int right, int cycles) = (0, 0);
        List<int> iterations = [], changes = [];
        List<double> byPattern = [];
        foreach ((Pattern trained, ILocalField field, double resolution) in fields)
        {
            (int before, int first) = (right, iterations.Count);
            HopfieldRecall recall = new(field, resolution);
            foreach (Pattern origin in (Pattern[])[trained, trained.Negate()])
            {
                for (int k = 0; k < trained.Length * (mode == RecallMode.Asynchronous ? repeats : 1); k++)
                {
                    Pattern start = origin.Flip(k % trained.Length);
                    RecallResult result = mode switch
                    {
                        RecallMode.Asynchronous => recall.Asynchronous(start, k, MaximumIterations),
                        RecallMode.Synchronous => recall.Synchronous(start, MaximumIterations),
                        _ => recall.SteepestDescent(start, MaximumIterations),
                    };
                    right += result.IsStable && result.State.SameUpToSign(trained) ? 1 : 0;
                    cycles += result.IsCycle ? 1 : 0;
                    iterations.Add(result.Iterations);
                    changes.Add(Math.Max(0, result.Iterations - (mode == RecallMode.Asynchronous ? Unchanged + 1 : 1)));
                }
            }

            byPattern.Add((double)(right - before) / (iterations.Count - first));
        }

        return new RecallStatistics(method, mode, iterations.Count, right, cycles, iterations, changes, byPattern);
    }
}
