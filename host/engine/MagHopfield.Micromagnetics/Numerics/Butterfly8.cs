using System.Numerics;
using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>A stage of radix 8: blocks of 8·part elements, of which element p of each eighth forms a transform of eight.</summary>
internal static unsafe class Butterfly8
{
    /// <summary>Decimation in frequency: transforms, then twiddles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(T* x, int blocks, int part, T* twiddles)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint s = (nint)part * LaneComplex<T>.Size;
        for (int block = 0; block < blocks; block++, x += 7 * s)
        {
            T* w = twiddles;
            for (int p = 0; p < part; p++, x += LaneComplex<T>.Size, w += 14)
            {
                LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + s), c = LaneComplex<T>.Load(x + (2 * s));
                LaneComplex<T> d =
                    LaneComplex<T>.Load(x + (3 * s)), e = LaneComplex<T>.Load(x + (4 * s)), f = LaneComplex<T>.Load(x + (5 * s));
                LaneComplex<T> g = LaneComplex<T>.Load(x + (6 * s)), h = LaneComplex<T>.Load(x + (7 * s));
                (a, e) = (a + e, a - e);
                (b, f) = (b + f, b - f);
                (c, g) = (c + g, c - g);
                (d, h) = (d + h, d - h);
                SmallDft.Four(ref a, ref b, ref c, ref d, inverse: false);
                a.Store(x);
                b.Times(w + 2).Store(x + (2 * s));
                c.Times(w + 6).Store(x + (4 * s));
                d.Times(w + 10).Store(x + (6 * s));
                SmallDft.OddOfEight(ref e, ref f, ref g, ref h, inverse: false);
                e.Times(w).Store(x + s);
                f.Times(w + 4).Store(x + (3 * s));
                g.Times(w + 8).Store(x + (5 * s));
                h.Times(w + 12).Store(x + (7 * s));
            }
        }
    }

    /// <summary>Decimation in time: twiddles, then transforms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Inverse<T>(T* x, int blocks, int part, T* twiddles)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint s = (nint)part * LaneComplex<T>.Size;
        Vector<T> root = new(T.CreateChecked(0.70710678118654752440));
        for (int block = 0; block < blocks; block++, x += 7 * s)
        {
            T* w = twiddles;
            for (int p = 0; p < part; p++, x += LaneComplex<T>.Size, w += 14)
            {
                LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + (2 * s)).TimesConjugate(w + 2);
                LaneComplex<T> c =
                    LaneComplex<T>.Load(x + (4 * s)).TimesConjugate(w + 6), d = LaneComplex<T>.Load(x + (6 * s)).TimesConjugate(w + 10);
                SmallDft.Four(ref a, ref b, ref c, ref d, inverse: true);
                LaneComplex<T> e = LaneComplex<T>.Load(x + s).TimesConjugate(w), f = LaneComplex<T>.Load(x + (3 * s)).TimesConjugate(w + 4);
                LaneComplex<T> g =
                    LaneComplex<T>.Load(x + (5 * s)).TimesConjugate(w + 8), h = LaneComplex<T>.Load(x + (7 * s)).TimesConjugate(w + 12);
                SmallDft.Four(ref e, ref f, ref g, ref h, inverse: true);
                // Odd ones times ω⁻ʲ with ω⁻¹ = √½ (1 + i), ω⁻² = i, ω⁻³ = √½ (−1 + i).
                LaneComplex<T> f1 = f.PlusI(f), h3 = h.MinusI(h);
                (a + e).Store(x);
                (a - e).Store(x + (4 * s));
                b.Plus(root, f1).Store(x + s);
                b.Minus(root, f1).Store(x + (5 * s));
                c.PlusI(g).Store(x + (2 * s));
                c.MinusI(g).Store(x + (6 * s));
                d.Minus(root, h3).Store(x + (3 * s));
                d.Plus(root, h3).Store(x + (7 * s));
            }
        }
    }
}
