namespace MagHopfield.Micromagnetics.Oersted;

/// <summary>
/// Closed-form integrals of X/R³, Y/R³ and Z/R³, over 4π, of a box seen from a point: the inner integral of each is −1/R, what is left
/// is the potential of a rectangle, ∬ da db/R = Σ ± (a ln(b + R) + b ln(a + R) − c atan(ab/(cR))) over its corners.
/// </summary>
/// <param name="X">Integral of X/(4π R³) in metres.</param>
/// <param name="Y">Integral of Y/(4π R³) in metres.</param>
/// <param name="Z">Integral of Z/(4π R³) in metres.</param>
internal readonly record struct BoxKernel(double X, double Y, double Z)
{
    /// <summary>Kernel of the box whose centre lies at (−dx, −dy) of the point, between the heights bottom and top above it.</summary>
    public static BoxKernel At(double dx, double dy, double width, double height, double bottom, double top)
    {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int corner = 0; corner < 8; corner++)
        {
            // (a, b, c) = r − r' at a corner of the box.
            double a = dx + ((corner & 1) == 0 ? -0.5 : 0.5) * width;
            double b = dy + ((corner & 2) == 0 ? -0.5 : 0.5) * height;
            double c = (corner & 4) == 0 ? -top : -bottom;
            int sign = ((corner & 1) == 0 ? -1 : 1) * ((corner & 2) == 0 ? -1 : 1) * ((corner & 4) == 0 ? -1 : 1);
            x -= sign * Rectangle(b, c, a);
            y -= sign * Rectangle(a, c, b);
            z -= sign * Rectangle(a, b, c);
        }

        const double Scale = 1 / (4 * Math.PI);
        return new BoxKernel(Scale * x, Scale * y, Scale * z);
    }

    // Antiderivative of 1/R in a and b at the distance c.
    private static double Rectangle(double a, double b, double c)
    {
        double r = Math.Sqrt(a * a + b * b + c * c);
        double result = Times(a, b, r, c) + Times(b, a, r, c);
        return c == 0 ? result : result - c * Math.Atan(a * b / (c * r));
    }

    // a ln(b + R), with b + R = (a² + c²)/(R − b) where b is negative, which would cancel.
    private static double Times(double a, double b, double r, double c)
    {
        if (a == 0)
            return 0;

        return a * Math.Log(b >= 0 ? b + r : (a * a + c * c) / (r - b));
    }
}
