using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Shared;
using MagHopfield.Toml;

namespace MagHopfield.Papers.Niu2024.Letters.Fonts;

/// <summary>Bitmaps of letters and digits, all of one size, read from a text file.</summary>
public sealed class LetterFont
{
    private readonly Dictionary<char, Pattern> _glyphs;

    private LetterFont(string name, int rows, int columns, Dictionary<char, Pattern> glyphs) =>
        (Name, Rows, Columns, _glyphs) = (name, rows, columns, glyphs);

    /// <summary>Names of the built-in fonts: "block" with full strokes and square corners, "rounded" as dot-matrix printers draw.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = ["block", "rounded"];

    /// <summary>Name of the font.</summary>
    public string Name { get; }

    /// <summary>Rows of pixels.</summary>
    public int Rows { get; }

    /// <summary>Pixels of a row.</summary>
    public int Columns { get; }

    /// <summary>The characters that it draws, in the order of its file.</summary>
    public string Characters => string.Concat(_glyphs.Keys);

    /// <summary>The bitmap of a character, row by row from the top left; lit pixels are +1.</summary>
    /// <exception cref="ArgumentException">The font does not draw it.</exception>
    public Pattern this[char character] => _glyphs.TryGetValue(character, out Pattern? glyph) ? glyph
        : throw new ArgumentException($"The font '{Name}' has no '{character}'; it has {Characters}.");

    /// <summary>Loads a font.</summary>
    /// <param name="nameOrPath">One of <see cref="BuiltIn"/>, or the path of a font file.</param>
    /// <exception cref="FormatException">The file is no font; the message says where and how to mend it.</exception>
    /// <exception cref="ArgumentException">There is no such font.</exception>
    public static LetterFont Load(string nameOrPath)
    {
        if (BuiltIn.Contains(nameOrPath))
        {
            string resource = $"MagHopfield.Papers.Niu2024.Letters.Fonts.{nameOrPath}.txt";
            using Stream stream = typeof(LetterFont).Assembly.GetManifestResourceStream(resource)
                ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
            using StreamReader reader = new(stream);
            return Parse(reader.ReadToEnd(), nameOrPath);
        }

        return File.Exists(nameOrPath) ? Parse(InputText.Read(nameOrPath), Path.GetFileNameWithoutExtension(nameOrPath))
            : throw new ArgumentException($"There is no font or font file '{nameOrPath}'; built in are {string.Join(" and ", BuiltIn)}.");
    }

    /// <summary>
    /// Reads a font: for each character a line "glyph X", then its rows from the top, '#' lit, '.' dark. Empty lines and lines that
    /// begin with "# " are passed over.
    /// </summary>
    /// <param name="text">The file's text.</param>
    /// <param name="name">Name of the font.</param>
    /// <exception cref="FormatException">The text is no font; the message says where and how to mend it.</exception>
    public static LetterFont Parse(string text, string name)
    {
        Dictionary<char, Pattern> glyphs = [];
        List<sbyte> pixels = [];
        char? current = null;
        int rows = 0, columns = 0, rowsOfAll = 0, begun = 0;
        string[] lines = text.Split('\n');
        for (int n = 1; n <= lines.Length; n++)
        {
            string line = lines[n - 1].TrimEnd();
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
                continue;

            if (line.StartsWith("glyph ", StringComparison.Ordinal))
            {
                Close();
                begun = n;
                if (line.Length != "glyph X".Length)
                    throw Mistake(n, $"'{line}' names no single character; write \"glyph E\"");

                current = line[^1];
                if (glyphs.ContainsKey(current.Value))
                    throw Mistake(n, $"'{current}' is drawn twice; remove one");

                continue;
            }

            if (current is null || line.Any(c => c is not '#' and not '.'))
                throw Mistake(n, $"'{line}' is neither \"glyph X\" nor a row of '#' and '.'");

            columns = columns == 0 ? line.Length : columns;
            if (line.Length != columns)
                throw Mistake(n, $"this row has {line.Length} pixels, the first of the file {columns}; make them equal");

            pixels.AddRange(line.Select(c => (sbyte)(c == '#' ? 1 : -1)));
            rows++;
        }

        Close();
        return glyphs.Count > 0
            ? new LetterFont(name, rowsOfAll, columns, glyphs)
            : throw Mistake(1, "there is no glyph; begin with \"glyph E\"");

        void Close()
        {
            if (current is null)
                return;

            rowsOfAll = rowsOfAll == 0 ? rows : rowsOfAll;
            if (rows == 0 || rows != rowsOfAll)
                throw Mistake(begun, $"'{current}' has {rows} rows, the first glyph {rowsOfAll}; draw all of one height");

            glyphs[current.Value] = new Pattern([.. pixels]);
            pixels.Clear();
            rows = 0;
        }

        FormatException Mistake(int line, string what) => new($"font '{name}', line {line}: {what}.");
    }

    /// <summary>A set of letters to teach, in the order of a word.</summary>
    /// <param name="word">As in "ECP".</param>
    /// <exception cref="ArgumentException">No letter, a letter twice, or one that the font lacks.</exception>
    public PatternSet Set(string word)
    {
        if (word.Length == 0 || word.Distinct().Count() != word.Length)
            throw new ArgumentException($"'{word}' is no set of letters; name each once, as in ECP.");

        return new PatternSet(word, Rows, Columns, [.. word.Select(c => c.ToString())], [.. word.Select(c => this[c])]);
    }
}
