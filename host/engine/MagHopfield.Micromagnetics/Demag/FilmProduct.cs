using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// The product with the kernel in one slot of a film's columns. The kernel's elements follow one another at <c>step</c> values of T, which
/// is negative in a slot of negative frequencies; there N_xy changes its sign.
/// </summary>
internal static unsafe class FilmProduct
{
    /// <summary>Kernel components of an element.</summary>
    public const int Components = 4;

    /// <summary>Last stage forward, product, and first stage back, in transforms of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fours<T>(T* x, T* y, T* z, T* kernel, nint step, T sign, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint e = LaneComplex<T>.Size;
        Vector<T> signs = new(sign);
        for (int i = 0; i < count; i += 4, x += 4 * e, y += 4 * e, z += 4 * e, kernel += 4 * step)
        {
            T* k1 = kernel + step, k2 = kernel + (2 * step), k3 = kernel + (3 * step);
            LaneComplex<T> a =
                LaneComplex<T>.Load(z), b =
                    LaneComplex<T>.Load(z + e), c = LaneComplex<T>.Load(z + (2 * e)), d = LaneComplex<T>.Load(z + (3 * e));
            SmallDft.Four(ref a, ref b, ref c, ref d, inverse: false);
            int zz = 2 * Vector<T>.Count;
            (a, b, c, d) = (
                a.Scaled(Vector.Load(kernel + zz)),
                b.Scaled(Vector.Load(k1 + zz)),
                c.Scaled(Vector.Load(k2 + zz)),
                d.Scaled(Vector.Load(k3 + zz)));
            SmallDft.Four(ref a, ref b, ref c, ref d, inverse: true);
            a.Store(z);
            b.Store(z + e);
            c.Store(z + (2 * e));
            d.Store(z + (3 * e));
            a = LaneComplex<T>.Load(x);
            b = LaneComplex<T>.Load(x + e);
            c = LaneComplex<T>.Load(x + (2 * e));
            d = LaneComplex<T>.Load(x + (3 * e));
            SmallDft.Four(ref a, ref b, ref c, ref d, inverse: false);
            LaneComplex<T> f =
                LaneComplex<T>.Load(y), g =
                    LaneComplex<T>.Load(y + e), h = LaneComplex<T>.Load(y + (2 * e)), j = LaneComplex<T>.Load(y + (3 * e));
            SmallDft.Four(ref f, ref g, ref h, ref j, inverse: false);
            Times(ref a, ref f, kernel, signs);
            Times(ref b, ref g, k1, signs);
            Times(ref c, ref h, k2, signs);
            Times(ref d, ref j, k3, signs);
            SmallDft.Four(ref a, ref b, ref c, ref d, inverse: true);
            a.Store(x);
            b.Store(x + e);
            c.Store(x + (2 * e));
            d.Store(x + (3 * e));
            SmallDft.Four(ref f, ref g, ref h, ref j, inverse: true);
            f.Store(y);
            g.Store(y + e);
            h.Store(y + (2 * e));
            j.Store(y + (3 * e));
        }
    }

    /// <summary>The product alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Ones<T>(T* x, T* y, T* z, T* kernel, nint step, T sign, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint e = LaneComplex<T>.Size;
        Vector<T> signs = new(sign);
        for (int i = 0; i < count; i++, x += e, y += e, z += e, kernel += step)
        {
            LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(y);
            Times(ref a, ref b, kernel, signs);
            a.Store(x);
            b.Store(y);
            LaneComplex<T>.Load(z).Scaled(Vector.Load(kernel + (2 * Vector<T>.Count))).Store(z);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Times<T>(ref LaneComplex<T> x, ref LaneComplex<T> y, T* kernel, Vector<T> signs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> xx = Vector.Load(kernel), yy = Vector.Load(kernel + Vector<T>.Count), xy = signs * Vector.Load(
            kernel + (3 * Vector<T>.Count));
        (x, y) = (x.Scaled(xx).Plus(xy, y), y.Scaled(yy).Plus(xy, x));
    }
}
