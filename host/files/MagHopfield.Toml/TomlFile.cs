using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace MagHopfield.Toml;

/// <summary>
/// Reads a TOML file strictly: every key must be known to the reader, every value has its type, unit and range, and each error
/// names file and line. Parsing itself is Tomlyn's.
/// </summary>
public static class TomlFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="ProblemFileException">The file cannot be read, or is no TOML.</exception>
    public static TomlSection Load(string path) => Parse(InputText.Read(path), path);

    /// <summary>Reads a text.</summary>
    /// <param name="text">TOML.</param>
    /// <param name="source">Name for error messages, as a rule the path.</param>
    /// <exception cref="ProblemFileException">The text is no TOML.</exception>
    public static TomlSection Parse(string text, string source)
    {
        DocumentSyntax document;
        try
        {
            document = SyntaxParser.Parse(text, source, validate: true);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new ProblemFileException($"{source}: this is no TOML file ({FirstLine(e.Message)}).", e);
        }

        foreach (DiagnosticMessage diagnostic in document.Diagnostics)
        {
            if (diagnostic.Kind == DiagnosticMessageKind.Error)
            {
                throw new ProblemFileException(
                    $"{source}({diagnostic.Span.Start.Line + 1}): {FirstLine(diagnostic.Message)} Mend the TOML syntax of this line.");
            }
        }

        TomlSection root = new(source, "", 1);
        AddAll(root, document.KeyValues);
        foreach (TableSyntaxBase table in document.Tables)
        {
            int line = table.Span.Start.Line + 1;
            string[] path = Path(table.Name!);
            TomlSection section = root;
            for (int i = 0; i < path.Length; i++)
            {
                bool append = table is TableArraySyntax && i == path.Length - 1;
                section = append ? section.AppendSection(path[i], line) : section.OpenSection(path[i], line);
            }

            AddAll(section, table.Items);
        }

        return root;
    }

    private static void AddAll(TomlSection section, IEnumerable<KeyValueSyntax> items)
    {
        foreach (KeyValueSyntax item in items)
        {
            int line = item.Span.Start.Line + 1;
            string[] path = Path(item.Key!);
            TomlSection target = section;
            for (int i = 0; i < path.Length - 1; i++)
                target = target.OpenSection(path[i], line);

            if (item.Value is InlineTableSyntax inline)
                AddAll(target.OpenSection(path[^1], line), inline.Items.Select(i => i.KeyValue!));
            else
                target.AddValue(path[^1], Value(item.Value!), line);
        }
    }

    private static object Value(ValueSyntax value) => value switch
    {
        StringValueSyntax text => text.Value ?? "",
        IntegerValueSyntax integer => integer.Value,
        FloatValueSyntax number => number.Value,
        BooleanValueSyntax flag => flag.Value,
        ArraySyntax array => array.Items.Select(i => Value(i.Value!)).ToArray(),
        _ => value.ToString() ?? "",
    };

    private static string[] Path(KeySyntax key)
    {
        List<string> path = [Name(key.Key!)];
        foreach (DottedKeyItemSyntax item in key.DotKeys)
            path.Add(Name(item.Key!));

        return [.. path];
    }

    private static string Name(BareKeyOrStringValueSyntax key) => key switch
    {
        BareKeySyntax bare => bare.Key!.Text ?? "",
        StringValueSyntax quoted => quoted.Value ?? "",
        _ => key.ToString() ?? "",
    };

    private static string FirstLine(string message)
    {
        string line = message.Split('\n')[0].Trim();
        return line.EndsWith('.') ? line : line + ".";
    }
}
