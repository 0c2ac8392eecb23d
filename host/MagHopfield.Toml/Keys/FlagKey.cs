namespace MagHopfield.Toml.Keys;

/// <summary>True or false.</summary>
/// <param name="Name">Name.</param>
/// <param name="Meaning">One sentence.</param>
public sealed record FlagKey(string Name, string Meaning) : FileKey(Name, Meaning)
{
    /// <inheritdoc/>
    public override KeyDeclaration Declaration => Declare("true or false", "", "", null);

    /// <summary>Reads it.</summary>
    /// <param name="section">Its section.</param>
    /// <param name="inherited">Value where the key is absent; null makes it required.</param>
    /// <exception cref="ProblemFileException">It is missing, or something else.</exception>
    public bool Read(TomlSection section, bool? inherited = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.Flag(Name, inherited);
    }
}
