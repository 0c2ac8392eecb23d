using System.Globalization;

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

    /// <summary>The same key where it may be left out.</summary>
    /// <param name="fallback">Its value then.</param>
    public Key<TValue> Or(TValue fallback) => new(
        Declaration with
        {
            Default = fallback is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : write(fallback) ?? "none",
        },
        section => section.Gives(Name) ? read(section) : fallback,
        write);

    /// <summary>The same key with a narrower range.</summary>
    /// <param name="range">The range in words, as in "> 0".</param>
    /// <param name="holds">Whether a value is in it.</param>
    /// <param name="mend">What is right, behind "is …; ".</param>
    public Key<TValue> Within(string range, Func<TValue, bool> holds, string mend) => new(
        Declaration with { Range = range },
        section => read(section) is var value && holds(value) ? value : throw section.Error(Name, $"is {write(value)}; {mend}"),
        write);
}
