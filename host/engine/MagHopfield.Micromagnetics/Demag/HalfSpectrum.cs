using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// Fourier transforms, in double precision, of real functions that are even or odd on each axis, stored for displacements and frequencies
/// 0 … P/2 only. An even axis gives Σ cos, an odd one Σ sin.
/// </summary>
internal static class HalfSpectrum
{
    /// <summary>Transforms along one axis in place: element j of a line lies j·stride after its first.</summary>
    /// <param name="data">The function on a grid of P/2 + 1 points an axis.</param>
    /// <param name="padded">P; 1 leaves the data as they are.</param>
    /// <param name="stride">Distance of neighbours along the axis.</param>
    /// <param name="odd">Whether the function is odd along the axis.</param>
    /// <param name="team">Threads to share the lines among.</param>
    public static unsafe void Along(double[] data, int padded, int stride, bool odd, ThreadTeam team)
    {
        if (padded == 1)
            return;
        int lines = data.Length / ((padded / 2) + 1), size = LaneComplex<double>.Size;
        LaneFft<double> fft = new(padded);
        double[][] work = new double[team.Count][];
        for (int t = 0; t < work.Length; t++)
            work[t] = GC.AllocateArray<double>(padded * size, pinned: true);
        team.For((lines + size - 1) / size, (group, thread) =>
        {
            fixed (double* w = work[thread])
                Lines(data, group * size, Math.Min(size, lines - (group * size)), stride, odd, fft, w);
        });
    }

    // As many lines as an element has numbers.
    private static unsafe void Lines(double[] data, int first, int count, int stride, bool odd, LaneFft<double> fft, double* w)
    {
        int padded = fft.Length, half = (padded / 2) + 1, size = LaneComplex<double>.Size;
        new Span<double>(w, padded * size).Clear();
        for (int l = 0; l < count; l++)
        {
            int start = Start(first + l, half, stride);
            for (int j = 0; j < half; j++)
            {
                double value = data[start + (j * stride)];
                w[(j * size) + l] = value;
                if (j > 0 && j < padded - j)
                    w[((padded - j) * size) + l] = odd ? -value : value;
            }
        }
        fft.Forward(w);
        for (int l = 0; l < count; l++)
        {
            int start = Start(first + l, half, stride);
            for (int j = 0; j < half; j++)
            {
                // Lane l is the real part of lane l mod (size/2) or its imaginary part. An odd function has the transform −iS, so
                // a pair a + ib turns into S_b − iS_a.
                double* z = w + (fft.Position[j] * size);
                int other = l < size / 2 ? l + (size / 2) : l - (size / 2);
                data[start + (j * stride)] = !odd ? z[l] : l < size / 2 ? -z[other] : z[other];
            }
        }
    }

    private static int Start(int line, int half, int stride) => (line % stride) + (line / stride * stride * half);
}
