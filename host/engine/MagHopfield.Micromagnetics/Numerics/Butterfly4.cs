using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>A stage of radix 4: blocks of 4·part elements, of which element p of each quarter forms a transform of four.</summary>
internal static unsafe class Butterfly4
{
    /// <summary>Decimation in frequency: transforms, then twiddles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(T* x, int blocks, int part, T* twiddles)
        where T : unmanaged
    {
        nint s = (nint)part * LaneComplex<T>.Size;
        for (int block = 0; block < blocks; block++, x += 3 * s)
        {
            T* w = twiddles;
            for (int p = 0; p < part; p++, x += LaneComplex<T>.Size, w += 6)
            {
                LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + s);
                LaneComplex<T> c = LaneComplex<T>.Load(x + (2 * s)), d = LaneComplex<T>.Load(x + (3 * s));
                SmallDft.Four(ref a, ref b, ref c, ref d, inverse: false);
                a.Store(x);
                if (part > 1)
                    (b, c, d) = (b.Times(w), c.Times(w + 2), d.Times(w + 4));
                b.Store(x + s);
                c.Store(x + (2 * s));
                d.Store(x + (3 * s));
            }
        }
    }

    /// <summary>Decimation in time: twiddles, then transforms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Inverse<T>(T* x, int blocks, int part, T* twiddles)
        where T : unmanaged
    {
        nint s = (nint)part * LaneComplex<T>.Size;
        for (int block = 0; block < blocks; block++, x += 3 * s)
        {
            T* w = twiddles;
            for (int p = 0; p < part; p++, x += LaneComplex<T>.Size, w += 6)
            {
                LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + s);
                LaneComplex<T> c = LaneComplex<T>.Load(x + (2 * s)), d = LaneComplex<T>.Load(x + (3 * s));
                if (part > 1)
                    (b, c, d) = (b.TimesConjugate(w), c.TimesConjugate(w + 2), d.TimesConjugate(w + 4));
                SmallDft.Four(ref a, ref b, ref c, ref d, inverse: true);
                a.Store(x);
                b.Store(x + s);
                c.Store(x + (2 * s));
                d.Store(x + (3 * s));
            }
        }
    }
}
