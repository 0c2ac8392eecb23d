namespace MagHopfield.Toml.Keys;

/// <summary>A whole number in a range.</summary>
/// <param name="Name">Name.</param>
/// <param name="Meaning">One sentence.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
public sealed record IntegerKey(string Name, string Meaning, int Minimum, int Maximum) : FileKey(Name, Meaning)
{
    /// <summary>Value where the key is absent; null makes it required.</summary>
    public int? Default { get; init; }

    /// <inheritdoc/>
    public override KeyDeclaration Declaration => Declare("integer", "", Range, Default is int value ? Shown(value) : null);

    private string Range => (Minimum > int.MinValue, Maximum < int.MaxValue) switch
    {
        (true, true) => $"{Minimum} to {Maximum}",
        (true, false) => $"≥ {Minimum}",
        (false, true) => $"≤ {Maximum}",
        _ => "any",
    };

    /// <summary>Reads it.</summary>
    /// <param name="section">Its section.</param>
    /// <param name="inherited">Value where the key is absent, before its own default.</param>
    /// <exception cref="ProblemFileException">It is missing, no whole number or out of its range.</exception>
    public int Read(TomlSection section, int? inherited = null)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.Integer(Name, Minimum, Maximum, inherited ?? Default);
    }
}
