using MagHopfield.Devices;
using MagHopfield.Shared;

namespace MagHopfield.Film.Learning;

/// <summary>How a film's conductance followed a sequence of like pulses.</summary>
/// <param name="Voltage">Amplitude of every pulse in volts.</param>
/// <param name="PulseWidth">Width of every pulse in seconds.</param>
/// <param name="Patterns">Pattern of each pulse.</param>
/// <param name="Conductance">G before the first pulse, then after each: one more than pulses.</param>
public sealed record LearningRecord(
    double Voltage, double PulseWidth, IReadOnlyList<Pattern> Patterns, IReadOnlyList<ConductanceMatrix> Conductance)
{
    /// <summary>Applies a sequence to a film and keeps its conductance.</summary>
    /// <param name="film">The film.</param>
    /// <param name="patterns">Pattern of each pulse.</param>
    /// <param name="voltage">Amplitude in volts.</param>
    /// <param name="pulseWidth">Width in seconds.</param>
    /// <param name="done">Is told how many pulses are done, or null.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static LearningRecord Of(
        IMagneticDevice film,
        IReadOnlyList<Pattern> patterns,
        double voltage,
        double pulseWidth,
        Action<int>? done,
        CancellationToken cancellation)
    {
        List<ConductanceMatrix> conductance = [film.Conductance];
        foreach (Pattern pattern in patterns)
        {
            film.ApplyPulse([.. Enumerable.Range(0, pattern.Length).Select(k => voltage * pattern[k])], pulseWidth, cancellation);
            conductance.Add(film.Conductance);
            done?.Invoke(conductance.Count - 1);
        }

        return new LearningRecord(voltage, pulseWidth, patterns, conductance);
    }

    /// <summary>
    /// A random sequence that shows a film both its fast and its slow sides: patterns of <see cref="WiringGeometry.All"/> drawn at random,
    /// each held for a random number of pulses.
    /// </summary>
    /// <param name="nodeCount">Number of nodes.</param>
    /// <param name="pulses">Number of pulses.</param>
    /// <param name="longestHold">Largest number of pulses of one pattern in a row.</param>
    /// <param name="seed">Seed.</param>
    public static IReadOnlyList<Pattern> RandomSequence(int nodeCount, int pulses, int longestHold, int seed)
    {
        Pattern[] all = WiringGeometry.All(nodeCount);
        Random random = new(seed);
        List<Pattern> sequence = [];
        while (sequence.Count < pulses)
        {
            Pattern next = all[random.Next(all.Length)];
            sequence.AddRange(Enumerable.Repeat(next, Math.Min(1 + random.Next(longestHold), pulses - sequence.Count)));
        }

        return sequence;
    }
}
