using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// The product with the kernel in one slot of a body's z columns, as <see cref="FilmProduct"/> for a film. N_xy and N_yz change their sign
/// with the y frequency, N_xz and N_yz with the z frequency.
/// </summary>
internal static unsafe class BodyProduct
{
    /// <summary>Kernel components of an element.</summary>
    public const int Components = 6;

    /// <summary>Last stage forward, product, and first stage back, in transforms of four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fours<T>(T* x, T* y, T* z, T* kernel, nint step, T signY, T signZ, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint e = LaneComplex<T>.Size;
        Vector<T> sy = new(signY), sz = new(signZ), syz = sy * sz;
        for (int i = 0; i < count; i += 4, x += 4 * e, y += 4 * e, z += 4 * e, kernel += 4 * step)
        {
            LaneComplex<T> x0 =
                LaneComplex<T>.Load(x), x1 =
                    LaneComplex<T>.Load(x + e), x2 = LaneComplex<T>.Load(x + (2 * e)), x3 = LaneComplex<T>.Load(x + (3 * e));
            LaneComplex<T> y0 =
                LaneComplex<T>.Load(y), y1 =
                    LaneComplex<T>.Load(y + e), y2 = LaneComplex<T>.Load(y + (2 * e)), y3 = LaneComplex<T>.Load(y + (3 * e));
            LaneComplex<T> z0 =
                LaneComplex<T>.Load(z), z1 =
                    LaneComplex<T>.Load(z + e), z2 = LaneComplex<T>.Load(z + (2 * e)), z3 = LaneComplex<T>.Load(z + (3 * e));
            SmallDft.Four(ref x0, ref x1, ref x2, ref x3, inverse: false);
            SmallDft.Four(ref y0, ref y1, ref y2, ref y3, inverse: false);
            SmallDft.Four(ref z0, ref z1, ref z2, ref z3, inverse: false);
            Times(ref x0, ref y0, ref z0, kernel, sy, sz, syz);
            Times(ref x1, ref y1, ref z1, kernel + step, sy, sz, syz);
            Times(ref x2, ref y2, ref z2, kernel + (2 * step), sy, sz, syz);
            Times(ref x3, ref y3, ref z3, kernel + (3 * step), sy, sz, syz);
            SmallDft.Four(ref x0, ref x1, ref x2, ref x3, inverse: true);
            x0.Store(x);
            x1.Store(x + e);
            x2.Store(x + (2 * e));
            x3.Store(x + (3 * e));
            SmallDft.Four(ref y0, ref y1, ref y2, ref y3, inverse: true);
            y0.Store(y);
            y1.Store(y + e);
            y2.Store(y + (2 * e));
            y3.Store(y + (3 * e));
            SmallDft.Four(ref z0, ref z1, ref z2, ref z3, inverse: true);
            z0.Store(z);
            z1.Store(z + e);
            z2.Store(z + (2 * e));
            z3.Store(z + (3 * e));
        }
    }

    /// <summary>The product alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Ones<T>(T* x, T* y, T* z, T* kernel, nint step, T signY, T signZ, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint e = LaneComplex<T>.Size;
        Vector<T> sy = new(signY), sz = new(signZ), syz = sy * sz;
        for (int i = 0; i < count; i++, x += e, y += e, z += e, kernel += step)
        {
            LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(y), c = LaneComplex<T>.Load(z);
            Times(ref a, ref b, ref c, kernel, sy, sz, syz);
            a.Store(x);
            b.Store(y);
            c.Store(z);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Times<T>(
        ref LaneComplex<T> x, ref LaneComplex<T> y, ref LaneComplex<T> z, T* kernel, Vector<T> signY, Vector<T> signZ, Vector<T> signYZ)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = Vector<T>.Count;
        Vector<T> xx = Vector.Load(kernel), yy = Vector.Load(kernel + n), zz = Vector.Load(kernel + (2 * n));
        Vector<T> xy =
            signY * Vector.Load(kernel + (3 * n)), xz = signZ * Vector.Load(kernel + (4 * n)), yz = signYZ * Vector.Load(kernel + (5 * n));
        (x, y, z) = (
            x.Scaled(xx).Plus(xy, y).Plus(xz, z),
            y.Scaled(yy).Plus(xy, x).Plus(yz, z),
            z.Scaled(zz).Plus(xz, x).Plus(yz, y));
    }
}
