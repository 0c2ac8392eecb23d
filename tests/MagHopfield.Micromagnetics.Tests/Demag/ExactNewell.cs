using System.Numerics;

namespace MagHopfield.Micromagnetics.Tests.Demag;

/// <summary>
/// The demagnetising tensor between two cells by the differences of Newell, Williams and Dunlop (J. Geophys. Res. 98, 9551 (1993)) with 192
/// binary digits after the point, so that the cancellation, (r/d)⁶, takes none of the digits that a double has. Edges and displacements are
/// whole numbers, so that all polynomials are exact.
/// </summary>
internal sealed class ExactNewell(int dx, int dy, int dz)
{
    private readonly Dictionary<(long, long, long), BigInteger[]> _corners = [];

    /// <summary>Tensor (xx, yy, zz, xy, xz, yz) at a displacement of (i, j, k) cells.</summary>
    public double[] At(int i, int j, int k)
    {
        BigInteger[] sums = new BigInteger[6];
        for (int a = -1; a <= 1; a++)
        {
            for (int b = -1; b <= 1; b++)
            {
                for (int c = -1; c <= 1; c++)
                {
                    int weight = (a == 0 ? 2 : -1) * (b == 0 ? 2 : -1) * (c == 0 ? 2 : -1);
                    long x = (long)(i + a) * dx, y = (long)(j + b) * dy, z = (long)(k + c) * dz;
                    BigInteger[] corner = Corner(Math.Abs(x), Math.Abs(y), Math.Abs(z));
                    int[] signs = [1, 1, 1, Math.Sign(x) * Math.Sign(y), Math.Sign(x) * Math.Sign(z), Math.Sign(y) * Math.Sign(z)];
                    for (int t = 0; t < 6; t++)
                        sums[t] += weight * signs[t] * corner[t];
                }
            }
        }
        // The corners hold 6 f and 6 g.
        return [.. sums.Select(s => FixedPoint.ToDouble(FixedPoint.Over(s, 24 * FixedPoint.Pi * dx * dy * dz)))];
    }

    private BigInteger[] Corner(long x, long y, long z)
    {
        if (_corners.TryGetValue((x, y, z), out BigInteger[]? known))
            return known;
        long xx = x * x, yy = y * y, zz = z * z;
        BigInteger r = FixedPoint.Root(xx + yy + zz);
        BigInteger lx = Asinh(x, yy + zz, r), ly = Asinh(y, xx + zz, r), lz = Asinh(z, xx + yy, r);
        BigInteger ax = Atan(y * z, x, r), ay = Atan(x * z, y, r), az = Atan(x * y, z, r);
        // f has the parts r, two inverse hyperbolic sines and an inverse tangent; g three and three.
        BigInteger F(long u, long v, long w, BigInteger lv, BigInteger lw, BigInteger au)
        {
            BigInteger uu = (BigInteger)u * u, vv = (BigInteger)v * v, ww = (BigInteger)w * w;
            return (((2 * uu) - vv - ww) * r) + (3 * v * (ww - uu) * lv) + (3 * w * (vv - uu) * lw) - (6 * (BigInteger)u * v * w * au);
        }
        BigInteger G(long u, long v, long w, BigInteger lu, BigInteger lv, BigInteger lw, BigInteger au, BigInteger av, BigInteger aw)
        {
            BigInteger uu = (BigInteger)u * u, vv = (BigInteger)v * v, ww = (BigInteger)w * w;
            return (-2 * (BigInteger)u * v * r) + (6 * (BigInteger)u * v * w * lw) + (v * ((3 * ww) - vv) * lu) + (u * ((3 * ww) - uu) * lv)
                - (w * ww * aw) - (3 * w * vv * av) - (3 * w * uu * au);
        }
        return _corners[(x, y, z)] =
        [
            F(x, y, z, ly, lz, ax), F(y, x, z, lx, lz, ay), F(z, y, x, ly, lx, az),
            G(x, y, z, lx, ly, lz, ax, ay, az), G(x, z, y, lx, lz, ly, ax, az, ay), G(y, z, x, ly, lz, lx, ay, az, ax),
        ];
    }

    // asinh(a/√b) = ln(a + r) − ½ ln b; where b is 0 its factor vanishes faster than it grows.
    private static BigInteger Asinh(long a, long b, BigInteger r) =>
        b == 0 ? 0 : FixedPoint.Log((a * FixedPoint.One) + r) - (FixedPoint.Log(b * FixedPoint.One) / 2);

    // atan(a/(b r)); where b is 0 so is the factor before.
    private static BigInteger Atan(long a, long b, BigInteger r) =>
        b == 0 ? 0 : FixedPoint.Atan(FixedPoint.Over(a * FixedPoint.One, b * r));
}
