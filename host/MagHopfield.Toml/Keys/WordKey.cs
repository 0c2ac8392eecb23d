namespace MagHopfield.Toml.Keys;

/// <summary>One word of a few.</summary>
/// <param name="Name">Name.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Words">The words.</param>
public sealed record WordKey(string Name, string Meaning, IReadOnlyList<string> Words) : FileKey(Name, Meaning)
{
    /// <summary>Word where the key is absent; null makes it required.</summary>
    public string? Default { get; init; }

    /// <inheritdoc/>
    public override KeyDeclaration Declaration =>
        Declare("text", "", string.Join(", ", Words.Select(w => $"\"{w}\"")), Default is null ? null : $"\"{Default}\"");

    /// <summary>Reads it.</summary>
    /// <param name="section">Its section.</param>
    /// <param name="inherited">Word where the key is absent, before its own default.</param>
    /// <exception cref="ProblemFileException">It is missing, or another word.</exception>
    public string Read(TomlSection section, string? inherited = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.Choice(Name, Words, inherited ?? Default);
    }
}
