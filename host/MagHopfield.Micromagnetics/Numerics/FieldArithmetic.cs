using System.Numerics;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>Sums and norms of vector fields, as integrators need them. Nothing here allocates.</summary>
internal static unsafe class FieldArithmetic
{
    /// <summary>target = m + Σ w_j k_j; terms of weight zero are skipped.</summary>
    public static void Combine<T>(VectorField<T> m, ReadOnlySpan<VectorField<T>> k, ReadOnlySpan<double> w, VectorField<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T** x = stackalloc T*[w.Length], y = stackalloc T*[w.Length], z = stackalloc T*[w.Length];
        Vector<T>* weight = stackalloc Vector<T>[w.Length];
        int terms = Gather(k, w, x, y, z, weight);
        Combine(m.PointerX, x, weight, terms, target.PointerX, m.X.Length);
        Combine(m.PointerY, y, weight, terms, target.PointerY, m.X.Length);
        Combine(m.PointerZ, z, weight, terms, target.PointerZ, m.X.Length);
        GC.KeepAlive(m);
        GC.KeepAlive(target);
    }

    /// <summary>max over cells of |Σ w_j k_j|.</summary>
    public static double LargestNorm<T>(ReadOnlySpan<VectorField<T>> k, ReadOnlySpan<double> w)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T** x = stackalloc T*[w.Length], y = stackalloc T*[w.Length], z = stackalloc T*[w.Length];
        Vector<T>* weight = stackalloc Vector<T>[w.Length];
        int terms = Gather(k, w, x, y, z, weight), n = k[0].X.Length;
        Vector<T> largest = Vector<T>.Zero;
        for (int i = 0; i < n; i += Vector<T>.Count)
        {
            Vector<T> sx = Vector<T>.Zero, sy = Vector<T>.Zero, sz = Vector<T>.Zero;
            for (int j = 0; j < terms; j++)
            {
                sx = Lanes.Fma(weight[j], Lanes.Load(x[j], i, n), sx);
                sy = Lanes.Fma(weight[j], Lanes.Load(y[j], i, n), sy);
                sz = Lanes.Fma(weight[j], Lanes.Load(z[j], i, n), sz);
            }
            Vector<T> square = (sx * sx) + (sy * sy) + (sz * sz);
            // Not Vector.Max, which loses NaN: a NaN must reach the caller.
            largest = Vector.ConditionalSelect(Vector.LessThanOrEqual(square, largest), largest, square);
        }
        GC.KeepAlive(k[0]);
        return Math.Sqrt(double.CreateTruncating(Lanes.Largest(largest)));
    }

    /// <summary>target = source/|source| cell by cell; zero stays zero. Source and target may be the same.</summary>
    public static void Normalise<T>(VectorField<T> source, VectorField<T> target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* sx = source.PointerX, sy = source.PointerY, sz = source.PointerZ;
        T* tx = target.PointerX, ty = target.PointerY, tz = target.PointerZ;
        int n = source.X.Length;
        for (int i = 0; i < n; i += Vector<T>.Count)
        {
            Vector<T> x = Lanes.Load(sx, i, n), y = Lanes.Load(sy, i, n), z = Lanes.Load(sz, i, n);
            Vector<T> square = (x * x) + (y * y) + (z * z);
            Vector<T> inverse = Vector<T>.One / Vector.SquareRoot(square);
            inverse = Vector.ConditionalSelect(Vector.Equals(square, Vector<T>.Zero), Vector<T>.Zero, inverse);
            Lanes.Store(x * inverse, tx, i, n);
            Lanes.Store(y * inverse, ty, i, n);
            Lanes.Store(z * inverse, tz, i, n);
        }
        GC.KeepAlive(source);
        GC.KeepAlive(target);
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

    private static void Combine<T>(T* m, T** k, Vector<T>* weight, int terms, T* target, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < n; i += Vector<T>.Count)
        {
            Vector<T> sum = Vector<T>.Zero;
            for (int j = 0; j < terms; j++)
                sum = Lanes.Fma(weight[j], Lanes.Load(k[j], i, n), sum);
            Lanes.Store(Lanes.Load(m, i, n) + sum, target, i, n);
        }
    }
}
