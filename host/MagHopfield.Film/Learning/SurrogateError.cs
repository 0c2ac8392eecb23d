using MagHopfield.Shared;

namespace MagHopfield.Film.Learning;

/// <summary>By how much a surrogate misses the film it was fitted to, over all pulses of a record and all elements.</summary>
/// <param name="RootMeanSquare">In siemens.</param>
/// <param name="Largest">In siemens.</param>
public readonly record struct SurrogateError(double RootMeanSquare, double Largest)
{
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
