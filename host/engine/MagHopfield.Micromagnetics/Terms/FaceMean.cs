namespace MagHopfield.Micromagnetics.Terms;

/// <summary>The mean of a material constant at a face between two regions.</summary>
public enum FaceMean
{
    /// <summary>(a + b)/2.</summary>
    Arithmetic,

    /// <summary>
    /// 2ab/(a + b), 0 where either is. For a and b of opposite sign, where that has a pole, the geometric mean of √(−ab) and |a + b|/2 with
    /// the sign of a + b, as mumax3 takes it: it is continuous and lies between a and b.
    /// </summary>
    Harmonic,
}

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
