namespace MagHopfield.Micromagnetics.Transport.Outlines;

/// <summary>Where a line leaves a region.</summary>
internal static class Bisection
{
    /// <summary>The border between a position inside and one outside, to 2⁻⁴⁰ of their distance.</summary>
    public static double LastInside(Func<double, bool> inside, double from, double to)
    {
        for (int k = 0; k < 40; k++)
        {
            double middle = (from + to) / 2;
            (from, to) = inside(middle) ? (middle, to) : (from, middle);
        }

        return (from + to) / 2;
    }
}
