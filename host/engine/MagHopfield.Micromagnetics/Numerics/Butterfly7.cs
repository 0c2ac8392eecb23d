using System.Numerics;
using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>A stage of radix 7: blocks of 7·part elements, of which element p of each part forms a transform of seven.</summary>
internal static unsafe class Butterfly7
{
    /// <summary>Decimation in frequency: transforms, then twiddles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(T* x, int blocks, int part, T* twiddles)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint s = (nint)part * LaneComplex<T>.Size;
        for (int block = 0; block < blocks; block++, x += 6 * s)
        {
            T* w = twiddles;
            for (int p = 0; p < part; p++, x += LaneComplex<T>.Size, w += 12)
            {
                LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + s);
                LaneComplex<T> c = LaneComplex<T>.Load(x + (2 * s)), d = LaneComplex<T>.Load(x + (3 * s));
                LaneComplex<T> e = LaneComplex<T>.Load(x + (4 * s)), f = LaneComplex<T>.Load(x + (5 * s));
                LaneComplex<T> g = LaneComplex<T>.Load(x + (6 * s));
                SmallDft.Seven(ref a, ref b, ref c, ref d, ref e, ref f, ref g, inverse: false);
                if (part > 1)
                    (b, c, d, e, f, g) = (b.Times(w), c.Times(w + 2), d.Times(w + 4), e.Times(w + 6), f.Times(w + 8), g.Times(w + 10));
                a.Store(x);
                b.Store(x + s);
                c.Store(x + (2 * s));
                d.Store(x + (3 * s));
                e.Store(x + (4 * s));
                f.Store(x + (5 * s));
                g.Store(x + (6 * s));
            }
        }
    }

    /// <summary>Decimation in time: twiddles, then transforms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Inverse<T>(T* x, int blocks, int part, T* twiddles)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint s = (nint)part * LaneComplex<T>.Size;
        for (int block = 0; block < blocks; block++, x += 6 * s)
        {
            T* w = twiddles;
            for (int p = 0; p < part; p++, x += LaneComplex<T>.Size, w += 12)
            {
                LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + s);
                LaneComplex<T> c = LaneComplex<T>.Load(x + (2 * s)), d = LaneComplex<T>.Load(x + (3 * s));
                LaneComplex<T> e = LaneComplex<T>.Load(x + (4 * s)), f = LaneComplex<T>.Load(x + (5 * s));
                LaneComplex<T> g = LaneComplex<T>.Load(x + (6 * s));
                if (part > 1)
                    (b, c, d, e, f, g) = (
                        b.TimesConjugate(w), c.TimesConjugate(w + 2), d.TimesConjugate(w + 4),
                        e.TimesConjugate(w + 6), f.TimesConjugate(w + 8), g.TimesConjugate(w + 10));
                SmallDft.Seven(ref a, ref b, ref c, ref d, ref e, ref f, ref g, inverse: true);
                a.Store(x);
                b.Store(x + s);
                c.Store(x + (2 * s));
                d.Store(x + (3 * s));
                e.Store(x + (4 * s));
                f.Store(x + (5 * s));
                g.Store(x + (6 * s));
            }
        }
    }
}
