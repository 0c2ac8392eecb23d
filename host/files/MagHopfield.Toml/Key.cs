using System.Globalization;

namespace MagHopfield.Toml;

/// <summary>A key with its declaration, so that reader, writer and reference page cannot differ.</summary>
/// <param name="declaration">What the user must know of it.</param>
public abstract class Key(KeyDeclaration declaration)
{
    private const string Required = "required";

    /// <summary>What the user must know of it.</summary>
    public KeyDeclaration Declaration { get; } = declaration;

    /// <summary>Its name.</summary>
    public string Name => Declaration.Name;

    /// <summary>The declaration of a key.</summary>
    /// <param name="key">The key.</param>
    public static implicit operator KeyDeclaration(Key key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Declaration;
    }

    /// <summary>A real number in a range.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">SI unit; empty for a pure number.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    /// <param name="fallback">Value without the key; null makes it required.</param>
    public static Key<double> Number(
        string name,
        string unit,
        string meaning,
        double minimum = double.NegativeInfinity,
        double maximum = double.PositiveInfinity,
        double? fallback = null) =>
        new(
            new(name, "number", unit, RangeOf(minimum, maximum), Shown(fallback), meaning),
            s => s.Number(name, unit, minimum, maximum, fallback),
            TomlText.Number);

    /// <summary>A real number greater than zero.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">SI unit; empty for a pure number.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="fallback">Value without the key; null makes it required.</param>
    /// <param name="maximum">Largest value.</param>
    public static Key<double> Positive(
        string name, string unit, string meaning, double? fallback = null, double maximum = double.PositiveInfinity) =>
        new(
            new(name, "number", unit, double.IsFinite(maximum) ? $"> 0, ≤ {Shown(maximum)}" : "> 0", Shown(fallback), meaning),
            s => s.Number(name, unit, 0, maximum, fallback, exclusiveMinimum: true),
            TomlText.Number);

    /// <summary>A real number greater than zero, or none.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">SI unit; empty for a pure number.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="without">What holds without it, in words.</param>
    public static Key<double?> OptionalPositive(string name, string unit, string meaning, string without) =>
        new(new(name, "number", unit, "> 0", without, meaning), s => s.Has(name) ? s.Positive(name, unit) : null, Optional);

    /// <summary>A real number in a range, or none.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">SI unit; empty for a pure number.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="without">What holds without it, in words.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    public static Key<double?> OptionalNumber(
        string name,
        string unit,
        string meaning,
        string without,
        double minimum = double.NegativeInfinity,
        double maximum = double.PositiveInfinity) =>
        new(
            new(name, "number", unit, RangeOf(minimum, maximum), without, meaning),
            s => s.Has(name) ? s.Number(name, unit, minimum, maximum) : null,
            Optional);

    /// <summary>A whole number in a range.</summary>
    /// <param name="name">Name.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    /// <param name="fallback">Value without the key; null makes it required.</param>
    public static Key<int> Integer(string name, string meaning, int minimum, int maximum, int? fallback = null) =>
        new(
            new(name, "integer", "", RangeOf(minimum, maximum), Shown(fallback), meaning),
            s => s.Integer(name, minimum, maximum, fallback),
            TomlText.Whole);

    /// <summary>A whole number of at least some value.</summary>
    /// <param name="name">Name.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="fallback">Value without the key; null makes it required.</param>
    public static Key<int> AtLeast(string name, string meaning, int minimum, int? fallback = null) =>
        new(
            new(name, "integer", "", minimum == int.MinValue ? "any" : $"≥ {minimum}", Shown(fallback), meaning),
            s => s.Integer(name, minimum, int.MaxValue, fallback),
            TomlText.Whole);

    /// <summary>A whole number in a range, or none.</summary>
    /// <param name="name">Name.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    /// <param name="without">What holds without it, in words.</param>
    public static Key<int?> OptionalInteger(string name, string meaning, int minimum, int maximum, string without) =>
        new(
            new(name, "integer", "", maximum == int.MaxValue ? $"≥ {minimum}" : RangeOf(minimum, maximum), without, meaning),
            s => s.Has(name) ? s.Integer(name, minimum, maximum) : null,
            value => value is int v ? TomlText.Whole(v) : null);

    /// <summary>1 or −1.</summary>
    /// <param name="name">Name.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="fallback">Value without the key; null makes it required.</param>
    public static Key<int> Sign(string name, string meaning, int fallback) =>
        new(
            new(name, "integer", "", "1 or -1", Shown(fallback), meaning),
            s => s.Integer(name, -1, 1, fallback) is int sign and not 0 ? sign : throw s.Error(name, "is 0; write 1 or -1"),
            TomlText.Whole);

    /// <summary>True or false.</summary>
    /// <param name="name">Name.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="fallback">Value without the key; null makes it required.</param>
    public static Key<bool> Flag(string name, string meaning, bool? fallback = null) =>
        new(
            new(name, "true or false", "", "", fallback is bool flag ? TomlText.Flag(flag) : Required, meaning),
            s => s.Flag(name, fallback),
            TomlText.Flag);

    /// <summary>A text.</summary>
    /// <param name="name">Name.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="fallback">Value without the key; null makes it required.</param>
    public static Key<string> Text(string name, string meaning, string? fallback = null) =>
        new(
            new(name, "text", "", "", fallback is null ? Required : $"\"{fallback}\"", meaning),
            s => s.Text(name, fallback),
            TomlText.Text);

    /// <summary>A text, or none.</summary>
    /// <param name="name">Name.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="without">What holds without it, in words.</param>
    public static Key<string?> OptionalText(string name, string meaning, string without) =>
        new(
            new(name, "text", "", "", without, meaning),
            s => s.Has(name) ? s.Text(name) : null,
            value => value is null ? null : TomlText.Text(value));

    /// <summary>Path of a file; asked for only where it is written or must be.</summary>
    /// <param name="name">Name.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="without">What holds without it, in words.</param>
    public static Key<string> Path(string name, string meaning, string without = Required) =>
        new(new(name, "text", "", "", without, meaning), s => s.Text(name), TomlText.Text);

    /// <summary>One word of a few.</summary>
    /// <param name="name">Name.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="words">The words.</param>
    /// <param name="fallback">Value without the key; null makes it required.</param>
    public static Key<string> Word(string name, string meaning, IReadOnlyList<string> words, string? fallback = null) =>
        Choice(name, meaning, [.. words.Select(word => (word, word))], fallback);

    /// <summary>One word of a few, each standing for a value.</summary>
    /// <typeparam name="TValue">Type of the value.</typeparam>
    /// <param name="name">Name.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="choices">The words and what each stands for.</param>
    /// <param name="fallback">Value without the key; null makes it required.</param>
    public static Key<TValue> Choice<TValue>(string name, string meaning, (string Word, TValue Value)[] choices, string? fallback = null)
    {
        string[] words = [.. choices.Select(c => c.Word)];
        return new(
            new(
                name,
                "text",
                "",
                string.Join(", ", words.Select(w => $"\"{w}\"")),
                fallback is null ? Required : $"\"{fallback}\"",
                meaning),
            s =>
            {
                string word = s.Choice(name, words, fallback);
                return choices.First(c => c.Word == word).Value;
            },
            value => TomlText.Text(choices.First(c => Equals(c.Value, value)).Word));
    }

    /// <summary>Positive numbers.</summary>
    /// <param name="name">Name.</param>
    /// <param name="count">Number of elements.</param>
    /// <param name="unit">SI unit; empty for a pure number.</param>
    /// <param name="meaning">One sentence.</param>
    public static Key<double[]> Sizes(string name, int count, string unit, string meaning) =>
        new(
            new(name, $"array of {count} numbers", unit, "each > 0", Required, meaning),
            s => s.Numbers(name, count, unit) is double[] sizes && sizes.All(v => v > 0)
                ? sizes
                : throw s.Error(name, $"holds a size that is not positive; write {count} numbers > 0 in {unit}"),
            Numbered);

    /// <summary>Whole numbers from 1.</summary>
    /// <param name="name">Name.</param>
    /// <param name="count">Number of elements.</param>
    /// <param name="meaning">One sentence.</param>
    public static Key<int[]> Counts(string name, int count, string meaning) =>
        new(
            new(name, $"array of {count} integers", "", "each ≥ 1", Required, meaning),
            s => s.Numbers(name, count, "") is double[] counts && counts.All(c => c >= 1 && c <= int.MaxValue && c == Math.Floor(c))
                ? [.. counts.Select(c => (int)c)]
                : throw s.Error(name, $"holds something other than whole numbers from 1; write {count} of them, as in [100, 50, 1]"),
            counts => TomlText.Array(counts.Select(TomlText.Whole)));

    /// <summary>Points of two coordinates.</summary>
    /// <param name="name">Name.</param>
    /// <param name="minimum">Smallest number of points.</param>
    /// <param name="unit">SI unit; empty for a pure number.</param>
    /// <param name="meaning">One sentence.</param>
    public static Key<(double X, double Y)[]> Points(string name, int minimum, string unit, string meaning) =>
        new(
            new(name, "array of [x, y]", unit, $"at least {minimum} points", Required, meaning),
            s => s.Points(name, minimum, unit),
            TomlText.Points);

    /// <summary>Texts.</summary>
    /// <param name="name">Name.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="range">What each may be, in words.</param>
    public static Key<string[]> Texts(string name, string meaning, string range) =>
        new(
            new(name, "array of texts", "", range, Required, meaning),
            s => s.Texts(name),
            texts => TomlText.Array(texts.Select(TomlText.Text)));

    /// <summary>Any of a few words, each at most once.</summary>
    /// <param name="name">Name.</param>
    /// <param name="meaning">One sentence.</param>
    /// <param name="range">What each may be, in words.</param>
    /// <param name="known">The words that are known.</param>
    /// <param name="fallback">Value without the key; every one is known.</param>
    public static Key<string[]> Words(
        string name, string meaning, string range, Func<IReadOnlyCollection<string>> known, string[] fallback) =>
        new(
            new(name, "array of texts", "", range, TomlText.Array(fallback.Select(f => $"\"{f}\"")), meaning),
            s =>
            {
                string[] words = s.Texts(name, fallback);
                foreach (string word in words)
                {
                    if (!known().Contains(word))
                    {
                        string hint = NearestName.To(word, known()) is string near ? $"did you mean \"{near}\"? " : "";
                        throw s.Error(name, $"holds \"{word}\"; {hint}known here: {string.Join(", ", known().Select(k => $"\"{k}\""))}");
                    }
                }

                return words.Distinct().Count() == words.Length
                    ? words
                    : throw s.Error(name, $"holds \"{words.GroupBy(w => w).First(g => g.Count() > 1).Key}\" twice; remove one");
            },
            words => TomlText.Array(words.Select(TomlText.Text)));

    private static string? Optional(double? value) => value is double v ? TomlText.Number(v) : null;

    private static string Numbered(double[] values) => TomlText.Array(values.Select(TomlText.Number));

    private static string RangeOf(double minimum, double maximum) => (double.IsFinite(minimum), double.IsFinite(maximum)) switch
    {
        (true, true) => $"{Shown(minimum)} to {Shown(maximum)}",
        (true, false) => $"≥ {Shown(minimum)}",
        (false, true) => $"≤ {Shown(maximum)}",
        _ => "any",
    };

    private static string Shown(double? value) => value is double v ? v.ToString("R", CultureInfo.InvariantCulture) : Required;
}
