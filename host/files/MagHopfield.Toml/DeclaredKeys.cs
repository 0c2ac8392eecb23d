namespace MagHopfield.Toml;

/// <summary>Holds a file against the keys that its readers declare.</summary>
public static class DeclaredKeys
{
    /// <summary>
    /// Declares all keys to a file before it is read, and finds those that are not declared: one message a key, in the order of the
    /// sections.
    /// </summary>
    /// <param name="root">Root of the file.</param>
    /// <param name="sections">Every section that the file may have.</param>
    public static IReadOnlyList<string> Unknown(TomlSection root, IReadOnlyList<SectionDeclaration> sections)
    {
        List<string> messages = [];
        root.Declare(sections.Select(s => s.Name).Where(n => n.Length > 0 && !n.Contains('.')));
        foreach (SectionDeclaration declaration in sections)
        {
            foreach (TomlSection section in Written(root, declaration.Name))
            {
                section.Declare(declaration.Keys.Select(k => k.Name));
                string prefix = declaration.Name.Length == 0 ? "" : declaration.Name + ".";
                section.Declare(sections.Where(s => s.Name.Length > 0 && s.Name.StartsWith(prefix, StringComparison.Ordinal)
                    && !s.Name[prefix.Length..].Contains('.') && s.Name != declaration.Name).Select(s => s.Name[prefix.Length..]));
                messages.AddRange(section.UndeclaredKeys());
            }
        }

        return messages;
    }

    private static IEnumerable<TomlSection> Written(TomlSection root, string name)
    {
        IEnumerable<TomlSection> found = [root];
        foreach (string part in name.Split('.', StringSplitOptions.RemoveEmptyEntries))
            found = found.SelectMany(s => s.Sections(part)).ToArray();

        return found;
    }
}
