namespace MagHopfield.BeforeAndAfter;

/// <summary>Text files that are part of this program.</summary>
internal static class Resource
{
    /// <summary>Lines of a file.</summary>
    /// <param name="name">Name of the file, as in the folder of this project.</param>
    public static IEnumerable<string> Lines(string name)
    {
        using StreamReader reader = new(typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"{name} is not part of the program."));
        while (reader.ReadLine() is string line)
            yield return line;
    }
}
