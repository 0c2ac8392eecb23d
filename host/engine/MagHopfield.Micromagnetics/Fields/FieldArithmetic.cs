using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Fields;

/// <summary>
/// Sums and norms of vector fields, as integrators need them. Nothing here allocates. The kernels are compiled in full at their first call:
/// a short run would else spend much of its time in the compiler's first tier.
/// </summary>
internal static unsafe class FieldArithmetic
{
    /// <summary>target = m + Σ w_j k_j; terms of weight zero are skipped.</summary>
    public static void Combine<T>(VectorField<T> m, ReadOnlySpan<VectorField<T>> k, ReadOnlySpan<double> w, VectorField<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Combine(m, k, w, target, 0, m.X.Length);

    /// <summary>The same for cells begin … end − 1.</summary>
    public static void Combine<T>(
        VectorField<T> m, ReadOnlySpan<VectorField<T>> k, ReadOnlySpan<double> w, VectorField<T> target, int begin, int end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T** x = stackalloc T*[w.Length], y = stackalloc T*[w.Length], z = stackalloc T*[w.Length];
        Vector<T>* weight = stackalloc Vector<T>[w.Length];
        int terms = Gather(k, w, x, y, z, weight);
        Combine(m.PointerX, x, weight, terms, target.PointerX, begin, end);
        Combine(m.PointerY, y, weight, terms, target.PointerY, begin, end);
        Combine(m.PointerZ, z, weight, terms, target.PointerZ, begin, end);
        GC.KeepAlive(m);
        GC.KeepAlive(target);
    }

    /// <summary>max over cells of |Σ w_j k_j|.</summary>
    public static double LargestNorm<T>(ReadOnlySpan<VectorField<T>> k, ReadOnlySpan<double> w)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LargestNorm(k, w, 0, k[0].X.Length);

    /// <summary>The same over cells begin … end − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double LargestNorm<T>(ReadOnlySpan<VectorField<T>> k, ReadOnlySpan<double> w, int begin, int end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T** x = stackalloc T*[w.Length], y = stackalloc T*[w.Length], z = stackalloc T*[w.Length];
        Vector<T>* weight = stackalloc Vector<T>[w.Length];
        int terms = Gather(k, w, x, y, z, weight), n = end;
        Vector<T> largest = Vector<T>.Zero;
        int whole = end - ((end - begin) % Vector<T>.Count);
        for (int i = begin; i < whole; i += Vector<T>.Count)
        {
            Vector<T> sx = Vector<T>.Zero, sy = sx, sz = sx;
            for (int j = 0; j < terms; j++)
            {
                Vector<T> s = weight[j];
                sx = Lanes.Fma(s, Vector.Load(x[j] + i), sx);
                sy = Lanes.Fma(s, Vector.Load(y[j] + i), sy);
                sz = Lanes.Fma(s, Vector.Load(z[j] + i), sz);
            }
            Vector<T> square = (sx * sx) + (sy * sy) + (sz * sz);
            largest = Lanes.Larger(largest, square);
        }
        for (int i = whole; i < n; i += Vector<T>.Count)
        {
            Vector<T> sx = Vector<T>.Zero, sy = Vector<T>.Zero, sz = Vector<T>.Zero;
            for (int j = 0; j < terms; j++)
            {
                sx = Lanes.Fma(weight[j], Lanes.Load(x[j], i, n), sx);
                sy = Lanes.Fma(weight[j], Lanes.Load(y[j], i, n), sy);
                sz = Lanes.Fma(weight[j], Lanes.Load(z[j], i, n), sz);
            }
            Vector<T> square = (sx * sx) + (sy * sy) + (sz * sz);
            largest = Lanes.Larger(largest, square);
        }
        GC.KeepAlive(k[0]);
        return Math.Sqrt(double.CreateTruncating(Lanes.Largest(largest)));
    }

    /// <summary>target = source/|source| cell by cell; zero stays zero. Source and target may be the same.</summary>
    public static void Normalise<T>(VectorField<T> source, VectorField<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Normalise(source, target, 0, source.X.Length);

    /// <summary>The same for cells begin … end − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalise<T>(VectorField<T> source, VectorField<T> target, int begin, int end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* sx = source.PointerX, sy = source.PointerY, sz = source.PointerZ;
        T* tx = target.PointerX, ty = target.PointerY, tz = target.PointerZ;
        int n = end, whole = end - ((end - begin) % Vector<T>.Count);
        for (int i = begin; i < whole; i += Vector<T>.Count)
        {
            Vector<T> x = Vector.Load(sx + i), y = Vector.Load(sy + i), z = Vector.Load(sz + i), inverse = InverseLength(x, y, z);
            (x * inverse).Store(tx + i);
            (y * inverse).Store(ty + i);
            (z * inverse).Store(tz + i);
        }
        for (int i = whole; i < n; i += Vector<T>.Count)
        {
            Vector<T> x = Lanes.Load(sx, i, n), y = Lanes.Load(sy, i, n), z = Lanes.Load(sz, i, n), inverse = InverseLength(x, y, z);
            Lanes.Store(x * inverse, tx, i, n);
            Lanes.Store(y * inverse, ty, i, n);
            Lanes.Store(z * inverse, tz, i, n);
        }
        GC.KeepAlive(source);
        GC.KeepAlive(target);
    }

    /// <summary>1/|(x, y, z)| lane by lane; 0 where the vector is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<T> InverseLength<T>(Vector<T> x, Vector<T> y, Vector<T> z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> square = (x * x) + (y * y) + (z * z), inverse = Vector<T>.One / Vector.SquareRoot(square);
        return Vector.ConditionalSelect(Vector.Equals(square, Vector<T>.Zero), Vector<T>.Zero, inverse);
    }

    private static int Gather<T>(ReadOnlySpan<VectorField<T>> k, ReadOnlySpan<double> w, T** x, T** y, T** z, Vector<T>* weight)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int terms = 0;
        for (int j = 0; j < w.Length; j++)
        {
            if (w[j] == 0)
                continue;
            x[terms] = k[j].PointerX;
            y[terms] = k[j].PointerY;
            z[terms] = k[j].PointerZ;
            weight[terms++] = new Vector<T>(T.CreateTruncating(w[j]));
        }
        return terms;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Combine<T>(T* m, T** k, Vector<T>* weight, int terms, T* target, int begin, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int w = Vector<T>.Count, i = begin;
        // Four vectors at a time, so that a weight and a pointer are read once for four sums.
        for (; i + (4 * w) <= n; i += 4 * w)
        {
            Vector<T> a = Vector<T>.Zero, b = a, c = a, d = a;
            for (int j = 0; j < terms; j++)
            {
                T* p = k[j] + i;
                Vector<T> s = weight[j];
                a = Lanes.Fma(s, Vector.Load(p), a);
                b = Lanes.Fma(s, Vector.Load(p + w), b);
                c = Lanes.Fma(s, Vector.Load(p + (2 * w)), c);
                d = Lanes.Fma(s, Vector.Load(p + (3 * w)), d);
            }
            (Vector.Load(m + i) + a).Store(target + i);
            (Vector.Load(m + i + w) + b).Store(target + i + w);
            (Vector.Load(m + i + (2 * w)) + c).Store(target + i + (2 * w));
            (Vector.Load(m + i + (3 * w)) + d).Store(target + i + (3 * w));
        }
        for (; i < n; i += w)
        {
            Vector<T> sum = Vector<T>.Zero;
            for (int j = 0; j < terms; j++)
                sum = Lanes.Fma(weight[j], Lanes.Load(k[j], i, n), sum);
            Lanes.Store(Lanes.Load(m, i, n) + sum, target, i, n);
        }
    }
}
