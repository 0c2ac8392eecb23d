namespace MagHopfield.BeforeAndAfter;

/// <summary>Prints the list of commands.</summary>
internal static class Listing
{
    /// <summary>Prints entries, and documented commands that are not run.</summary>
    /// <param name="commands">The whole list.</param>
    /// <param name="chosen">Entries to print.</param>
    /// <returns>Exit code 0.</returns>
    public static int Print(CommandList commands, IReadOnlyList<Entry> chosen)
    {
        foreach (Entry entry in chosen)
        {
            Console.WriteLine($"{entry.Name} ({(entry.Quick ? "quick" : "full")})");
            foreach (string line in entry.Lines)
                Console.WriteLine($"    {line}");
            if (entry.TimingsOnly is string why)
                Console.WriteLine($"    numbers on standard output are not compared: {why}");
        }

        foreach ((string command, string why) in commands.Excluded)
            Console.WriteLine($"not run: {command}: {why}");
        return 0;
    }
}
