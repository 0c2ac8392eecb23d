using System.Numerics;
using System.Runtime.InteropServices;

namespace MagHopfield.Film.Transport;

/// <summary>Vector operations of the solvers, vectorised; they run over whole arrays, whose margins are zero and stay so.</summary>
internal static class PaddedVector
{
    public static double Dot(double[] a, double[] b)
    {
        ReadOnlySpan<Vector<double>> va = Blocks(a);
        ReadOnlySpan<Vector<double>> vb = Blocks(b);
        Vector<double> sum = Vector<double>.Zero;
        for (int k = 0; k < va.Length; k++)
        {
            sum += va[k] * vb[k];
        }

        double total = Vector.Sum(sum);
        for (int i = va.Length * Vector<double>.Count; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        return total;
    }

    /// <summary>y += scale · x.</summary>
    public static void AddScaled(double[] y, double scale, double[] x)
    {
        Span<Vector<double>> vy = MemoryMarshal.Cast<double, Vector<double>>(y.AsSpan());
        ReadOnlySpan<Vector<double>> vx = Blocks(x);
        for (int k = 0; k < vx.Length; k++)
        {
            vy[k] += scale * vx[k];
        }

        for (int i = vx.Length * Vector<double>.Count; i < y.Length; i++)
        {
            y[i] += scale * x[i];
        }
    }

    /// <summary>y = x + scale · y.</summary>
    public static void ScaleAndAdd(double[] y, double scale, double[] x)
    {
        Span<Vector<double>> vy = MemoryMarshal.Cast<double, Vector<double>>(y.AsSpan());
        ReadOnlySpan<Vector<double>> vx = Blocks(x);
        for (int k = 0; k < vx.Length; k++)
        {
            vy[k] = vx[k] + scale * vy[k];
        }

        for (int i = vx.Length * Vector<double>.Count; i < y.Length; i++)
        {
            y[i] = x[i] + scale * y[i];
        }
    }

    /// <summary>y = p · y + q · a · b, element by element.</summary>
    public static void Combine(double[] y, double p, double q, double[] a, double[] b)
    {
        Span<Vector<double>> vy = MemoryMarshal.Cast<double, Vector<double>>(y.AsSpan());
        ReadOnlySpan<Vector<double>> va = Blocks(a);
        ReadOnlySpan<Vector<double>> vb = Blocks(b);
        for (int k = 0; k < va.Length; k++)
        {
            vy[k] = p * vy[k] + q * (va[k] * vb[k]);
        }

        for (int i = va.Length * Vector<double>.Count; i < y.Length; i++)
        {
            y[i] = p * y[i] + q * (a[i] * b[i]);
        }
    }

    /// <summary>y = y · mask, element by element.</summary>
    public static void Mask(double[] y, double[] mask)
    {
        Span<Vector<double>> vy = MemoryMarshal.Cast<double, Vector<double>>(y.AsSpan());
        ReadOnlySpan<Vector<double>> vm = Blocks(mask);
        for (int k = 0; k < vm.Length; k++)
        {
            vy[k] *= vm[k];
        }

        for (int i = vm.Length * Vector<double>.Count; i < y.Length; i++)
        {
            y[i] *= mask[i];
        }
    }

    private static ReadOnlySpan<Vector<double>> Blocks(double[] a) => MemoryMarshal.Cast<double, Vector<double>>(a.AsSpan());
}
