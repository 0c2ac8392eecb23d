using System.Numerics;

namespace MagHopfield.Bench;

/// <summary>How fast FFTW transforms data that stay in cache: the arithmetic limit of a convolution by FFT on this machine.</summary>
internal static unsafe class FftwRate
{
    private const int Length = 1024;
    private const int Columns = 8;

    /// <summary>Operations a second, 5 N log2 N a transform, of eight complex transforms of length 1024 side by side, one thread.</summary>
    public static double Measure<T>(double seconds, CancellationToken cancellation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int repeats = 50;
        void* data = Fftw.Allocate((nuint)(2L * Length * Columns * sizeof(T)));
        new Span<byte>(data, 2 * Length * Columns * sizeof(T)).Clear();
        int length = Length;
        nint plan = typeof(T) == typeof(float)
            ? Fftw.PlanComplex(
                1, &length, Columns, (float*)data, null, Columns, 1, (float*)data, null, Columns, 1, Fftw.Forward, Fftw.Measure)
            : Fftw.PlanComplex(
                1, &length, Columns, (double*)data, null, Columns, 1, (double*)data, null, Columns, 1, Fftw.Forward, Fftw.Measure);
        try
        {
            // Zeros stay zeros: no overflow, no denormals, and the same work as any other numbers.
            new Span<byte>(data, 2 * Length * Columns * sizeof(T)).Clear();
            double median = Stopclock.InterleavedMedians(seconds, cancellation, [() =>
            {
                for (int i = 0; i < repeats; i++)
                {
                    if (typeof(T) == typeof(float))
                        Fftw.ExecuteComplex(plan, (float*)data, (float*)data);
                    else
                        Fftw.ExecuteComplex(plan, (double*)data, (double*)data);
                }
            },
            ])[0];
            return repeats * Columns * 5.0 * Length * Math.Log2(Length) / median;
        }
        finally
        {
            if (typeof(T) == typeof(float))
                Fftw.DestroySingle(plan);
            else
                Fftw.DestroyDouble(plan);

            Fftw.Free(data);
        }
    }
}
