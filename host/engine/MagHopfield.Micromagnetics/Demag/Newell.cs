using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// The functions f and g whose second differences are the demagnetising tensor of a pair of equal cuboids: A. J. Newell, W. Williams and
/// D. J. Dunlop, J. Geophys. Res. 98, 9551 (1993), eqs. 27 and 32. Their differences lose (r/d)⁶ of their size, hence the double-double
/// numbers. Lengths in any one unit; the functions have its third power.
/// </summary>
internal static class Newell
{
    /// <summary>6f for N_xx, N_yy, N_zz, and 6g for N_xy, N_xz, N_yz, at a point with no negative coordinate.</summary>
    public static DoubleDouble[] At(DoubleDouble x, DoubleDouble y, DoubleDouble z)
    {
        DoubleDouble xx = x * x, yy = y * y, zz = z * z, r = DoubleDouble.Sqrt(xx + yy + zz), xyz = x * y * z;
        DoubleDouble lx = Asinh(x, yy + zz, r), ly = Asinh(y, xx + zz, r), lz = Asinh(z, xx + yy, r);
        DoubleDouble ax = Atan(y * z, x * r), ay = Atan(x * z, y * r), az = Atan(x * y, z * r);
        return
        [
            ((xx + xx - yy - zz) * r) + (3 * ((y * (zz - xx) * ly) + (z * (yy - xx) * lz))) - (6 * xyz * ax),
            ((yy + yy - xx - zz) * r) + (3 * ((x * (zz - yy) * lx) + (z * (xx - yy) * lz))) - (6 * xyz * ay),
            ((zz + zz - xx - yy) * r) + (3 * ((x * (yy - zz) * lx) + (y * (xx - zz) * ly))) - (6 * xyz * az),
            G(x, y, z, xx, yy, zz, r, xyz, lx, ly, lz, ax, ay, az),
            G(x, z, y, xx, zz, yy, r, xyz, lx, lz, ly, ax, az, ay),
            G(y, z, x, yy, zz, xx, r, xyz, ly, lz, lx, ay, az, ax),
        ];
    }

    private static DoubleDouble G(
        DoubleDouble x, DoubleDouble y, DoubleDouble z, DoubleDouble xx, DoubleDouble yy, DoubleDouble zz, DoubleDouble r, DoubleDouble xyz,
        DoubleDouble lx, DoubleDouble ly, DoubleDouble lz, DoubleDouble ax, DoubleDouble ay, DoubleDouble az) =>
        (-2 * x * y * r) + (6 * xyz * lz) + (y * ((3 * zz) - yy) * lx) + (x * ((3 * zz) - xx) * ly)
        - (z * ((zz * az) + (3 * ((yy * ay) + (xx * ax)))));

    // asinh(a/√b) = ln(a + r) − ½ ln b with r² = a² + b. Where b is 0 its factor in f and g vanishes faster than the logarithm grows.
    private static DoubleDouble Asinh(DoubleDouble a, DoubleDouble b, DoubleDouble r) =>
        b.High == 0 ? 0 : DoubleDouble.Log(a + r) - (0.5 * DoubleDouble.Log(b));

    // Where the denominator is 0 so is the factor before.
    private static DoubleDouble Atan(DoubleDouble a, DoubleDouble b) => b.High == 0 ? 0 : DoubleDouble.Atan(a / b);
}
