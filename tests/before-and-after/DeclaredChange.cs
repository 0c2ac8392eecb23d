using System.Text.RegularExpressions;

namespace MagHopfield.BeforeAndAfter;

/// <summary>A difference between the builds that is meant, as listed in changes.tsv.</summary>
/// <param name="Entry">Name of the entry; * stands for any text.</param>
/// <param name="File">Path of the file below the folder of the run; * stands for any text.</param>
/// <param name="How">
/// `form`: the words may differ, the numbers are the same ones in any order; `numbers kept`: every number with a decimal point or an
/// exponent is there at least as often as before, to the last digit, whatever else has come; `not written before`; `no longer written`;
/// else a regular expression: what matches it is taken out of both texts, and the rest has to be the same.
/// </param>
/// <param name="Why">Why it changed.</param>
public sealed partial record DeclaredChange(string Entry, string File, string How, string Why)
{
    /// <summary>Reads the list that is part of this program.</summary>
    /// <exception cref="FormatException">A line has not four columns.</exception>
    public static IReadOnlyList<DeclaredChange> Own() =>
        [.. Resource.Lines("changes.tsv").Where(l => l.Length > 0 && l[0] != '#').Select(line =>
        line.Split('\t') is [string entry, string file, string how, string why]
            ? new DeclaredChange(entry, file, how, why)
            : throw new FormatException($"changes.tsv: '{line}' has not the four columns entry, file, how, why."))];

    /// <summary>The way of a change that may only add numbers.</summary>
    public const string NumbersKept = "numbers kept";

    /// <summary>The first number with a decimal point or an exponent that a text has lost; null where none is.</summary>
    /// <param name="old">Text before, after the rules.</param>
    /// <param name="young">Text now, after the rules.</param>
    public static string? Lost(string old, string young)
    {
        Dictionary<string, int> left = Measured(young).GroupBy(n => n).ToDictionary(g => g.Key, g => g.Count());
        return Measured(old).FirstOrDefault(n => (left[n] = left.GetValueOrDefault(n) - 1) < 0);

        static IEnumerable<string> Measured(string text) =>
            Number().Matches(
                Escape().Replace(
                    text,
                    m => $"{(char)Convert.ToInt32(m.Groups[1].Value, 16)}")).Select(m => m.Value).Where(n => n.AsSpan().ContainsAny(".eE"));
    }

    /// <summary>Whether it is about a file of an entry.</summary>
    /// <param name="entry">Name of the entry.</param>
    /// <param name="file">Path below the folder of the run.</param>
    public bool Concerns(string entry, string file) => Glob(Entry, entry) && Glob(File, file);

    /// <summary>Lines of a text that have to be the same all the same.</summary>
    /// <param name="text">Text after the rules.</param>
    public string[] Applied(string text) => How == "form"
        ? [.. Number().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal)]
        : Regex.Replace(text, How, "", RegexOptions.Multiline).Split('\n');

    private static bool Glob(string pattern, string text) => Regex.IsMatch(text, "^" + Regex.Escape(pattern).Replace("\\*", ".*") + "$");

    // JSON may write a minus sign as the four digits of its code.
    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")]
    private static partial Regex Number();
}
