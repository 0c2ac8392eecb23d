using System.Globalization;
using System.Text;

namespace MagHopfield.Toml;

/// <summary>Values as a TOML file writes them: numbers that read back to the same bits.</summary>
public static class TomlText
{
    /// <summary>A real number. A whole one gets a decimal point, as TOML tells integers apart.</summary>
    /// <param name="value">The number, finite.</param>
    public static string Number(double value)
    {
        string digits = value.ToString("R", CultureInfo.InvariantCulture);
        return digits.AsSpan().IndexOfAny(".En") < 0 ? digits + ".0" : digits;
    }

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>True or false.</summary>
    /// <param name="value">The value.</param>
    public static string Flag(bool value) => value ? "true" : "false";

    /// <summary>A text in quotes; a quote, a backslash and control characters are escaped, all else stands as it is.</summary>
    /// <param name="value">The text.</param>
    public static string Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        StringBuilder text = new("\"");
        foreach (char c in value)
            text.Append(c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString());
        return text.Append('"').ToString();
    }

    /// <summary>An array of values that are written already.</summary>
    /// <param name="items">The values as texts.</param>
    public static string Array(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    /// <summary>An array of points.</summary>
    /// <param name="points">Points of two coordinates.</param>
    public static string Points(IEnumerable<(double X, double Y)> points) => Array(points.Select(p => Array([Number(p.X), Number(p.Y)])));
}
