using System.Numerics;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>exp(−2πi k/n), computed in double precision and rounded to T.</summary>
internal static class RootOfUnity
{
    public static (T Re, T Im) Of<T>(long k, long n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Reduced to an eighth of the circle, where sine and cosine of a small angle are exact to rounding.
        long eighth = 8 * (k % n) / n;
        long turned = (8 * (k % n)) - (((eighth + 1) / 2 * 2) * n);
        (double s, double c) = Math.SinCos(2 * Math.PI * turned / (8.0 * n));
        (double re, double im) = ((eighth + 1) / 2 % 4) switch
        {
            0 => (c, s),
            1 => (-s, c),
            2 => (-c, -s),
            _ => (s, -c),
        };
        return (T.CreateChecked(re), T.CreateChecked(-im));
    }
}
