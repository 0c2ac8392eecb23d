using System.Text.RegularExpressions;

namespace MagHopfield.Architecture.Tests;

/// <summary>The repository's own pages.</summary>
internal static partial class Pages
{
    /// <summary>Paths of all of them, without what builds and runs leave.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Directory.EnumerateFiles(ProjectFile.Root, "*.md", SearchOption.AllDirectories).Where(page => !Folders(page).Any(IsLeft))];

    /// <summary>Links of a page to files, without their anchors.</summary>
    /// <param name="text">Text of the page.</param>
    public static IEnumerable<string> Links(string text) =>
        Link().Matches(text).Select(m => m.Groups[1].Value).Where(target => !target.Contains("://"));

    private static string[] Folders(string page) => Path.GetRelativePath(ProjectFile.Root, page).Split(Path.DirectorySeparatorChar);

    private static bool IsLeft(string folder) => folder is "bin" or "obj" or ".git" or "out" or "TestResults";

    [GeneratedRegex(@"(?:\]\(|(?:src|href)="")([^)#""\s]+)")]
    private static partial Regex Link();
}
