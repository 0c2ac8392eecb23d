using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>First and last stage of a padded transform with r = 2, for lengths 2·odd, and r = 1, for odd lengths.</summary>
internal static unsafe class PaddedButterfly2
{
    /// <summary>x_p, x_{p+part} for p below <paramref name="count"/> into four slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Expand<T>(T* x, nint stride, nint part, T* y, nint slot, T* w, int count)
        where T : unmanaged
    {
        for (int p = 0; p < count; p++, x += stride, y += LaneComplex<T>.Size, w += 6)
        {
            LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + part);
            (a + b).Store(y);
            a.MinusI(b).Times(w).Store(y + slot);
            (a - b).Times(w + 2).Store(y + (2 * slot));
            a.PlusI(b).Times(w + 4).Store(y + (3 * slot));
        }
    }

    /// <summary>Back from four slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Contract<T>(T* y, nint slot, T* x, nint stride, nint part, T* w, int count)
        where T : unmanaged
    {
        for (int p = 0; p < count; p++, x += stride, y += LaneComplex<T>.Size, w += 6)
        {
            LaneComplex<T> a = LaneComplex<T>.Load(y), b = LaneComplex<T>.Load(y + slot).TimesConjugate(w);
            LaneComplex<T> c =
                LaneComplex<T>.Load(y + (2 * slot)).TimesConjugate(w + 2), d = LaneComplex<T>.Load(y + (3 * slot)).TimesConjugate(w + 4);
            (a + c + (b + d)).Store(x);
            (a - c).PlusI(b - d).Store(x + part);
        }
    }

    /// <summary>x_p into two slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ExpandOne<T>(T* x, nint stride, T* y, nint slot, T* w, int count)
        where T : unmanaged
    {
        for (int p = 0; p < count; p++, x += stride, y += LaneComplex<T>.Size, w += 2)
        {
            LaneComplex<T> a = LaneComplex<T>.Load(x);
            a.Store(y);
            a.Times(w).Store(y + slot);
        }
    }

    /// <summary>Back from two slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ContractOne<T>(T* y, nint slot, T* x, nint stride, T* w, int count)
        where T : unmanaged
    {
        for (int p = 0; p < count; p++, x += stride, y += LaneComplex<T>.Size, w += 2)
            (LaneComplex<T>.Load(y) + LaneComplex<T>.Load(y + slot).TimesConjugate(w)).Store(x);
    }
}
