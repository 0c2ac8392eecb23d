namespace MagHopfield.Toml.Keys;

/// <summary>A text.</summary>
/// <param name="Name">Name.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record TextKey(string Name, string Meaning) : FileKey(Name, Meaning)
{
    /// <summary>Text where the key is absent; null makes it required.</summary>
    public string? Default { get; init; }

    /// <inheritdoc/>
    public override KeyDeclaration Declaration => Declare("text", "", "", Default is null ? null : $"\"{Default}\"");

    /// <summary>Reads it.</summary>
    /// <param name="section">Its section.</param>
    /// <param name="inherited">Text where the key is absent, before its own default.</param>
    /// <exception cref="ProblemFileException">It is missing, or no text.</exception>
    public string Read(TomlSection section, string? inherited = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.Text(Name, inherited ?? Default);
    }
}
