using System.Globalization;

namespace MagHopfield.Toml.Keys;

/// <summary>A key with its declaration and the way it is read, so that reader and reference page cannot differ.</summary>
/// <param name="Name">Name.</param>
/// <param name="Meaning">One sentence.</param>
public abstract record FileKey(string Name, string Meaning)
{
    /// <summary>What holds without the key, in words; null where the key's own default says it.</summary>
    public string? Without { get; init; }

    /// <summary>What the user must know of the key.</summary>
    public abstract KeyDeclaration Declaration { get; }

    /// <summary>The declaration of a key.</summary>
    public static implicit operator KeyDeclaration(FileKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Declaration;
    }

    /// <summary>The declaration with what holds without the key.</summary>
    protected KeyDeclaration Declare(string kind, string unit, string range, string? ownDefault) =>
        new(Name, kind, unit, range, Without is null ? ownDefault ?? "required" : string.Format(CultureInfo.InvariantCulture, Without, ownDefault), Meaning);

    /// <summary>A number as it is written in a file.</summary>
    protected static string Shown(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
