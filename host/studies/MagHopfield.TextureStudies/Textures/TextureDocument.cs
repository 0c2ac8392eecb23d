using MagHopfield.Model.Files;

namespace MagHopfield.TextureStudies.Textures;

/// <summary>
/// The problem documents of the studies: the examples texture-NAME.toml of the project, which `maghopfield run` takes, too.
/// </summary>
/// <param name="Name">Name, as in "wall-memristor".</param>
/// <param name="Text">TOML.</param>
internal sealed record TextureDocument(string Name, string Text)
{
    /// <summary>The document of a name.</summary>
    /// <param name="name">Name, as in "wall-memristor".</param>
    public static TextureDocument Of(string name)
    {
        string file = $"texture-{name}.toml";
        using Stream stream = typeof(TextureDocument).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The assembly lacks its document {file}.");
        using StreamReader reader = new(stream);
        return new(name, reader.ReadToEnd());
    }

    /// <summary>The same with another value in one place.</summary>
    /// <param name="key">Key and value as they stand there, once.</param>
    /// <param name="other">Key and value instead.</param>
    public TextureDocument With(string key, string other) =>
        Text.Split(key).Length == 2
            ? this with { Text = Text.Replace(key, other, StringComparison.Ordinal) }
            : throw new InvalidOperationException($"texture-{Name}.toml has not one \"{key}\".");

    /// <summary>The problem that it states.</summary>
    public ProblemFile Parse() => ProblemFile.Parse(Text, $"texture-{Name}.toml");
}
