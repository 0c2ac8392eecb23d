using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace MagHopfield.NanoFramework.Tests.Api;

/// <summary>Values of constants and defaults as C# writes them.</summary>
internal static class Literals
{
    public static string Of(string type, string value) => type switch
    {
        "System.String" => SymbolDisplay.FormatLiteral(value, quote: true),
        "System.Char" => SymbolDisplay.FormatLiteral(value.Single(), quote: true),
        "System.Boolean" => value == "True" ? "true" : "false",
        "System.Double" => Floating(double.Parse(value, CultureInfo.InvariantCulture), "double", "D"),
        "System.Single" => Floating(float.Parse(value, CultureInfo.InvariantCulture), "float", "F"),
        "System.Int64" or "System.UInt64" or "System.UInt32" => $"unchecked(({Names.Of(type)})({value}))",
        _ when value == "null" => "null",
        _ => $"({Names.Of(type)})({value})",
    };

    private static string Floating(double value, string keyword, string suffix) => value switch
    {
        double.PositiveInfinity => $"(1{suffix} / 0{suffix})",
        double.NegativeInfinity => $"(-1{suffix} / 0{suffix})",
        double.NaN => $"(0{suffix} / 0{suffix})",
        _ => keyword == "float"
            ? ((float)value).ToString("R", CultureInfo.InvariantCulture) + suffix
            : value.ToString("R", CultureInfo.InvariantCulture) + suffix,
    };
}
