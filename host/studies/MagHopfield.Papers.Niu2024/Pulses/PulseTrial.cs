using MagHopfield.Papers.Niu2024.FourNodes;

namespace MagHopfield.Papers.Niu2024.Pulses;

/// <summary>Seven patterns trained by pulses of one shape.</summary>
/// <param name="Film">What film.</param>
/// <param name="Width">Longest time under the full field in seconds; training ends before where the texture is at rest.</param>
/// <param name="Rise">Duration of each edge in seconds.</param>
/// <param name="Trained">What came of it.</param>
public sealed record PulseTrial(string Film, double Width, double Rise, SevenPatterns Trained)
{
    /// <summary>Of the seven patterns, those lowest in energy.</summary>
    public int Learned => Trained.Landscapes(0, 0).Count(l => l.IsLearned);

    /// <summary>Smallest margin of the seven in S·V², negative where a pattern is not learned.</summary>
    public double Margin => Trained.Landscapes(0, 0).Min(l => l.Margin);

    /// <summary>Range of G_12 over the patterns in siemens: what the pulses can teach an edge.</summary>
    public double EdgeRange
    {
        get
        {
            double[] g = [.. Trained.Patterns.Select(p => p.Stages[0].Conductance[0, 1])];
            return g.Max() - g.Min();
        }
    }

    /// <summary>Largest change of an element of G in siemens, after any pattern, from another trial.</summary>
    /// <param name="other">Another trial of the same film.</param>
    public double LargestChange(PulseTrial other) =>
        Trained.Patterns.Zip(other.Trained.Patterns).SelectMany(
            p => p.First.Stages[0].Conductance.ToPairs().Zip(p.Second.Stages[0].Conductance.ToPairs()))
            .Max(g => Math.Abs(g.First - g.Second));
}
