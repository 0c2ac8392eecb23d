using System.Globalization;

namespace MagHopfield.Toml;

/// <summary>
/// One table of a TOML file while it is read: each reading method marks its key as known, and <see cref="RefuseUnknownKeys"/>
/// ends the reading by refusing whatever was never asked for.
/// </summary>
public sealed class TomlSection
{
    private readonly string _source;
    private readonly Dictionary<string, (object Value, int Line)> _values = [];
    private readonly Dictionary<string, object> _inherited = [];
    private readonly Dictionary<string, List<TomlSection>> _sections = [];
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _declared = new(StringComparer.Ordinal);

    internal TomlSection(string source, string path, int line)
    {
        _source = source;
        Path = path;
        Line = line;
    }

    /// <summary>Name of the file in error messages, as a rule its path: what files it names are looked for from its folder.</summary>
    public string Source => _source;

    /// <summary>Dotted name of the section; empty for the top of the file.</summary>
    public string Path { get; }

    /// <summary>Line of the section's header, from 1.</summary>
    public int Line { get; }

    /// <summary>Whether the key or section is written in the file. Does not mark it as known.</summary>
    public bool Has(string key) => _values.ContainsKey(key) || _sections.ContainsKey(key);

    /// <summary>Gives a key a value that holds where it is not written here, as one that another file or section states.</summary>
    /// <param name="key">Key.</param>
    /// <param name="value">A double, long, bool or string, or an array (<c>object[]</c>) of them.</param>
    public void Inherit(string key, object value) => _inherited[key] = value;

    /// <summary>Whether the key is written in the file or inherited; marks it as known, as reading does.</summary>
    /// <param name="key">Key.</param>
    public bool Gives(string key)
    {
        _known.Add(key);
        return Has(key) || _inherited.ContainsKey(key);
    }

    /// <summary>Line of a key or section, from 1; that of this section's header where it is not written.</summary>
    public int LineOf(string key) =>
        _values.TryGetValue(key, out var value)
            ? value.Line
            : _sections.TryGetValue(key, out List<TomlSection>? sections)
            ? sections[0].Line
            : Line;

    /// <summary>
    /// Declares every key and section that may stand here, whether or not the reading will ask for it. What is written but not declared
    /// can then be listed before anything is read, and what is declared but was not asked for is refused as being without effect.
    /// </summary>
    /// <param name="keys">Names of keys and sections.</param>
    public void Declare(IEnumerable<string> keys) => _declared.UnionWith(keys);

    /// <summary>
    /// What is written here (not in the sections below) but neither declared nor asked for: one message a key, in the order of the file.
    /// </summary>
    public IReadOnlyList<string> UndeclaredKeys() =>
        [.. Written().Where(w => !_known.Contains(w.Key) && !_declared.Contains(w.Key)).Select(Unknown)];

    /// <summary>The section of that name.</summary>
    /// <exception cref="ProblemFileException">It is missing.</exception>
    public TomlSection Section(string name) =>
        OptionalSection(name) ?? throw Error($"section [{Join(name)}] is missing; add it");

    /// <summary>The section of that name, or null.</summary>
    public TomlSection? OptionalSection(string name)
    {
        RefuseValue(name);
        if (!_sections.TryGetValue(name, out List<TomlSection>? sections))
            return null;

        return sections.Count == 1
            ? sections[0]
            : throw sections[1].Error($"section [[{Join(name)}]] may stand only once; remove this one");
    }

    /// <summary>All sections written as [[name]], in the order of the file; empty where there is none.</summary>
    public IReadOnlyList<TomlSection> Sections(string name)
    {
        RefuseValue(name);
        return _sections.TryGetValue(name, out List<TomlSection>? sections) ? sections : [];
    }

    /// <summary>Takes sections as known, with all in them, without reading them: what they say is of another use of the file.</summary>
    /// <param name="name">Their name.</param>
    public void LeaveOut(string name)
    {
        foreach (TomlSection section in Sections(name))
        {
            section._known.UnionWith(section._values.Keys);
            foreach (string below in section._sections.Keys)
                section.LeaveOut(below);
        }
    }

    /// <summary>A real number within a range.</summary>
    /// <param name="key">Key.</param>
    /// <param name="unit">SI unit for messages ("m", "S/m"; empty for a pure number).</param>
    /// <param name="minimum">Smallest value allowed.</param>
    /// <param name="maximum">Largest value allowed.</param>
    /// <param name="fallback">Value where the key is absent; null makes the key required.</param>
    /// <param name="exclusiveMinimum">Whether the minimum itself is refused.</param>
    public double Number(
        string key,
        string unit,
        double minimum = double.NegativeInfinity,
        double maximum = double.PositiveInfinity,
        double? fallback = null,
        bool exclusiveMinimum = false)
    {
        if (!TryTake(key, out object value))
            return fallback ?? throw Missing(key, "a number", unit);

        double number = value switch
        {
            double d => d,
            long l => l,
            _ => throw Error(key, $"is {Show(value)}, not a number; write a number{In(unit)}"),
        };
        return CheckRange(key, number, unit, minimum, maximum, exclusiveMinimum);
    }

    /// <summary>A positive real number.</summary>
    public double Positive(string key, string unit, double? fallback = null) =>
        Number(key, unit, minimum: 0, fallback: fallback, exclusiveMinimum: true);

    /// <summary>An integer within a range.</summary>
    public int Integer(string key, int minimum, int maximum, int? fallback = null)
    {
        if (!TryTake(key, out object value))
            return fallback ?? throw Missing(key, "an integer", "");

        if (value is not long number)
            throw Error(key, $"is {Show(value)}, not an integer; write a whole number from {minimum} to {maximum}");

        return number >= minimum && number <= maximum
            ? (int)number
            : throw Error(key, $"is {number}; write a whole number from {minimum} to {maximum}");
    }

    /// <summary>True or false.</summary>
    public bool Flag(string key, bool? fallback = null)
    {
        if (!TryTake(key, out object value))
            return fallback ?? throw Missing(key, "true or false", "");

        return value is bool flag ? flag : throw Error(key, $"is {Show(value)}; write true or false");
    }

    /// <summary>A text.</summary>
    public string Text(string key, string? fallback = null)
    {
        if (!TryTake(key, out object value))
            return fallback ?? throw Missing(key, "a text in quotes", "");

        return value as string ?? throw Error(key, $"is {Show(value)}; write a text in quotes");
    }

    /// <summary>One of a few words.</summary>
    public string Choice(string key, IReadOnlyList<string> choices, string? fallback = null)
    {
        string text = Text(key, fallback);
        if (choices.Contains(text))
            return text;

        string? nearest = NearestName.To(text, choices);
        string hint = nearest is null ? "" : $" (did you mean \"{nearest}\"?)";
        throw Error(key, $"is \"{text}\"{hint}; write one of {string.Join(", ", choices.Select(c => $"\"{c}\""))}");
    }

    /// <summary>An array of numbers of a given length.</summary>
    public double[] Numbers(string key, int count, string unit, double[]? fallback = null)
    {
        if (!TryTake(key, out object value))
            return fallback ?? throw Missing(key, $"an array of {count} numbers", unit);

        if (value is not object[] items || items.Length != count || items.Any(i => i is not (double or long)))
        {
            throw Error(
                key,
                $"is {Show(value)}; write an array of {count} numbers{In(unit)}, as in "
                + $"[{string.Join(", ", Enumerable.Repeat("1.0", count))}]");
        }

        return
        [
            .. items.Select(
                i =>
                    CheckRange(
                        key,
                        Convert.ToDouble(i, CultureInfo.InvariantCulture),
                        unit,
                        double.NegativeInfinity,
                        double.PositiveInfinity,
                        false)),
        ];
    }

    /// <summary>An array of points of two coordinates, as in [[0.0, 0.0], [1.0, 0.0]].</summary>
    /// <param name="key">Key.</param>
    /// <param name="minimum">Smallest number of points.</param>
    /// <param name="unit">SI unit for messages.</param>
    public (double X, double Y)[] Points(string key, int minimum, string unit)
    {
        if (!TryTake(key, out object value))
            throw Missing(key, $"an array of at least {minimum} points [x, y]", unit);

        bool isPoints = value is object[] all && all.Length >= minimum
            && all.All(p => p is object[] { Length: 2 } point && point.All(c => c is double or long));
        if (!isPoints)
            throw Error(key, $"is {Show(value)}; write an array of at least {minimum} points{In(unit)}, as in [[0.0, 0.0], [1.0, 0.0]]");

        double Coordinate(object c) =>
            CheckRange(
                key, Convert.ToDouble(c, CultureInfo.InvariantCulture), unit, double.NegativeInfinity, double.PositiveInfinity, false);
        return [.. ((object[])value).Cast<object[]>().Select(p => (Coordinate(p[0]), Coordinate(p[1])))];
    }

    /// <summary>An array of texts of any length.</summary>
    public string[] Texts(string key, string[]? fallback = null)
    {
        if (!TryTake(key, out object value))
            return fallback ?? throw Missing(key, "an array of texts", "");

        return value is object[] items && items.All(i => i is string)
            ? [.. items.Cast<string>()]
            : throw Error(key, $"is {Show(value)}; write an array of texts, as in [\"a\", \"b\"]");
    }

    /// <summary>An error about a key of this section: file, line and key are put in front, a full stop behind.</summary>
    /// <param name="key">Key.</param>
    /// <param name="problem">What is wrong and how to mend it, to be read after the key's name.</param>
    public ProblemFileException Error(string key, string problem)
    {
        int line = _values.TryGetValue(key, out var value) ? value.Line
            : _sections.TryGetValue(key, out List<TomlSection>? sections) ? sections[0].Line : Line;
        return new ProblemFileException($"{_source}({line}): {Join(key)} {problem}.");
    }

    /// <summary>An error about this section as a whole.</summary>
    /// <param name="problem">What is wrong and how to mend it.</param>
    public ProblemFileException Error(string problem) => new($"{_source}({Line}): {problem}.");

    /// <summary>Refuses every key and section, here and below, that no reading method asked for.</summary>
    /// <exception cref="ProblemFileException">There is an unknown one; the message names the nearest known.</exception>
    public void RefuseUnknownKeys()
    {
        foreach (var written in Written())
        {
            if (!_known.Contains(written.Key))
                throw new ProblemFileException(Unknown(written));
        }

        foreach (TomlSection section in _sections.Values.SelectMany(s => s))
            section.RefuseUnknownKeys();
    }

    private IEnumerable<(string Key, int Line, bool IsSection)> Written() =>
        _values.Select(v => (v.Key, v.Value.Line, IsSection: false))
            .Concat(_sections.Select(s => (s.Key, s.Value[0].Line, IsSection: true)))
            .OrderBy(e => e.Line);

    private string Unknown((string Key, int Line, bool IsSection) written)
    {
        (string key, int line, bool isSection) = written;
        string name = isSection ? $"section [{Join(key)}]" : $"key '{Join(key)}'";
        if (_declared.Contains(key))
            return $"{_source}({line}): {name} has no effect beside the other keys here; remove it, or choose what uses it.";

        IEnumerable<string> names = _known.Union(_declared).Order(StringComparer.Ordinal);
        string? nearest = NearestName.To(key, names);
        return $"{_source}({line}): unknown {name}; "
            + (nearest is not null ? $"did you mean '{nearest}'?" : $"known here: {string.Join(", ", names)}.");
    }

    internal void AddValue(string key, object value, int line)
    {
        if (Has(key))
            throw new ProblemFileException($"{_source}({line}): '{Join(key)}' is written twice; remove one.");

        _values.Add(key, (value, line));
    }

    internal TomlSection OpenSection(string key, int line)
    {
        if (_values.TryGetValue(key, out var value))
        {
            throw new ProblemFileException(
                $"{_source}({line}): '{Join(key)}' is a section here but a value in line {value.Line}; keep one.");
        }

        if (!_sections.TryGetValue(key, out List<TomlSection>? sections))
            _sections.Add(key, sections = [new TomlSection(_source, Join(key), line)]);

        return sections[^1];
    }

    internal TomlSection AppendSection(string key, int line)
    {
        TomlSection section = new(_source, Join(key), line);
        if (_sections.TryGetValue(key, out List<TomlSection>? sections))
            sections.Add(section);
        else
            _sections.Add(key, [section]);

        return section;
    }

    private static string Show(object value) => value switch
    {
        string text => $"the text \"{text}\"",
        bool flag => flag ? "true" : "false",
        object[] items => $"an array of {items.Length}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string In(string unit) => unit.Length == 0 ? "" : $" in {unit}";

    private bool TryTake(string key, out object value)
    {
        _known.Add(key);
        if (_sections.ContainsKey(key))
            throw Error(key, "is a section here, but one value is wanted; write key = value");

        if (!_values.TryGetValue(key, out var entry))
            return _inherited.TryGetValue(key, out value!);
        value = entry.Value;
        return true;
    }

    private double CheckRange(string key, double number, string unit, double minimum, double maximum, bool exclusiveMinimum)
    {
        string shown = number.ToString("R", CultureInfo.InvariantCulture) + (unit.Length == 0 ? "" : " " + unit);
        if (!double.IsFinite(number))
            throw Error(key, $"is {shown}; write a finite number{In(unit)}");

        if (exclusiveMinimum ? number <= minimum : number < minimum)
        {
            string bound = minimum.ToString("R", CultureInfo.InvariantCulture);
            throw Error(
                key,
                $"is {shown}; it must be {(exclusiveMinimum ? "greater than" : "at least")} {bound}{(unit.Length == 0 ? "" : " " + unit)}");
        }

        return number <= maximum
            ? number
            : throw Error(
                key,
                $"is {shown}; it must be at most "
                + $"{maximum.ToString("R", CultureInfo.InvariantCulture)}{(unit.Length == 0 ? "" : " " + unit)}");
    }

    private ProblemFileException Missing(string key, string what, string unit) =>
        Error($"key '{Join(key)}' is missing; add it as {what}{In(unit)}");

    private void RefuseValue(string name)
    {
        _known.Add(name);
        if (_values.TryGetValue(name, out var value))
        {
            throw new ProblemFileException(
                $"{_source}({value.Line}): '{Join(name)}' must be a section; write [{Join(name)}], or [[{Join(name)}]] where it may stand "
                + "several times, on a line of its own.");
        }
    }

    private string Join(string key) => Path.Length == 0 ? key : Path + "." + key;
}
