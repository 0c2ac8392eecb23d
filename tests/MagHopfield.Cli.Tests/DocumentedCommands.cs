using System.Text.RegularExpressions;

namespace MagHopfield.Cli.Tests;

/// <summary>Command lines of the program that the pages of the repository tell the reader to type.</summary>
internal static partial class DocumentedCommands
{
    /// <summary>Every command with the page that names it: lines of a shell, and code marks in prose without an ellipsis.</summary>
    /// <param name="root">Folder of the repository.</param>
    public static IEnumerable<(string Page, string Command)> In(string root) =>
        from page in Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(root, page).Replace('\\', '/')
        where !name.StartsWith("tests/", StringComparison.Ordinal)
        where !name.Split('/').Any(part => part is "bin" or "obj" or "out" or ".git")
        let text = File.ReadAllText(page)
        from match in Lines().Matches(text).Concat(Marked().Matches(text))
        let command = "maghopfield " + Spaces().Replace(Comment().Replace(match.Groups[1].Value, ""), " ").Trim()
        where !command.Contains('…')
        select (name, command);

    [GeneratedRegex(@"^ *(?:\$ )?(?:maghopfield |dotnet run -c Release --project \S*Cli -- )(.+)$", RegexOptions.Multiline)]
    private static partial Regex Lines();

    [GeneratedRegex("`maghopfield ([^`\n]+)`")]
    private static partial Regex Marked();

    [GeneratedRegex(" +# .*$")]
    private static partial Regex Comment();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
