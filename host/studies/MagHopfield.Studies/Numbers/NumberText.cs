using System.Globalization;
using System.Text.RegularExpressions;

namespace MagHopfield.Studies.Numbers;

/// <summary>
/// Numbers and quantities as text of the user, the same in every locale: a decimal point, no thousands separators, an exponent that is
/// whole, and nothing that is not understood. What looks almost like a number is refused, for a voltage that is read ten times too large
/// burns a film.
/// </summary>
public static partial class NumberText
{
    private const string Comma = "has a comma; write a decimal point, and no thousands separator";

    /// <summary>Reads a whole number.</summary>
    /// <param name="text">Text.</param>
    /// <param name="minimum">Smallest value.</param>
    /// <param name="maximum">Largest value.</param>
    /// <param name="fault">What is wrong and how to mend it, or empty.</param>
    public static int Whole(string text, int minimum, int maximum, out string fault)
    {
        string range = (minimum, maximum) switch
        {
            (int.MinValue, int.MaxValue) => "",
            (_, int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $", {minimum} or more"),
            _ => string.Create(CultureInfo.InvariantCulture, $", {minimum} to {maximum}"),
        };
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= minimum
            && value <= maximum)
        {
            fault = "";
            return value;
        }

        fault = text.Contains(',') ? $"{Comma}: give a whole number{range}" : $"give a whole number{range}";
        return 0;
    }

    /// <summary>Reads a number with the suffix of its unit.</summary>
    /// <param name="text">Text, as in "5us", "0.5 V", "1e-6s".</param>
    /// <param name="unit">Unit.</param>
    /// <param name="formerSuffix">
    /// Suffix that a bare number once meant here, where it is now refused; null where a bare number is in the SI unit.
    /// </param>
    /// <param name="fault">What is wrong and how to mend it, or empty.</param>
    /// <returns>The value in the SI unit, rounded once: "200us" is 200e-6 to the bit.</returns>
    public static Quantity Quantity(string text, Unit unit, string? formerSuffix, out string fault)
    {
        Match match = Form().Match(text);
        if (!match.Success)
        {
            fault = text.Contains(',') ? Comma : $"is no number; write one as in {Example(unit, formerSuffix)}";
            return default;
        }

        string number = match.Groups["number"].Value, suffix = match.Groups["suffix"].Value;
        if (suffix.Length == 0 && formerSuffix is not null)
        {
            fault = $"has no unit; write {text}{formerSuffix} for what it meant before, or another of {unit.Suffixes}";
            return default;
        }

        if ((suffix.Length == 0 ? 0 : unit.Exponent(suffix)) is not int scale)
        {
            fault = suffix.Contains(',')
                ? Comma
                : $"ends in '{suffix}', which is no unit here; write {(formerSuffix is null ? "a number alone or with " : "")}one of "
                    + $"{unit.Suffixes}";
            return default;
        }

        int exponent = 0;
        fault = "";
        if (match.Groups["exponent"].Success)
            exponent = Whole(match.Groups["exponent"].Value, -999, 999, out fault);

        if (fault.Length > 0)
        {
            fault = "has an exponent out of all bounds";
            return default;
        }

        double value = double.Parse(
            string.Create(CultureInfo.InvariantCulture, $"{number}e{exponent + scale}"), NumberStyles.Float, CultureInfo.InvariantCulture);
        fault = double.IsFinite(value) ? "" : "is too large for a number";
        return new Quantity(value, text);
    }

    private static string Example(Unit unit, string? formerSuffix) => (unit.Symbol, formerSuffix) switch
    {
        ("V", _) => "5V or 500mV",
        ("s", null) => "0.5 or 500ms",
        ("s", _) => "200us or 1e-6s",
        _ => "0.0005 or 0.05%",
    };

    [
        GeneratedRegex(
            @"^(?<number>[+-]?([0-9]+\.?[0-9]*|\.[0-9]+))([eE](?<exponent>[+-]?[0-9]+))? *(?<suffix>[^ 0-9+.-][^ 0-9]*)?\z",
            RegexOptions.CultureInvariant),
    ]
    private static partial Regex Form();
}
