namespace MagHopfield.Toml;

/// <summary>A key with the way it is read and written.</summary>
/// <typeparam name="TValue">Type of the value.</typeparam>
/// <param name="declaration">What the user must know of it.</param>
/// <param name="read">Reads its value.</param>
/// <param name="write">The value as a file writes it; null where the key is left out.</param>
public sealed class Key<TValue>(KeyDeclaration declaration, Func<TomlSection, TValue> read, Func<TValue, string?> write) : Key(declaration)
{
    /// <summary>Reads its value.</summary>
    /// <param name="section">Its section.</param>
    /// <exception cref="ProblemFileException">It is missing, of another kind or out of its range.</exception>
    public TValue Read(TomlSection section) => read(section);

    /// <summary>The value as a file writes it, so that it reads back to the same bits; null where the key is left out.</summary>
    /// <param name="value">The value.</param>
    public string? Written(TValue value) => write(value);

    /// <summary>The same key with other words for what holds without it, as where a choice decides whether it is required.</summary>
    /// <param name="words">The words; "{0}" in them stands for what held before.</param>
    public Key<TValue> Without(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Declaration with { Default = words.Replace("{0}", Declaration.Default, StringComparison.Ordinal) }, read, write);
    }
}
