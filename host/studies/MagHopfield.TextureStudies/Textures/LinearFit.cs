namespace MagHopfield.TextureStudies.Textures;

/// <summary>The straight line of least squares through points.</summary>
/// <param name="Slope">Slope in units of y over x.</param>
/// <param name="Intercept">Value at x = 0 in units of y.</param>
/// <param name="RSquare">Share of the variance of y that the line explains, R².</param>
/// <param name="LargestDeviation">Largest distance of a point from the line over the range of y.</param>
internal sealed record LinearFit(double Slope, double Intercept, double RSquare, double LargestDeviation)
{
    /// <summary>Fits points.</summary>
    /// <param name="x">Abscissas, two different ones at least.</param>
    /// <param name="y">Ordinates, as many.</param>
    public static LinearFit Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double meanX = x.Average(), meanY = y.Average();
        double xx = x.Sum(v => (v - meanX) * (v - meanX)), xy = x.Zip(y).Sum(p => (p.First - meanX) * (p.Second - meanY));
        double slope = xy / xx, intercept = meanY - (slope * meanX);
        double[] rest = [.. x.Zip(y, (a, b) => b - intercept - (slope * a))];
        double yy = y.Sum(v => (v - meanY) * (v - meanY)), range = y.Max() - y.Min();
        return new(slope, intercept, 1 - (rest.Sum(r => r * r) / yy), rest.Max(Math.Abs) / range);
    }
}
