namespace MagHopfield.Toml;

/// <summary>Reads keys whose values another file may give.</summary>
public static class Inheritance
{
    /// <summary>Reads a key, or takes the value of another file where it is not written.</summary>
    /// <typeparam name="TValue">Type of the value.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="section">Its section.</param>
    /// <param name="inherited">The value of the other file; null where it has none.</param>
    /// <exception cref="ProblemFileException">It is missing, of another kind or out of its range.</exception>
    public static TValue Read<TValue>(this Key<TValue> key, TomlSection section, TValue? inherited)
        where TValue : struct
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(section);
        return inherited is TValue value && !section.Gives(key.Name) ? value : key.Read(section);
    }

    /// <inheritdoc cref="Read{TValue}(Key{TValue}, TomlSection, TValue?)"/>
    public static TValue Read<TValue>(this Key<TValue> key, TomlSection section, TValue? inherited)
        where TValue : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(section);
        return inherited is not null && !section.Gives(key.Name) ? inherited : key.Read(section);
    }
}
