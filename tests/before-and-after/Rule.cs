using System.Text.RegularExpressions;

namespace MagHopfield.BeforeAndAfter;

/// <summary>One thing that differs between two runs of the same build, and why: it is made the same before texts are compared.</summary>
/// <param name="Why">Why it differs.</param>
/// <param name="File">Name of the file that it stands in; null for every text.</param>
/// <param name="Pattern">What it looks like.</param>
/// <param name="Instead">What stands for it.</param>
public sealed record Rule(string Why, string? File, Regex Pattern, string Instead)
{
    private static readonly Rule Commit = Of("the build's own commit", null, @"\b\d+\.\d+\.\d+(?:\+|\\u002B)[0-9a-f]{40}", "VERSION");

    /// <summary>All rules, in the order in which they are applied.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        Commit,
        Of("wall clock of a record (JSON), and how long it took", null,
            @"(""[Ss]tarted"": )""[^""]*"",(\s*""[Ss]econds"": )[-+.\deE]+", "$1DATE,$2TIME"),
        Of("how long a lesson took (JSON)", "result.json",
            @"(""(?:[Ff]ield|[Cc]onductance|[Ll]esson)_?[Ss]econds"": )[-+.\deE]+", "$1TIME"),
        Of("a picture in a report stands beside it as a file, too", "report.html", @"data:image/\w+;base64,[A-Za-z0-9+/=]+", "PICTURE"),
        Of("wall clock of a report, and how long it took", null, @"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC(?:, took [\d.]+ s)?", "DATE"),
        Of("progress is printed by the clock", Script.Output, @"^ {0,2}\d{1,3} %  .*\n", ""),
        Of("how long a run took", Script.Output, @"(steps in )[\d.]+( s on)", "$1TIME$2"),
        Of("a connection's wall clock and port", "server1.txt", @"^\d\d:\d\d:\d\d (127\.0\.0\.1):\d+", "CLOCK $1"),
        Of("the kernel numbers pseudo-terminals", "server1.txt", @"^serial:/dev/pts/\d+", "serial:PTY"),
        Of("wall clock of a recording", null, @"^# started \d{4}-\S+Z$", "# started DATE"),
        Of("when a recorded byte came", null, @"^\d+\.\d{6}\t(?=[<>])", ""),
        Of("an answer comes in pieces of any size", null, @"(?<=^<\t.*)\n<\t", ""),
        Of("a session's tags begin anywhere, and the CRC-32 of a frame is over its tag, too", null,
            @"(?<=^# first_tag |@)[0-9A-F]{8}\b", "TAG"),
        Of("the host asks by the clock whether an operation goes on", null, @"^>\t@TAG STAT:OPER:COND\? @TAG\\n\n<\t@TAG\\n\d+\\n.*\n", ""),
        Of("times of a replayed recording", Script.Output, @"^ *\d+\.\d{6} s +[\d.]+ ms", "TIME"),
        Of("wall clock of a measurement and time since the first", "log.tsv", @"^\d{4}-\d\d-\d\dT\S+Z\t[\d.]+\t", ""),
        Of("wall clock of a measurement", Script.Output, @"^\d\d:\d\d:\d\d\.\d{3} ", ""),
    ];

    /// <summary>A text in which everything that may differ is replaced.</summary>
    /// <param name="file">Name of the file, without folders.</param>
    /// <param name="text">Its text.</param>
    /// <param name="folder">Folder of the run: the two builds run in two.</param>
    public static string Normalised(string file, string text, string folder) =>
        All.Where(rule => rule.File is null || rule.File == file)
            .Aggregate(Folder(folder).Replace(text, "."), (t, rule) => rule.Pattern.Replace(t, rule.Instead));

    /// <summary>A file that is no text, one character a byte, in which the build's own commit is replaced and nothing else.</summary>
    /// <param name="bytes">The file.</param>
    public static string WithoutCommit(string bytes) => Commit.Pattern.Replace(bytes, Commit.Instead);

    // A terminal of 80 columns may break a path anywhere. The two folders' names are equally long, so it breaks both at the same place.
    private static Regex Folder(string folder) => new(string.Join("\n?", folder.Select(c => Regex.Escape(c.ToString()))));

    private static Rule Of(string why, string? file, string pattern, string instead) =>
        new(why, file, new Regex(pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant), instead);
}
