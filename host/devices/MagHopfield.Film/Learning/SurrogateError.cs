using MagHopfield.Shared;

namespace MagHopfield.Film.Learning;

/// <summary>By how much a surrogate misses the film it was fitted to, over all pulses of a record and all elements.</summary>
/// <param name="RootMeanSquare">In siemens.</param>
/// <param name="Largest">In siemens.</param>
public readonly record struct SurrogateError(double RootMeanSquare, double Largest)
{
    /// <summary>Compares what the surrogate tends to with a film at rest after each pattern of a record.</summary>
    /// <param name="surrogate">The surrogate.</param>
    /// <param name="atRest">A record of long pulses.</param>
    public static SurrogateError AtRest(OjaSurrogate surrogate, LearningRecord atRest)
    {
        int n = surrogate.NodeCount;
        double[] misses =
        [
            .. from t in Enumerable.Range(0, atRest.Patterns.Count)
               from i in Enumerable.Range(0, n)
               from j in Enumerable.Range(i + 1, n - 1 - i)
               let p = ConductanceMatrix.PairIndex(i, j, n)
               select Math.Abs(
                   (
                       atRest.Patterns[t][i] * atRest.Patterns[t][j] > 0
                           ? surrogate.Maximum[p]
                           : surrogate.Minimum[p]) - atRest.Conductance[t + 1][i, j]),
        ];
        return new SurrogateError(Math.Sqrt(misses.Average(m => m * m)), misses.Max());
    }

    /// <summary>Runs the surrogate from the record's first conductance with the record's patterns and compares.</summary>
    public static SurrogateError Of(OjaSurrogate surrogate, LearningRecord record)
    {
        OjaModel model = surrogate.Model();
        model.Conductance = record.Conductance[0];
        (double sum, double largest, int count) = (0, 0, 0);
        for (int t = 0; t < record.Patterns.Count; t++)
        {
            Pattern pattern = record.Patterns[t];
            model.Apply([.. Enumerable.Range(0, pattern.Length).Select(k => record.Voltage * pattern[k])]);
            foreach ((double ours, double film) in model.Conductance.ToPairs().Zip(record.Conductance[t + 1].ToPairs()))
            {
                double miss = Math.Abs(ours - film);
                (sum, largest, count) = (sum + miss * miss, Math.Max(largest, miss), count + 1);
            }
        }

        return new SurrogateError(Math.Sqrt(sum / count), largest);
    }
}
