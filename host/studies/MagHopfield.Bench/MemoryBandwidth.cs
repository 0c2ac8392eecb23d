using System.Numerics;

namespace MagHopfield.Bench;

/// <summary>
/// Memory bandwidth by the triad a = b + s c (J. McCalpin's STREAM) on arrays far larger than the caches, in bytes a second.
/// </summary>
public static class MemoryBandwidth
{
    private const int Length = 1 << 23;

    /// <summary>Measures the bandwidth.</summary>
    /// <param name="threads">Number of threads.</param>
    /// <param name="seconds">Time to spend, in seconds.</param>
    /// <param name="cancellation">Ends the measurement early.</param>
    public static double Measure(int threads, double seconds, CancellationToken cancellation)
    {
        double[] a = new double[Length];
        double[] b = new double[Length];
        double[] c = new double[Length];
        Array.Fill(b, 1.0);
        Array.Fill(c, 2.0);
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads };
        double median = Stopclock.InterleavedMedians(seconds, cancellation, [() =>
        {
            if (threads == 1)
            {
                Triad(a, b, c, 0, Length);
            }
            else
            {
                Parallel.For(
                    0, threads, options, t => Triad(a, b, c, (int)((long)Length * t / threads), (int)((long)Length * (t + 1) / threads)));
            }
        },
        ])[0];

        // Two reads and a write; the write-allocate read of a is not counted, as in STREAM.
        return 3.0 * sizeof(double) * Length / median;
    }

    private static void Triad(double[] a, double[] b, double[] c, int begin, int end)
    {
        Vector<double> s = new(3.0);
        for (int i = begin; i + Vector<double>.Count <= end; i += Vector<double>.Count)
            (new Vector<double>(b, i) + (s * new Vector<double>(c, i))).CopyTo(a, i);
    }
}
