using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// Demagnetising tensor of two distant equal cuboids as the average of the dipole tensor (δ_ab − 3 r̂_a r̂_b) V/(4πr³) over both. The
/// average over two cells is one over the difference of positions with a triangular weight on each axis, done by Gauss's rule for that
/// weight; five nodes are exact to ninth order, three to fifth. It has no cancellation, unlike Newell's differences, which lose (r/d)⁶ of
/// their digits.
/// </summary>
internal static class DipoleQuadrature
{
    /// <summary>
    /// Distance in largest edges from which five nodes an axis err by less than 2e-14, relative to the largest component.
    /// </summary>
    public const double Distant = 18;

    // Distance from which three nodes do.
    private const double VeryDistant = 160;

    private static readonly (double[] U, double[] W) Three = Rule3(), Five = Rule5();

    /// <summary>Tensor (xx, yy, zz, xy, xz, yz) between cells of size d at the displacement r, in the same unit of length.</summary>
    /// <param name="r">Displacement; at least <see cref="Distant"/> edges of the cells.</param>
    /// <param name="d">Edges of the cells.</param>
    /// <param name="n">Receives the six components.</param>
    public static void Tensor(Vector3D r, Vector3D d, Span<double> n)
    {
        double size = Math.Max(d.X, Math.Max(d.Y, d.Z));
        (double[] u, double[] w) = r.Length > VeryDistant * size ? Three : Five;
        n.Clear();
        for (int i = 0; i < u.Length; i++)
        {
            double x = r.X + (u[i] * d.X), xx = x * x;
            for (int j = 0; j < u.Length; j++)
            {
                double y = r.Y + (u[j] * d.Y), yy = y * y, wxy = w[i] * w[j];
                for (int k = 0; k < u.Length; k++)
                {
                    double z = r.Z + (u[k] * d.Z), zz = z * z, rr = xx + yy + zz;
                    double c = wxy * w[k] / (rr * rr * Math.Sqrt(rr));
                    n[0] += c * (yy + zz - (2 * xx));
                    n[1] += c * (xx + zz - (2 * yy));
                    n[2] += c * (xx + yy - (2 * zz));
                    n[3] -= 3 * c * x * y;
                    n[4] -= 3 * c * x * z;
                    n[5] -= 3 * c * y * z;
                }
            }
        }
        double scale = d.X * d.Y * d.Z / (4 * Math.PI);
        for (int a = 0; a < 6; a++)
            n[a] *= scale;
    }

    // Even moments of the weight 1 − |u| on [−1, 1].
    private static double Moment(int p) => 2.0 / ((p + 1) * (p + 2));

    private static (double[] U, double[] W) Rule3()
    {
        double square = Moment(4) / Moment(2), w = Moment(2) / (2 * square), u = Math.Sqrt(square);
        return ([-u, 0, u], [w, 1 - (2 * w), w]);
    }

    private static (double[] U, double[] W) Rule5()
    {
        // Squares of the outer nodes are the roots of s² + bs + c, orthogonal to 1 and s under the weight u².
        double m2 = Moment(2), m4 = Moment(4), m6 = Moment(6), m8 = Moment(8);
        double determinant = (m4 * m4) - (m2 * m6);
        double b = ((m2 * m8) - (m4 * m6)) / determinant, c = ((m6 * m6) - (m4 * m8)) / determinant;
        double root = Math.Sqrt((0.25 * b * b) - c), s1 = (-0.5 * b) - root, s2 = (-0.5 * b) + root;
        double w1 = ((m2 * s2) - m4) / (2 * s1 * (s2 - s1)), w2 = (m4 - (m2 * s1)) / (2 * s2 * (s2 - s1));
        return ([-Math.Sqrt(s2), -Math.Sqrt(s1), 0, Math.Sqrt(s1), Math.Sqrt(s2)], [w2, w1, 1 - (2 * (w1 + w2)), w1, w2]);
    }
}
