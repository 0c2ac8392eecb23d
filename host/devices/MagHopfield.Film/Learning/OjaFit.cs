using MagHopfield.Shared;

namespace MagHopfield.Film.Learning;

/// <summary>
/// Fits eq. 2 of Niu et al., PNAS 2024, to a film, element by element. G_min and G_max are what the element tends to under long pulses of
/// V_i V_j below and above 0, the mean over the patterns (and so α = V²/(G_max − G_min), the paper's α_ij = ΔV²/(4 (G_max − G_min)) with
/// ΔV = 2 V). η is how fast the element goes there: with r = 2 η α a short pulse is G ← G + r (G_end − G), and r is that for which this,
/// started from the film's first conductance and run freely, comes closest to the film in the mean square over a record of short pulses.
/// </summary>
/// <remarks>
/// In a film an element's end depends on the whole pattern, not on V_i V_j alone. For r its own end after the pattern's long pulse is
/// taken: with G_min or G_max instead, r would be asked to mend the levels, and came out ten times apart for elements that are equal by
/// symmetry. Likewise levels fitted to short pulses give another α with every sequence. The errors stated are those of eq. 2 itself, with
/// G_min and G_max.
/// </remarks>
public static class OjaFit
{
    private const double SlowestRate = 1e-3;

    /// <summary>Fits.</summary>
    /// <param name="atRest">The film after long pulses, of as many patterns as there are.</param>
    /// <param name="record">How the film followed short pulses of the same amplitude.</param>
    /// <param name="heldOut">Another record of short pulses, which the fit does not see; the surrogate states its error on it.</param>
    /// <param name="film">Name of the film.</param>
    /// <param name="gold">Conductance matrix of its gold layer in siemens.</param>
    /// <exception cref="ArgumentException">
    /// The record is too short, the records' pulses differ, or a pair of nodes never has one of both signs.
    /// </exception>
    public static OjaSurrogate Of(LearningRecord atRest, LearningRecord record, LearningRecord heldOut, string film, ConductanceMatrix gold)
    {
        const int FewestPulses = 4;
        if (record.Patterns.Count < FewestPulses)
        {
            throw new ArgumentException(
                $"A fit needs at least {FewestPulses} pulses, the record has {record.Patterns.Count}.", nameof(record));
        }

        if (record.Voltage != heldOut.Voltage || record.PulseWidth != heldOut.PulseWidth || record.Voltage != atRest.Voltage)
        {
            throw new ArgumentException(
                $"The records differ in their pulses ({record.Voltage} V, {record.PulseWidth} s and {heldOut.Voltage} V, "
                + $"{heldOut.PulseWidth} s, at rest {atRest.Voltage} V); record them alike.",
                nameof(heldOut));
        }

        int n = gold.NodeCount;
        int count = gold.PairCount;
        (double[] rate, double[] minimum, double[] maximum) = (new double[count], new double[count], new double[count]);
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                int p = ConductanceMatrix.PairIndex(i, j, n);
                (minimum[p], maximum[p]) = (Level(atRest, i, j, -1), Level(atRest, i, j, +1));
                double r = Rate(record, atRest, i, j);
                rate[p] = 0.5 * r * (maximum[p] - minimum[p]) / (record.Voltage * record.Voltage);
            }
        }

        OjaSurrogate bare = new(film, record.Voltage, record.PulseWidth, rate, minimum, maximum, gold, default, default, default);
        return bare with
        {
            AtRestError = SurrogateError.AtRest(bare, atRest),
            FitError = SurrogateError.Of(bare, record),
            HeldOutError = SurrogateError.Of(bare, heldOut),
        };
    }

    private static double Level(LearningRecord atRest, int i, int j, int sign)
    {
        double[] g =
        [
            .. atRest.Conductance.Skip(1).Where((_, t) => atRest.Patterns[t][i] * atRest.Patterns[t][j] == sign).Select(c => c[i, j]),
        ];
        return g.Length > 0 ? g.Average() : throw new ArgumentException(
            $"Nodes {i + 1} and {j + 1} never have {(sign > 0 ? "the same sign" : "opposite signs")} in the long pulses, so that their "
            + "range cannot be told; use more patterns.",
            nameof(atRest));
    }

    private static double Rate(LearningRecord record, LearningRecord atRest, int i, int j)
    {
        double[] g = [.. record.Conductance.Select(c => c[i, j])];
        double[] end = [.. record.Patterns.Select(p => End(atRest, p, i, j))];

        // The error has several valleys in r where patterns are held for long: a coarse scan in log r, then golden section in the best
        // interval.
        const int Scan = 60;
        double step = -Math.Log(SlowestRate) / Scan;
        int best = Enumerable.Range(1, Scan - 1).MinBy(k => SquaredError(g, end, SlowestRate * Math.Exp(k * step)));
        (double low, double high) = (SlowestRate * Math.Exp((best - 1) * step), SlowestRate * Math.Exp((best + 1) * step));
        double golden = (Math.Sqrt(5) - 1) / 2;
        while (high - low > 1e-7 * high)
        {
            double span = golden * (high - low);
            (low, high) = SquaredError(g, end, high - span) < SquaredError(g, end, low + span) ? (low, low + span) : (high - span, high);
        }

        return 0.5 * (low + high);
    }

    private static double End(LearningRecord atRest, Pattern pattern, int i, int j)
    {
        double[] g = [.. atRest.Conductance.Skip(1).Where((_, t) => atRest.Patterns[t].SameUpToSign(pattern)).Select(c => c[i, j])];
        return g.Length > 0
            ? g.Average()
            : throw new ArgumentException(
                $"Pattern {pattern} of the short pulses has no long pulse; record all patterns at rest.", nameof(atRest));
    }

    private static double SquaredError(double[] g, double[] end, double r)
    {
        double model = g[0], error = 0;
        for (int t = 0; t < end.Length; t++)
        {
            model += r * (end[t] - model);
            error += (model - g[t + 1]) * (model - g[t + 1]);
        }

        return error;
    }
}
