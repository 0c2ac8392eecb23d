namespace MagHopfield.Micromagnetics.Terms;

/// <summary>Computes <see cref="FaceMean"/>.</summary>
internal static class FaceMeans
{
    /// <summary>The mean of two numbers.</summary>
    public static double Of(FaceMean mean, double a, double b)
    {
        if (mean == FaceMean.Arithmetic)
            return 0.5 * (a + b);
        if (a == 0 || b == 0)
            return 0;
        return a > 0 == b > 0 ? 2 * a * b / (a + b) : Math.CopySign(Math.Sqrt(Math.Sqrt(-a * b) * 0.5 * Math.Abs(a + b)), a + b);
    }
}
