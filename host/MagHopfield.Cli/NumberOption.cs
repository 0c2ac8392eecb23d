using System.CommandLine;
using System.CommandLine.Parsing;

namespace MagHopfield.Cli;

/// <summary>
/// Options that are numbers. The library's own reading takes thousands separators and the machine's locale, by which "0,5" is 5: every
/// numeric option is made here instead.
/// </summary>
internal static class NumberOption
{
    /// <summary>A whole number.</summary>
    /// <param name="name">Name, as in "--count".</param>
    /// <param name="description">What it is.</param>
    /// <param name="fallback">Value where it is not given.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    /// <param name="helpName">Name of the value in the help.</param>
    public static Option<int> Whole(string name, string description, int fallback, int minimum, int maximum, string helpName = "N") =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => fallback,
            CustomParser = result => Single(result, name, text => (NumberText.Whole(text, minimum, maximum, out string fault), fault)),
            HelpName = helpName,
        };

    /// <summary>A whole number that may be left out.</summary>
    /// <param name="name">Name, as in "--seed".</param>
    /// <param name="description">What it is.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    /// <param name="helpName">Name of the value in the help.</param>
    public static Option<int?> WholeOrNone(string name, string description, int minimum, int maximum, string helpName = "N") => new(name)
    {
        Description = description,
        CustomParser = result => Single<int?>(result, name, text => (NumberText.Whole(text, minimum, maximum, out string fault), fault)),
        HelpName = helpName,
    };

    /// <summary>A quantity; a bare number is in the SI unit.</summary>
    /// <param name="name">Name, as in "--volts".</param>
    /// <param name="description">What it is.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="fallback">Value where it is not given, as in "5V".</param>
    public static Option<Quantity> Of(string name, string description, Unit unit, string fallback) =>
        Of(name, description, unit, fallback, null);

    /// <summary>
    /// A quantity whose bare number once meant another unit than the SI one, or another than elsewhere: the suffix must be written.
    /// </summary>
    /// <param name="name">Name, as in "--width".</param>
    /// <param name="description">What it is.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="fallback">Value where it is not given, as in "200us".</param>
    /// <param name="formerSuffix">Suffix that a bare number meant.</param>
    public static Option<Quantity> WithSuffix(string name, string description, Unit unit, string fallback, string formerSuffix) =>
        Of(name, description, unit, fallback, formerSuffix);

    private static Option<Quantity> Of(string name, string description, Unit unit, string fallback, string? formerSuffix) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => NumberText.Quantity(fallback, unit, formerSuffix, out string fault) is Quantity q && fault.Length == 0
            ? q
            : throw new InvalidOperationException($"{name} {fallback}: {fault}"),
        CustomParser = result => Single(result, name, text => (NumberText.Quantity(text, unit, formerSuffix, out string fault), fault)),
        HelpName = unit.ValueName,
    };

    private static T? Single<T>(ArgumentResult result, string name, Func<string, (T Value, string Fault)> read)
    {
        if (result.Tokens.Count != 1)
        {
            result.AddError($"{name} needs one value");
            return default;
        }

        string text = result.Tokens[0].Value;
        (T value, string fault) = read(text);
        if (fault.Length > 0)
            result.AddError($"{name} {text}: {fault}");

        return value;
    }
}
