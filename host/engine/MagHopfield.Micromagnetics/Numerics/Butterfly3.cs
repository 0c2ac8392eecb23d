using System.Numerics;
using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>A stage of radix 3: blocks of 3·part elements, of which element p of each part forms a transform of three.</summary>
internal static unsafe class Butterfly3
{
    /// <summary>Decimation in frequency: transforms, then twiddles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(T* x, int blocks, int part, T* twiddles)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint s = (nint)part * LaneComplex<T>.Size;
        for (int block = 0; block < blocks; block++, x += 2 * s)
        {
            T* w = twiddles;
            for (int p = 0; p < part; p++, x += LaneComplex<T>.Size, w += 4)
            {
                LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + s);
                LaneComplex<T> c = LaneComplex<T>.Load(x + (2 * s));
                SmallDft.Three(ref a, ref b, ref c, inverse: false);
                if (part > 1)
                    (b, c) = (b.Times(w), c.Times(w + 2));
                a.Store(x);
                b.Store(x + s);
                c.Store(x + (2 * s));
            }
        }
    }

    /// <summary>Decimation in time: twiddles, then transforms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Inverse<T>(T* x, int blocks, int part, T* twiddles)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint s = (nint)part * LaneComplex<T>.Size;
        for (int block = 0; block < blocks; block++, x += 2 * s)
        {
            T* w = twiddles;
            for (int p = 0; p < part; p++, x += LaneComplex<T>.Size, w += 4)
            {
                LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + s);
                LaneComplex<T> c = LaneComplex<T>.Load(x + (2 * s));
                if (part > 1)
                    (b, c) = (b.TimesConjugate(w), c.TimesConjugate(w + 2));
                SmallDft.Three(ref a, ref b, ref c, inverse: true);
                a.Store(x);
                b.Store(x + s);
                c.Store(x + (2 * s));
            }
        }
    }
}
