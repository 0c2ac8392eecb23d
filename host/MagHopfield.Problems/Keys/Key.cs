using System.Globalization;
using MagHopfield.Micromagnetics;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Keys;

/// <summary>A key with its declaration and the way it is read, so that reader and reference page cannot differ.</summary>
/// <typeparam name="TValue">Type of the value.</typeparam>
/// <param name="declaration">What the user must know of it.</param>
/// <param name="read">Reads its value.</param>
/// <param name="write">The value as a file writes it; null where the key is left out.</param>
internal sealed class Key<TValue>(KeyDeclaration declaration, Func<TomlSection, TValue> read, Func<TValue, string?> write)
{
    public KeyDeclaration Declaration { get; } = declaration;

    public string Name => Declaration.Name;

    public TValue Read(TomlSection section) => read(section);

    /// <summary>The value as a file writes it, so that it reads back to the same bits; null where the key is left out.</summary>
    public string? Written(TValue value) => write(value);

    /// <summary>The same key with other words for what holds without it, as where a choice decides whether it is required.</summary>
    public Key<TValue> Without(string words) => new(Declaration with { Default = words }, read, write);

    public static implicit operator KeyDeclaration(Key<TValue> key) => key.Declaration;
}

/// <summary>Makes keys.</summary>
internal static class Key
{
    private const string Required = "required";

    public static Key<double> Number(
        string name, string unit, string meaning, double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity, double? fallback = null) =>
        new(
            new(name, "number", unit, RangeOf(minimum, maximum), Shown(fallback), meaning),
            s => s.Number(name, unit, minimum, maximum, fallback),
            TomlText.Number);

    public static Key<double> Positive(string name, string unit, string meaning, double? fallback = null) =>
        new(new(name, "number", unit, "> 0", Shown(fallback), meaning), s => s.Positive(name, unit, fallback), TomlText.Number);

    public static Key<double?> OptionalPositive(string name, string unit, string meaning, string without) =>
        new(new(name, "number", unit, "> 0", without, meaning), s => s.Has(name) ? s.Positive(name, unit) : null, Optional);

    public static Key<double?> OptionalNumber(
        string name, string unit, string meaning, string without, double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity) =>
        new(
            new(name, "number", unit, RangeOf(minimum, maximum), without, meaning),
            s => s.Has(name) ? s.Number(name, unit, minimum, maximum) : null,
            Optional);

    public static Key<int> Integer(string name, string meaning, int minimum, int maximum, int? fallback = null) =>
        new(
            new(name, "integer", "", RangeOf(minimum, maximum), Shown(fallback), meaning),
            s => s.Integer(name, minimum, maximum, fallback),
            TomlText.Whole);

    public static Key<int?> OptionalInteger(string name, string meaning, int minimum, int maximum, string without) =>
        new(
            new(name, "integer", "", maximum == int.MaxValue ? $"≥ {minimum}" : RangeOf(minimum, maximum), without, meaning),
            s => s.Has(name) ? s.Integer(name, minimum, maximum) : null,
            value => value is int v ? TomlText.Whole(v) : null);

    public static Key<int> Sign(string name, string meaning, int fallback) =>
        new(
            new(name, "integer", "", "1 or -1", Shown(fallback), meaning),
            s => s.Integer(name, -1, 1, fallback) is int sign and not 0 ? sign : throw s.Error(name, "is 0; write 1 or -1"),
            TomlText.Whole);

    public static Key<bool> Flag(string name, string meaning, bool fallback) =>
        new(new(name, "true or false", "", "", fallback ? "true" : "false", meaning), s => s.Flag(name, fallback), TomlText.Flag);

    public static Key<string> Text(string name, string meaning, string? fallback = null) =>
        new(new(name, "text", "", "", fallback is null ? Required : $"\"{fallback}\"", meaning), s => s.Text(name, fallback), TomlText.Text);

    public static Key<string?> OptionalText(string name, string meaning, string without) =>
        new(new(name, "text", "", "", without, meaning), s => s.Has(name) ? s.Text(name) : null, value => value is null ? null : TomlText.Text(value));

    /// <summary>Path of a file; asked for only where it is written or must be.</summary>
    public static Key<string> Path(string name, string meaning, string without = Required) =>
        new(new(name, "text", "", "", without, meaning), s => s.Text(name), TomlText.Text);

    /// <summary>One word of a few, each standing for a value.</summary>
    public static Key<TValue> Choice<TValue>(string name, string meaning, (string Word, TValue Value)[] choices, string? fallback = null)
    {
        string[] words = [.. choices.Select(c => c.Word)];
        return new(
            new(name, "text", "", string.Join(", ", words.Select(w => $"\"{w}\"")), fallback is null ? Required : $"\"{fallback}\"", meaning),
            s =>
            {
                string word = s.Choice(name, words, fallback);
                return choices.First(c => c.Word == word).Value;
            },
            value => TomlText.Text(choices.First(c => Equals(c.Value, value)).Word));
    }

    public static Key<Vector3D> Vector(string name, string unit, string meaning, double[]? fallback = null) =>
        new(
            new(name, "[x, y, z]", unit, "any", fallback is null ? Required : Shown(fallback), meaning),
            s => s.Numbers(name, 3, unit, fallback) is [double x, double y, double z] ? new Vector3D(x, y, z) : default,
            Components);

    /// <summary>A vector of any length but zero, as it is written: whoever takes its direction normalises it.</summary>
    public static Key<Vector3D> Direction(string name, string meaning, double[]? fallback = null) =>
        new(
            new(name, "[x, y, z]", "", "not zero; any length", fallback is null ? Required : Shown(fallback), meaning),
            s => s.Numbers(name, 3, "", fallback) is [double x, double y, double z] && (x != 0 || y != 0 || z != 0)
                ? new Vector3D(x, y, z) is { Length: > 0 and < double.PositiveInfinity } direction
                    ? direction
                    : throw s.Error(name, "has a length beyond all numbers; write a direction of about length 1, as in [1.0, 0.0, 0.0]")
                : throw s.Error(name, "is the zero vector; write a direction, as in [1.0, 0.0, 0.0]"),
            Components);

    public static Key<double[]> Sizes(string name, int count, string unit, string meaning) =>
        new(
            new(name, $"array of {count} numbers", unit, "each > 0", Required, meaning),
            s => s.Numbers(name, count, unit) is double[] sizes && sizes.All(v => v > 0)
                ? sizes
                : throw s.Error(name, $"holds a size that is not positive; write {count} numbers > 0 in {unit}"),
            Numbered);

    public static Key<int[]> Counts(string name, int count, string meaning) =>
        new(
            new(name, $"array of {count} integers", "", "each ≥ 1", Required, meaning),
            s => s.Numbers(name, count, "") is double[] counts && counts.All(c => c >= 1 && c <= int.MaxValue && c == Math.Floor(c))
                ? [.. counts.Select(c => (int)c)]
                : throw s.Error(name, $"holds something other than whole numbers from 1; write {count} of them, as in [100, 50, 1]"),
            counts => TomlText.Array(counts.Select(TomlText.Whole)));

    public static Key<(double X, double Y)[]> Points(string name, int minimum, string unit, string meaning) =>
        new(new(name, "array of [x, y]", unit, $"at least {minimum} points", Required, meaning), s => s.Points(name, minimum, unit), TomlText.Points);

    /// <summary>Any of a few words, each at most once.</summary>
    public static Key<string[]> Words(string name, string meaning, string range, Func<IReadOnlyCollection<string>> known, string[] fallback) =>
        new(
            new(name, "array of texts", "", range, fallback.Length == 0 ? "[]" : "[" + string.Join(", ", fallback.Select(f => $"\"{f}\"")) + "]", meaning),
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

    private static string Components(Vector3D v) => Numbered([v.X, v.Y, v.Z]);

    private static string Numbered(double[] values) => TomlText.Array(values.Select(TomlText.Number));

    private static string RangeOf(double minimum, double maximum) => (double.IsFinite(minimum), double.IsFinite(maximum)) switch
    {
        (true, true) => $"{Shown(minimum)} to {Shown(maximum)}",
        (true, false) => $"≥ {Shown(minimum)}",
        (false, true) => $"≤ {Shown(maximum)}",
        _ => "any",
    };

    private static string Shown(double? value) => value is double v ? v.ToString("R", CultureInfo.InvariantCulture) : Required;

    private static string Shown(double[] values) => "[" + string.Join(", ", values.Select(v => Shown(v))) + "]";
}
