using System.Numerics;
using System.Runtime.InteropServices;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>Vector operations, vectorised; they run over whole arrays, whose margins are zero and stay so.</summary>
internal static class PaddedVector
{
    public static double Dot(double[] a, double[] b)
    {
        ReadOnlySpan<Vector<double>> va = Blocks(a);
        ReadOnlySpan<Vector<double>> vb = Blocks(b);
        Vector<double> sum = Vector<double>.Zero;
        for (int k = 0; k < va.Length; k++)
            sum += va[k] * vb[k];

        double total = Vector.Sum(sum);
        for (int i = va.Length * Vector<double>.Count; i < a.Length; i++)
            total += a[i] * b[i];

        return total;
    }

    /// <summary>y = scale · a · b, element by element.</summary>
    public static void Scale(double[] y, double scale, double[] a, double[] b)
    {
        Span<Vector<double>> vy = MemoryMarshal.Cast<double, Vector<double>>(y.AsSpan());
        ReadOnlySpan<Vector<double>> va = Blocks(a);
        ReadOnlySpan<Vector<double>> vb = Blocks(b);
        for (int k = 0; k < va.Length; k++)
            vy[k] = scale * (va[k] * vb[k]);

        for (int i = va.Length * Vector<double>.Count; i < y.Length; i++)
            y[i] = scale * a[i] * b[i];
    }

    private static ReadOnlySpan<Vector<double>> Blocks(double[] a) => MemoryMarshal.Cast<double, Vector<double>>(a.AsSpan());
}
