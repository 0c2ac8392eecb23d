using System.Diagnostics;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Letters.Training;

/// <summary>Many trainings, one on each core, kept as they are done and not done again; progress tells the time left.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="threads">Trainings at the same time.</param>
public sealed class LetterEnsemble(ResultStore store, int threads)
{
    private readonly Lock _lock = new();

    /// <summary>Computes what is missing and gives all histories.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="progress">Is told how far the whole is and how long it will take, or null.</param>
    /// <param name="cancellation">Ends it early; what is done stays.</param>
    public IReadOnlyList<LetterHistory> Run(
        IReadOnlyList<LetterCase> cases, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        PartKey[] keys = [.. cases.Select(c => c.Key)];
        double[] done = [.. keys.Select(k => store.Has(k) ? 1.0 : 0)];
        double before = done.Sum();
        Stopwatch clock = Stopwatch.StartNew();
        return store.Parts(
            keys,
            HistoryJson.Default.LetterHistory,
            k => LetterTraining.Run(cases[k], share => Tell(k, share), cancellation),
            threads,
            k => Tell(k, 1),
            cancellation);

        void Tell(int k, double share)
        {
            lock (_lock)
            {
                done[k] = share;
                double sum = done.Sum();
                TimeSpan? left = sum > before ? clock.Elapsed * ((cases.Count - sum) / (sum - before)) : null;
                progress?.Report(
                    new StudyProgress(FormattableString.Invariant($"training {Math.Floor(sum):0}/{cases.Count}"), sum / cases.Count, left));
            }
        }
    }
}
