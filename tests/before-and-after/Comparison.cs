using System.Text;
using System.Text.RegularExpressions;

namespace MagHopfield.BeforeAndAfter;

/// <summary>Compares what two runs of an entry left, file by file: bytes, or text by the rules of <see cref="Rule"/>.</summary>
/// <param name="changes">Differences that are meant.</param>
public sealed partial class Comparison(IReadOnlyList<DeclaredChange> changes)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Compares two folders.</summary>
    /// <param name="entry">The entry that made them.</param>
    /// <param name="before">What the old build left.</param>
    /// <param name="after">What the new build left.</param>
    /// <returns>Every file in which they differ.</returns>
    public IReadOnlyList<Difference> Of(Entry entry, string before, string after)
    {
        List<Difference> all = [];
        foreach (string file in Files(before).Union(Files(after)).Order(StringComparer.Ordinal))
        {
            string old = Path.Combine(before, file), young = Path.Combine(after, file);
            DeclaredChange? change = changes.FirstOrDefault(c => c.Concerns(entry.Name, file));
            if (!File.Exists(old) || !File.Exists(young))
            {
                string first = File.Exists(old) ? "no longer written" : "not written before";
                all.Add(new(file, first, change?.How == first ? change.Why : null));
            }
            else if (First(entry, file, File.ReadAllBytes(old), File.ReadAllBytes(young), before, after, change) is string first)
                all.Add(new(file, first, null));
            else if (change is { How: not ("no longer written" or "not written before") }
                && First(entry, file, File.ReadAllBytes(old), File.ReadAllBytes(young), before, after, null) is string meant)
                all.Add(new(file, meant, change.Why));
        }

        return all;
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'));

    private static string? First(Entry entry, string file, byte[] old, byte[] young, string before, string after, DeclaredChange? change)
    {
        if (old.AsSpan().SequenceEqual(young) || entry.TimedFiles.Contains(Path.GetFileName(file)))
            return null;
        if (Text(old) is not string oldText || Text(young) is not string youngText)
        {
            // One character a byte: an OVF file of binary data has a header of text that names the build.
            string a1 = Rule.WithoutCommit(Encoding.Latin1.GetString(old)), b1 = Rule.WithoutCommit(Encoding.Latin1.GetString(young));
            return a1 == b1 ? null : $"byte {a1.AsSpan().CommonPrefixLength(b1)} of {a1.Length} and {b1.Length}";
        }

        string name = Path.GetFileName(file);
        if (change?.How == DeclaredChange.NumbersKept)
        {
            string? lost = DeclaredChange.Lost(Rule.Normalised(name, oldText, before), Rule.Normalised(name, youngText, after));
            return lost is null ? null : $"the number {lost} is lost";
        }

        string[] a = Lines(oldText, before), b = Lines(youngText, after);
        int i = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        if (i == a.Length && i == b.Length)
            return null;
        (string? was, string? becomes) = (a.ElementAtOrDefault(i), b.ElementAtOrDefault(i));
        return $"line {i + 1}: {Excerpt(was, becomes)} | {Excerpt(becomes, was)}";

        string[] Lines(string text, string folder)
        {
            string normal = Rule.Normalised(name, text, folder);
            if (entry.TimingsOnly is not null && name is Script.Output)
                normal = Blanks().Replace(Number().Replace(normal, "#"), " ");
            return change is null ? normal.Split('\n') : change.Applied(normal);
        }
    }

    // A few characters on either side of the first that differs: lines of a report are long.
    private static string Excerpt(string? line, string? other)
    {
        if (line is null)
            return "(no such line)";
        int same = line.AsSpan().CommonPrefixLength(other ?? "");
        int from = Math.Max(0, same - 30);
        return $"'{line[from..Math.Min(line.Length, same + 30)]}'";
    }

    private static string? Text(byte[] bytes)
    {
        if (bytes.AsSpan().Contains((byte)0))
            return null;
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"[-+]?\d[\d.,]*(?:[eE][-+]?\d+)?(?: ?[nµm]?s\b)?")]
    private static partial Regex Number();

    // The columns of a table are as wide as its numbers.
    [GeneratedRegex(@"[\s─]+")]
    private static partial Regex Blanks();
}
