using MagHopfield.Shared;

namespace MagHopfield.Film.Learning;

/// <summary>
/// Fits eq. 2 of Niu et al., PNAS 2024, to a film: for each element the η, G_min and G_max (and so α = V²/(G_max − G_min), the paper's
/// α_ij = ΔV²/(4 (G_max − G_min)) with ΔV = 2 V) for which the model, started from the film's first conductance and fed with nothing but
/// the patterns, comes closest to the film in the mean square over the whole record.
/// </summary>
/// <remarks>
/// With r = 2 η α the model runs G ← G + r (G_avg + s h − G), s = V_i V_j/V² = ±1, h = (G_max − G_min)/2, so G(t) = z_t G(0) + (1 − z_t)
/// G_avg + x_t h with z_t = (1 − r)^t and x the sequence s filtered alike: for a given r two linear least squares, and r by a search.
/// </remarks>
public static class OjaFit
{
    private const double SlowestRate = 1e-3;

    /// <summary>Fits.</summary>
    /// <param name="record">How the film followed its pulses.</param>
    /// <param name="heldOut">Another record of the same film and kind of pulse, which the fit does not see; the surrogate states its error on it.</param>
    /// <param name="film">Name of the film.</param>
    /// <param name="gold">Conductance matrix of its gold layer in siemens.</param>
    /// <exception cref="ArgumentException">The record is too short, or the records' pulses differ.</exception>
    public static OjaSurrogate Of(LearningRecord record, LearningRecord heldOut, string film, ConductanceMatrix gold)
    {
        const int FewestPulses = 4;
        if (record.Patterns.Count < FewestPulses)
        {
            throw new ArgumentException($"A fit needs at least {FewestPulses} pulses, the record has {record.Patterns.Count}.", nameof(record));
        }

        if (record.Voltage != heldOut.Voltage || record.PulseWidth != heldOut.PulseWidth)
        {
            throw new ArgumentException(
                $"The records differ in their pulses ({record.Voltage} V, {record.PulseWidth} s and {heldOut.Voltage} V, {heldOut.PulseWidth} s); record both alike.", nameof(heldOut));
        }

        int n = gold.NodeCount;
        int count = gold.PairCount;
        (double[] rate, double[] minimum, double[] maximum) = (new double[count], new double[count], new double[count]);
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                int p = ConductanceMatrix.PairIndex(i, j, n);
                (double r, double middle, double half) = Element(record, i, j);
                rate[p] = r * half / (record.Voltage * record.Voltage);
                (minimum[p], maximum[p]) = (middle - half, middle + half);
            }
        }

        OjaSurrogate bare = new(film, record.Voltage, record.PulseWidth, rate, minimum, maximum, gold, default, default);
        return bare with { FitError = SurrogateError.Of(bare, record), HeldOutError = SurrogateError.Of(bare, heldOut) };
    }

    private static (double Rate, double Middle, double Half) Element(LearningRecord record, int i, int j)
    {
        double[] g = [.. record.Conductance.Select(c => c[i, j])];
        int[] signs = [.. record.Patterns.Select(p => p[i] * p[j])];

        // The error has several valleys in r where patterns are held for long: a coarse scan in log r, then golden section in the best interval.
        const int Scan = 60;
        double step = -Math.Log(SlowestRate) / Scan;
        int best = Enumerable.Range(1, Scan - 1).MinBy(k => Solve(g, signs, SlowestRate * Math.Exp(k * step)).Error);
        (double low, double high) = (SlowestRate * Math.Exp((best - 1) * step), SlowestRate * Math.Exp((best + 1) * step));
        double golden = (Math.Sqrt(5) - 1) / 2;
        while (high - low > 1e-7 * high)
        {
            double span = golden * (high - low);
            (low, high) = Solve(g, signs, high - span).Error < Solve(g, signs, low + span).Error ? (low, low + span) : (high - span, high);
        }

        double r = 0.5 * (low + high);
        (_, double middle, double half) = Solve(g, signs, r);
        return (r, middle, half);
    }

    // Least squares for G_avg and h with weights z and x of the remarks.
    private static (double Error, double Middle, double Half) Solve(double[] g, int[] signs, double r)
    {
        (double yy, double yx, double xx, double yg, double xg) = (0, 0, 0, 0, 0);
        (double z, double x) = (1, 0);
        foreach ((int sign, double value) in signs.Zip(g.Skip(1)))
        {
            (z, x) = (z * (1 - r), x + r * (sign - x));
            double y = 1 - z;
            double target = value - z * g[0];
            (yy, yx, xx, yg, xg) = (yy + y * y, yx + y * x, xx + x * x, yg + y * target, xg + x * target);
        }

        double determinant = yy * xx - yx * yx;
        if (!(determinant > 1e-12 * yy * xx))
        {
            throw new ArgumentException("The record never changes the sign of a pair of nodes, so that its range cannot be told; use a longer sequence.");
        }

        (double middle, double half) = ((xx * yg - yx * xg) / determinant, (yy * xg - yx * yg) / determinant);
        (z, x) = (1, 0);
        double error = 0;
        foreach ((int sign, double value) in signs.Zip(g.Skip(1)))
        {
            (z, x) = (z * (1 - r), x + r * (sign - x));
            double miss = z * g[0] + (1 - z) * middle + x * half - value;
            error += miss * miss;
        }

        return (error, middle, half);
    }
}
