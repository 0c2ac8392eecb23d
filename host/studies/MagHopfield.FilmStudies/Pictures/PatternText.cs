using MagHopfield.Shared;

namespace MagHopfield.FilmStudies.Pictures;

/// <summary>Patterns as reports print them.</summary>
public static class PatternText
{
    /// <summary>The signs of a pattern, with a true minus sign.</summary>
    public static string Signs(Pattern pattern) => pattern.ToString().Replace('-', '−');

    /// <summary>A pattern as lamps, row by row.</summary>
    public static string Leds(Pattern pattern, int columns)
    {
        IEnumerable<string> rows = Enumerable.Range(0, pattern.Length).Chunk(columns)
            .Select(row => string.Concat(row.Select(k => $"<span class=\"{(pattern[k] > 0 ? "on" : "off")}\">●</span>")));
        return $"<span class=\"led\">{string.Join("<br>", rows)}</span>";
    }
}
