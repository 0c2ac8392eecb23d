using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// First and last stage of a padded transform with r = 4: a transform of eight, of which four inputs are zero or four outputs unwanted.
/// </summary>
internal static unsafe class PaddedButterfly4
{
    /// <summary>x_p, x_{p+part}, … for p below <paramref name="count"/> into eight slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Expand<T>(T* x, nint stride, nint part, T* y, nint slot, T* w, int count)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        for (int p = 0; p < count; p++, x += stride, y += LaneComplex<T>.Size, w += 14)
        {
            LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + part);
            LaneComplex<T> c = LaneComplex<T>.Load(x + (2 * part)), d = LaneComplex<T>.Load(x + (3 * part));
            LaneComplex<T> e = a, f = b, g = c, h = d;
            SmallDft.Four(ref a, ref b, ref c, ref d, inverse: false);
            a.Store(y);
            b.Times(w + 2).Store(y + (2 * slot));
            c.Times(w + 6).Store(y + (4 * slot));
            d.Times(w + 10).Store(y + (6 * slot));
            SmallDft.OddOfEight(ref e, ref f, ref g, ref h, inverse: false);
            e.Times(w).Store(y + slot);
            f.Times(w + 4).Store(y + (3 * slot));
            g.Times(w + 8).Store(y + (5 * slot));
            h.Times(w + 12).Store(y + (7 * slot));
        }
    }

    /// <summary>Back from eight slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Contract<T>(T* y, nint slot, T* x, nint stride, nint part, T* w, int count)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        System.Numerics.Vector<T> root = new(T.CreateChecked(0.70710678118654752440));
        for (int p = 0; p < count; p++, x += stride, y += LaneComplex<T>.Size, w += 14)
        {
            LaneComplex<T> e =
                LaneComplex<T>.Load(y + slot).TimesConjugate(w), f = LaneComplex<T>.Load(y + (3 * slot)).TimesConjugate(w + 4);
            LaneComplex<T> g =
                LaneComplex<T>.Load(y + (5 * slot)).TimesConjugate(w + 8), h = LaneComplex<T>.Load(y + (7 * slot)).TimesConjugate(w + 12);
            SmallDft.Four(ref e, ref f, ref g, ref h, inverse: true);
            LaneComplex<T> a = LaneComplex<T>.Load(y), b = LaneComplex<T>.Load(y + (2 * slot)).TimesConjugate(w + 2);
            LaneComplex<T> c =
                LaneComplex<T>.Load(y + (4 * slot)).TimesConjugate(w + 6), d = LaneComplex<T>.Load(y + (6 * slot)).TimesConjugate(w + 10);
            SmallDft.Four(ref a, ref b, ref c, ref d, inverse: true);
            (a + e).Store(x);
            b.Plus(root, f.PlusI(f)).Store(x + part);
            c.PlusI(g).Store(x + (2 * part));
            d.Minus(root, h.MinusI(h)).Store(x + (3 * part));
        }
    }
}
