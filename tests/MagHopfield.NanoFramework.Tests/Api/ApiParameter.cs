using System.Text.RegularExpressions;

namespace MagHopfield.NanoFramework.Tests.Api;

/// <summary>One parameter: <c>ref</c>, <c>out</c> or <c>params</c> or nothing, type, name and default value, if any.</summary>
internal sealed partial record ApiParameter(string Modifier, string Type, string Name, string? Default)
{
    public static ApiParameter Parse(string text)
    {
        Match match = Form().Match(text);
        return match.Success
            ? new ApiParameter(
                match.Groups["modifier"].Value,
                match.Groups["type"].Value,
                match.Groups["name"].Value,
                match.Groups["default"].Success ? match.Groups["default"].Value : null)
            : throw new FormatException($"Not a parameter: '{text}'");
    }

    [GeneratedRegex("^(?:(?<modifier>ref|out|in|params) )?(?<type>\\S+) (?<name>\\S+)(?: = (?<default>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Form();
}
