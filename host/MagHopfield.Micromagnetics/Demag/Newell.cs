namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// The functions f and g whose second differences are the demagnetising tensor of a pair of equal cuboids: A. J. Newell, W. Williams and
/// D. J. Dunlop, J. Geophys. Res. 98, 9551 (1993), eqs. 27 and 32. Lengths in any one unit; the functions have its third power.
/// </summary>
internal static class Newell
{
    /// <summary>f, of which N_xx = Σ ccc f/(4πV) with c = (−1, 2, −1) on each axis.</summary>
    public static double F(double x, double y, double z)
    {
        double xx = x * x, yy = y * y, zz = z * z, r = Math.Sqrt(xx + yy + zz);
        double sum = ((2 * xx) - yy - zz) * r / 6;
        sum += 0.5 * y * (zz - xx) * Asinh(y, xx + zz);
        sum += 0.5 * z * (yy - xx) * Asinh(z, xx + yy);
        return sum - (x * y * z * Atan(y * z, x * r));
    }

    /// <summary>g, of which N_xy is made in the same way.</summary>
    public static double G(double x, double y, double z)
    {
        double xx = x * x, yy = y * y, zz = z * z, r = Math.Sqrt(xx + yy + zz);
        double sum = -x * y * r / 3;
        sum += x * y * z * Asinh(z, xx + yy);
        sum += y / 6 * ((3 * zz) - yy) * Asinh(x, yy + zz);
        sum += x / 6 * ((3 * zz) - xx) * Asinh(y, xx + zz);
        sum -= z * zz / 6 * Atan(x * y, z * r);
        sum -= 0.5 * z * yy * Atan(x * z, y * r);
        return sum - (0.5 * z * xx * Atan(y * z, x * r));
    }

    // asinh(a/√b). Where b is 0 its factor in f and g vanishes faster than the logarithm grows.
    private static double Asinh(double a, double b) => b == 0 ? 0 : Math.Asinh(a / Math.Sqrt(b));

    // Where the denominator is 0 so is the factor before.
    private static double Atan(double a, double b) => b == 0 ? 0 : Math.Atan(a / b);
}
