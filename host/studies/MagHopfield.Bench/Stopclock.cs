using System.Diagnostics;

namespace MagHopfield.Bench;

/// <summary>Times short work on a machine whose clock and load wander: repeats, and medians of repeats.</summary>
public static class Stopclock
{
    /// <summary>
    /// Times several pieces of work turn by turn, so that a slow spell of the machine falls on all alike, and gives the median time of each
    /// in seconds. Every piece is run once before, to warm caches and compiler.
    /// </summary>
    /// <param name="secondsEach">Time to spend on each piece, in seconds.</param>
    /// <param name="cancellation">Ends the timing early by <see cref="OperationCanceledException"/>.</param>
    /// <param name="pieces">Work to time.</param>
    public static double[] InterleavedMedians(double secondsEach, CancellationToken cancellation, params IReadOnlyList<Action> pieces)
    {
        // Tiered compilation replaces a hot method in the background some tenths of a second after its thirtieth call.
        Stopwatch warm = Stopwatch.StartNew();
        while (warm.Elapsed.TotalSeconds < 0.3 * pieces.Count)
        {
            foreach (Action piece in pieces)
                piece();
        }

        List<double>[] times = [.. pieces.Select(_ => new List<double>())];
        Stopwatch total = Stopwatch.StartNew();
        do
        {
            for (int i = 0; i < pieces.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                long begin = Stopwatch.GetTimestamp();
                pieces[i]();
                times[i].Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
            }
        }
        while (total.Elapsed.TotalSeconds < secondsEach * pieces.Count || times[0].Count < 5);

        return [.. times.Select(Median)];
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        int n = values.Count;
        return n % 2 == 1 ? values[n / 2] : 0.5 * (values[(n / 2) - 1] + values[n / 2]);
    }
}
