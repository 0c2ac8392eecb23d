using System.Text;

namespace MagHopfield.Toml;

/// <summary>A section of a file with its keys.</summary>
/// <param name="Name">Dotted name; empty for the top of the file.</param>
/// <param name="Repeated">Whether it is written as [[name]] and may stand several times.</param>
/// <param name="Purpose">What it is for, in one or a few sentences.</param>
/// <param name="Keys">Its keys, in the order of the reference page.</param>
public sealed record SectionDeclaration(string Name, bool Repeated, string Purpose, IReadOnlyList<KeyDeclaration> Keys)
{
    /// <summary>The header as it is written in a file.</summary>
    public string Header => Name.Length == 0 ? "top of the file" : Repeated ? $"[[{Name}]]" : $"[{Name}]";

    /// <summary>The section in Markdown: a heading, its purpose and a table of its keys.</summary>
    /// <param name="keys">Whether with the table; a section whose keys are those of another goes without.</param>
    public string Markdown(bool keys = true)
    {
        StringBuilder text = new($"\n## {(Name.Length == 0 ? "Top of the file" : $"`{Header}`")}\n\n{Purpose}\n\n");
        if (!keys)
            return text.ToString();
        text.Append("| key | value | unit | range | without it | meaning |\n|---|---|---|---|---|---|\n");
        foreach (KeyDeclaration key in Keys)
            text.Append($"| `{key.Name}` | {key.Kind} | {key.Unit} | {Cell(key.Range)} | {Cell(key.Default)} | {Cell(key.Meaning)} |\n");
        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|");
}
