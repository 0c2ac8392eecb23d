using System.Globalization;
using MagHopfield.Studies.Numbers;

namespace MagHopfield.Studies;

/// <summary>
/// A parameter of a study, declared once: command line, help, reference page and record of the result come of it. Names are as they are
/// typed after "--", or, where a parameter is positional, in the usage.
/// </summary>
public abstract record StudyParameter
{
    private protected StudyParameter(string name, string help) => (Name, Help) = (name, help);

    /// <summary>Name, as in "devices".</summary>
    public string Name { get; }

    /// <summary>What it is, in a sentence.</summary>
    public string Help { get; }

    /// <summary>Word for a value in a usage, as in "N" or "DIR".</summary>
    public string ValueName { get; init; } = "TEXT";

    /// <summary>Its type and unit in a few words, as in "time in s".</summary>
    public string Type { get; init; } = "text";

    /// <summary>What may be given, in a few words; empty where anything may.</summary>
    public string Range { get; init; } = "";

    /// <summary>Whether it is given without its name.</summary>
    public bool IsPositional { get; init; }

    /// <summary>Whether several values may be given.</summary>
    public virtual bool IsRepeatable => false;

    /// <summary>Whether several values may follow its name once.</summary>
    public bool TakesManyAtOnce { get; init; }

    /// <summary>Whether it may be left out without any value in its place.</summary>
    public abstract bool IsOptional { get; }

    /// <summary>The words that it can be; empty where it is no choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it changes the result: how many threads work does not.</summary>
    public bool DecidesResult { get; init; } = true;

    /// <summary>The value where none is given, as text; empty where there is none.</summary>
    public abstract string DefaultText { get; }

    /// <summary>What the default is, where its value is another one on another machine; else empty.</summary>
    public string DefaultName { get; init; } = "";

    /// <summary>Makes something of it.</summary>
    /// <typeparam name="TResult">What it becomes.</typeparam>
    /// <param name="use">Makes it.</param>
    public abstract TResult Accept<TResult>(IStudyParameterUse<TResult> use);

    /// <summary>The value that some words give it.</summary>
    /// <param name="words">The words; none where it is not given.</param>
    /// <param name="fault">What is wrong and how to mend it, after the name and the words; empty where nothing is.</param>
    public abstract object? Value(IReadOnlyList<string> words, out string fault);

    /// <summary>What is wrong with a value that has the right form.</summary>
    /// <param name="value">The value.</param>
    /// <returns>What and how to mend it, in a line; null where nothing is.</returns>
    public abstract string? Fault(object? value);

    /// <summary>A text.</summary>
    /// <param name="name">Name.</param>
    /// <param name="help">What it is.</param>
    /// <param name="fallback">Value where it is not given.</param>
    /// <param name="valueName">Word for a value in a usage.</param>
    public static StudyParameter<string> Text(string name, string help, string fallback, string valueName) =>
        new(name, help, () => fallback, Single(text => text)) { ValueName = valueName };

    /// <summary>A text that may be left out.</summary>
    /// <param name="name">Name.</param>
    /// <param name="help">What it is.</param>
    /// <param name="valueName">Word for a value in a usage.</param>
    /// <param name="decides">Whether it changes the result; where something is written besides, it does not.</param>
    public static StudyParameter<string?> TextOrNone(string name, string help, string valueName, bool decides = true) =>
        new(name, help, null, Single<string?>(text => text)) { ValueName = valueName, DecidesResult = decides };

    /// <summary>Texts, any number of them.</summary>
    /// <param name="name">Name.</param>
    /// <param name="help">What they are.</param>
    /// <param name="valueName">Word for a value in a usage.</param>
    public static StudyParameter<string[]> Texts(string name, string help, string valueName) =>
        new(name, help, null, words => ([.. words], "")) { ValueName = valueName, Type = "texts" };

    /// <summary>One of a few words.</summary>
    /// <param name="name">Name.</param>
    /// <param name="help">What they mean.</param>
    /// <param name="choices">The words; the first is the value where none is given.</param>
    /// <param name="valueName">Word for a value in a usage.</param>
    public static StudyParameter<string> Choice(string name, string help, IReadOnlyList<string> choices, string valueName) =>
        new(
            name,
            help,
            () => choices[0],
            Single(text => choices.FirstOrDefault(c => c.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? text))
        {
            ValueName = valueName,
            Choices = choices,
            Type = "word",
            Range = string.Join(", ", choices),
        };

    /// <summary>Whether something is done.</summary>
    /// <param name="name">Name.</param>
    /// <param name="help">What is done.</param>
    public static StudyParameter<bool> Flag(string name, string help) =>
        new(name, help, null, words => (words.Count == 0 || words[0] == "true", "")) { ValueName = "", Type = "flag" };

    /// <summary>A whole number.</summary>
    /// <param name="name">Name.</param>
    /// <param name="help">What it is.</param>
    /// <param name="fallback">Value where it is not given.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    public static StudyParameter<int> Whole(string name, string help, int fallback, int minimum, int maximum = int.MaxValue) =>
        new(name, help, () => fallback, Single(text => (NumberText.Whole(text, minimum, maximum, out string fault), fault)))
        {
            ValueName = "N",
            Type = "whole number",
            Range = string.Create(CultureInfo.InvariantCulture, $"{minimum} {(maximum == int.MaxValue ? "or more" : $"to {maximum}")}"),
        };

    /// <summary>How many parts of the work are done at the same time; the result does not depend on it.</summary>
    /// <param name="help">What is done so.</param>
    public static StudyParameter<int> Threads(string help) =>
        new(
            "threads",
            help,
            () => Environment.ProcessorCount,
            Single(text => (NumberText.Whole(text, 1, int.MaxValue, out string fault), fault)))
        {
            ValueName = "N",
            Type = "whole number",
            Range = "1 or more",
            DefaultName = "cores of the machine",
            DecidesResult = false,
        };

    /// <summary>Whole numbers, any number of them.</summary>
    /// <param name="name">Name.</param>
    /// <param name="help">What they are.</param>
    /// <param name="fallback">Values where none is given.</param>
    /// <param name="isGood">Whether a value may be.</param>
    /// <param name="range">What may be, for the message.</param>
    public static StudyParameter<int[]> Wholes(
        string name, string help, IReadOnlyList<int> fallback, Func<int, bool> isGood, string range) =>
        new(name, help, () => [.. fallback], words => Wholes(words, isGood, range))
        {
            ValueName = "N",
            Type = "whole numbers",
            Range = range,
            TakesManyAtOnce = true,
        };

    /// <summary>A quantity; a bare number is in the SI unit unless a suffix is asked for.</summary>
    /// <param name="name">Name.</param>
    /// <param name="help">What it is.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="fallback">Value where it is not given, as in "5V".</param>
    /// <param name="formerSuffix">
    /// Suffix that a bare number once meant here, where it is refused now; null where it is in the SI unit.
    /// </param>
    public static StudyParameter<Quantity> Of(string name, string help, Unit unit, string fallback, string? formerSuffix = null) =>
        new(name, help, () => NumberText.Quantity(fallback, unit, formerSuffix, out _), QuantityOf(unit, formerSuffix))
        {
            ValueName = unit.ValueName,
            Type = unit.Description,
        };

    /// <summary>A ratio that may be left out.</summary>
    /// <param name="name">Name.</param>
    /// <param name="help">What it is.</param>
    public static StudyParameter<Quantity?> RatioOrNone(string name, string help) =>
        new(name, help, null, words => QuantityOf(Unit.Ratio, null)(words) is var (value, fault) ? (value, fault) : default)
        {
            ValueName = Unit.Ratio.ValueName,
            Type = Unit.Ratio.Description,
        };

    private static Func<IReadOnlyList<string>, (Quantity Value, string Fault)> QuantityOf(Unit unit, string? formerSuffix) =>
        Single(text => (NumberText.Quantity(text, unit, formerSuffix, out string fault), fault));

    private static Func<IReadOnlyList<string>, (T Value, string Fault)> Single<T>(Func<string, T> read) => Single(text => (read(text), ""));

    private static Func<IReadOnlyList<string>, (T Value, string Fault)> Single<T>(Func<string, (T Value, string Fault)> read) =>
        words => words.Count == 1 ? read(words[0]) : (default!, "needs one value");

    private static (int[] Values, string Fault) Wholes(IReadOnlyList<string> words, Func<int, bool> isGood, string range)
    {
        List<int> values = [];
        foreach (string word in words)
        {
            int value = NumberText.Whole(word, int.MinValue, int.MaxValue, out string fault);
            if (fault.Length > 0 || !isGood(value))
                return ([], word.Contains(',') ? fault : $"give {range}");
            values.Add(value);
        }

        return ([.. values], "");
    }
}

/// <summary>A parameter of a study, see <see cref="StudyParameter"/>.</summary>
/// <typeparam name="T">Type of its value.</typeparam>
public sealed record StudyParameter<T> : StudyParameter
{
    private readonly Func<IReadOnlyList<string>, (T Value, string Fault)> _read;

    /// <summary>Declares it.</summary>
    /// <param name="name">Name.</param>
    /// <param name="help">What it is.</param>
    /// <param name="fallback">Value where it is not given; null where it may be left out.</param>
    /// <param name="read">Makes a value of one word or more, or says what is wrong.</param>
    internal StudyParameter(string name, string help, Func<T>? fallback, Func<IReadOnlyList<string>, (T Value, string Fault)> read)
        : base(name, help) => (Fallback, _read) = (fallback, read);

    /// <summary>Value where it is not given; null where it may be left out.</summary>
    public Func<T>? Fallback { get; }

    /// <summary>Whether a value may be, where that is more than its form; <see cref="StudyParameter.Range"/> says what may.</summary>
    public Func<T, bool>? IsGood { get; init; }

    /// <inheritdoc/>
    public override bool IsRepeatable => typeof(T).IsArray;

    /// <inheritdoc/>
    public override bool IsOptional => Fallback is null && !IsPositional;

    /// <inheritdoc/>
    public override string DefaultText => Fallback is null ? "" : Text(Fallback());

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IStudyParameterUse<TResult> use) => use.Use(this);

    /// <inheritdoc/>
    public override object? Value(IReadOnlyList<string> words, out string fault)
    {
        ArgumentNullException.ThrowIfNull(words);
        fault = "";
        return words.Count > 0
            ? Read(words, out fault)
            : Fallback is not null
            ? Fallback()
            : typeof(T) == typeof(string[])
            ? Array.Empty<string>()
            : default(T);
    }

    /// <inheritdoc/>
    public override string? Fault(object? value) => value is not T given || IsGood is null || IsGood(given)
        ? null
        : $"--{Name} {(given is Quantity q ? q.Value.ToString(CultureInfo.InvariantCulture) : Text(given))}: give {Range}.";

    /// <summary>The value that some words give it.</summary>
    /// <param name="words">One word or more.</param>
    /// <param name="fault">What is wrong and how to mend it; empty where nothing is.</param>
    public T Read(IReadOnlyList<string> words, out string fault)
    {
        (T value, fault) = _read(words);
        return value;
    }

    /// <summary>A value as text.</summary>
    /// <param name="value">The value.</param>
    public static string Text(T value) => value switch
    {
        null => "",
        Array many => string.Join(' ', many.Cast<object>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture))),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
