using System.Numerics;
using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>Loads and stores of one SIMD vector, whole or cut off at the end of a range, and what Vector&lt;T&gt; lacks.</summary>
internal static unsafe class Lanes
{
    /// <summary>Reads cells i, i+1, …; those at or after <paramref name="end"/> read as zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Load<T>(T* p, int i, int end)
        where T : unmanaged =>
        i + Vector<T>.Count <= end ? Vector.Load(p + i) : LoadPart(p + i, end - i);

    /// <summary>Writes cells i, i+1, … before <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector<T> v, T* p, int i, int end)
        where T : unmanaged
    {
        if (i + Vector<T>.Count <= end)
            v.Store(p + i);
        else
            StorePart(v, p + i, end - i);
    }

    /// <summary>All bits set in the lanes from one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> From<T>(int lane)
        where T : unmanaged, INumber<T> =>
        Vector.GreaterThanOrEqual(Vector<T>.Indices, new Vector<T>(T.CreateTruncating(lane)));

    /// <summary>One number in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> All<T>(double value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(T.CreateChecked(value));

    /// <summary>a·b + c, in one rounding where the processor can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Fma<T>(Vector<T> a, Vector<T> b, Vector<T> c)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Vector.FusedMultiplyAdd(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>();
        if (typeof(T) == typeof(double))
            return Vector.FusedMultiplyAdd(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();
        return (a * b) + c;
    }

    /// <summary>Natural logarithms of float or double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Log<T>(Vector<T> v)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Vector.Log(v.As<T, float>()).As<float, T>() : Vector.Log(v.As<T, double>()).As<double, T>();

    /// <summary>Sines and cosines of float or double, angles in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector<T> Sine, Vector<T> Cosine) SinCos<T>(Vector<T> v)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            (Vector<float> sine, Vector<float> cosine) = Vector.SinCos(v.As<T, float>());
            return (sine.As<float, T>(), cosine.As<float, T>());
        }
        (Vector<double> s, Vector<double> c) = Vector.SinCos(v.As<T, double>());
        return (s.As<double, T>(), c.As<double, T>());
    }

    /// <summary>Largest lane.</summary>
    public static T Largest<T>(Vector<T> v)
        where T : unmanaged, INumber<T>
    {
        T max = v[0];
        for (int i = 1; i < Vector<T>.Count; i++)
            max = T.Max(max, v[i]);
        return max;
    }

    /// <summary>The larger of each lane; NaN of either wins, which Vector.Max loses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Larger<T>(Vector<T> largest, Vector<T> value)
        where T : unmanaged =>
        Vector.ConditionalSelect(Vector.GreaterThan(value, largest) | ~Vector.Equals(value, value), value, largest);

    /// <summary>Sum of all lanes, in double.</summary>
    public static double Sum<T>(Vector<T> v)
        where T : unmanaged, INumber<T>
    {
        double sum = 0;
        for (int i = 0; i < Vector<T>.Count; i++)
            sum += double.CreateTruncating(v[i]);
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector<T> LoadPart<T>(T* p, int count)
        where T : unmanaged
    {
        T* part = stackalloc T[Vector<T>.Count];
        for (int i = 0; i < Vector<T>.Count; i++)
            part[i] = i < count ? p[i] : default;
        return Vector.Load(part);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StorePart<T>(Vector<T> v, T* p, int count)
        where T : unmanaged
    {
        for (int i = 0; i < count; i++)
            p[i] = v[i];
    }
}
