namespace MagHopfield.BeforeAndAfter;

/// <summary>What commands.txt says: the entries, and documented commands that are not run, each with the reason.</summary>
/// <param name="Entries">What is run, in the order of the list.</param>
/// <param name="Excluded">Documented command → why it is not run.</param>
public sealed record CommandList(IReadOnlyList<Entry> Entries, IReadOnlyDictionary<string, string> Excluded)
{
    /// <summary>Reads the list that is part of this program.</summary>
    public static CommandList Own() => Read(Resource.Lines("commands.txt"));

    /// <summary>Reads a list: `entry NAME quick|full`, then indented lines, of which `:for`, `:times` and `:timed` are words of
    /// the list.</summary>
    /// <param name="lines">Text of the list.</param>
    /// <exception cref="FormatException">A line belongs to no entry, or names neither quick nor full.</exception>
    public static CommandList Read(IEnumerable<string> lines)
    {
        List<(string Name, bool Quick, List<string> Lines, List<string> For, string? Times, string[] Timed)> entries = [];
        Dictionary<string, string> excluded = [];
        foreach (string line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            string text = line.Trim();
            if (line.StartsWith("entry ", StringComparison.Ordinal))
            {
                string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (words is not [_, string name, "quick" or "full"])
                    throw new FormatException($"commands.txt: '{line}' is not 'entry NAME quick' or 'entry NAME full'.");
                entries.Add((name, words[2] == "quick", [], [], null, []));
            }
            else if (line.StartsWith("exclude ", StringComparison.Ordinal))
            {
                string[] parts = text["exclude ".Length..].Split(" :: ");
                if (parts.Length != 2)
                    throw new FormatException($"commands.txt: '{line}' is not 'exclude COMMAND :: REASON'.");
                excluded[parts[0].Trim()] = parts[1].Trim();
            }
            else if (entries.Count == 0 || line[0] != ' ')
                throw new FormatException($"commands.txt: '{line}' belongs to no entry; indent it below 'entry NAME quick'.");
            else if (text.StartsWith(":for ", StringComparison.Ordinal))
                entries[^1].For.Add(text[":for ".Length..].Trim());
            else if (text.StartsWith(":times ", StringComparison.Ordinal))
                entries[^1] = entries[^1] with { Times = text[":times ".Length..].Trim() };
            else if (text.StartsWith(":timed ", StringComparison.Ordinal))
                entries[^1] = entries[^1] with { Timed = text[":timed ".Length..].Split(' ') };
            else
                entries[^1].Lines.Add(text);
        }

        return new(
            [.. entries.Select(e => new Entry(e.Name, e.Quick, e.Lines, e.For, e.Times) { TimedFiles = e.Timed })], excluded);
    }
}
