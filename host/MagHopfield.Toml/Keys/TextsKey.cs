namespace MagHopfield.Toml.Keys;

/// <summary>An array of texts.</summary>
/// <param name="Name">Name.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Range">What each may be, in words.</param>
public sealed record TextsKey(string Name, string Meaning, string Range) : FileKey(Name, Meaning)
{
    /// <inheritdoc/>
    public override KeyDeclaration Declaration => Declare("array of texts", "", Range, null);

    /// <summary>Reads it.</summary>
    /// <param name="section">Its section.</param>
    /// <exception cref="ProblemFileException">It is missing, or no array of texts.</exception>
    public string[] Read(TomlSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.Texts(Name);
    }
}
