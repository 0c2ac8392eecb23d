namespace MagHopfield.Problems.Keys;

/// <summary>A section of a problem file with its keys.</summary>
/// <param name="Name">Dotted name; empty for the top of the file.</param>
/// <param name="Repeated">Whether it is written as [[name]] and may stand several times.</param>
/// <param name="Purpose">What it is for, in one or a few sentences.</param>
/// <param name="Keys">Its keys, in the order of the reference page.</param>
internal sealed record SectionDeclaration(string Name, bool Repeated, string Purpose, IReadOnlyList<KeyDeclaration> Keys)
{
    /// <summary>The header as it is written in a file.</summary>
    public string Header => Name.Length == 0 ? "top of the file" : Repeated ? $"[[{Name}]]" : $"[{Name}]";
}
