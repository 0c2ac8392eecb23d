using MagHopfield.Shared;

namespace MagHopfield.FilmStudies.Films;

/// <summary>Patterns as voltages.</summary>
public static class PatternVoltages
{
    /// <summary>The voltages of the nodes in volts.</summary>
    /// <param name="pattern">Pattern.</param>
    /// <param name="amplitude">Amplitude in volts.</param>
    public static double[] Voltages(this Pattern pattern, double amplitude) =>
        [.. Enumerable.Range(0, pattern.Length).Select(k => amplitude * pattern[k])];

    /// <summary>Reads a pattern that is known to be one.</summary>
    /// <param name="text">As in "+ - + -".</param>
    /// <exception cref="ArgumentException">The text is no pattern.</exception>
    public static Pattern Parse(string text) =>
        Pattern.TryParse(text, out Pattern? pattern, out string error) ? pattern! : throw new ArgumentException($"\"{text}\": {error}.");
}
