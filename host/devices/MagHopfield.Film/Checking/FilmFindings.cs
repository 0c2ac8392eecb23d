using MagHopfield.Film.Parameters;
using MagHopfield.Reports;
using MagHopfield.Toml;

namespace MagHopfield.Film.Checking;

/// <summary>Gathers findings at the lines of their keys.</summary>
internal sealed class FilmFindings(TomlSection root)
{
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    /// <summary>Whether a key is written in the file rather than taken from a preset.</summary>
    public bool Has(string section, string key) => root.OptionalSection(Of(section)) is TomlSection s && s.Has(key);

    public void Warn(string section, string key, InvariantText message) => Add(Severity.Warning, section, key, message);

    public void Note(string section, string key, InvariantText message) => Add(Severity.Note, section, key, message);

    /// <summary>Adds findings of others.</summary>
    public void Add(IEnumerable<Finding> findings) => _all.AddRange(findings);

    /// <summary>Line of a key, from 1; of a section by its name in the section "".</summary>
    public int LineOf(string section, string key) => (section.Length == 0 ? root : root.OptionalSection(Of(section)))?.LineOf(key) ?? 1;

    private void Add(Severity severity, string section, string key, InvariantText message) => _all.Add(new(
        severity, root.Source, LineOf(section, key), $"{Of(section)}.{key} " + message.ToString()));

    // The section by its name in a problem file, where the film is one.
    private string Of(string section) => !ProblemAsFilm.IsOne(root) ? section : section switch
    {
        "magnetism" => "material",
        "film" => "mesh",
        _ => section,
    };
}
