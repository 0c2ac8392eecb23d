using System.Text.RegularExpressions;
using MagHopfield.Model.Files;

namespace MagHopfield.Model.Checking;

/// <summary>Finds mistakes of a problem before it runs.</summary>
public static partial class ProblemCheck
{
    /// <summary>The findings about a file, in the order of its lines; a file that cannot be read is a finding, too.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="others">Sections that the file may have for other uses.</param>
    public static IReadOnlyList<Finding> OfFile(string path, params IReadOnlyList<SectionDeclaration> others)
    {
        try
        {
            TomlSection root = TomlFile.Load(path);
            IReadOnlyList<string> unknown = ProblemFile.UnknownKeys(root, others);
            return unknown.Count > 0 ? [.. unknown.Select(m => Of(m, path))] : Of(ProblemFile.Load(path, others));
        }
        catch (ProblemFileException e)
        {
            return [Of(e.Message, path)];
        }
    }

    /// <summary>The findings about a problem that was read, in the order of its lines.</summary>
    /// <param name="file">The problem.</param>
    /// <param name="ignoreMemory">Whether a problem that does not fit into the memory of this machine is no error.</param>
    public static IReadOnlyList<Finding> Of(ProblemFile file, bool ignoreMemory = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        IEnumerable<Finding> findings = ignoreMemory ? [] : MemoryChecks.Of(file).ToArray();

        // What does not fit is not tried.
        if (!findings.Any())
            findings = BodyChecks.Of(file).Concat(FileChecks.Of(file)).Concat(TermChecks.OnMesh(file)).Distinct();
        return
        [
            .. findings.Concat(
                ResolutionChecks.Of(file)).Concat(UnitChecks.Of(file)).Concat(StepChecks.Of(file)).Concat(
                    StageChecks.Of(file)).Concat(TermChecks.Of(file))
                .OrderBy(f => f.Line),
        ];
    }

    // Messages of the reader begin with "file(line): ".
    private static Finding Of(string message, string path) => WithLine().Match(message) is { Success: true } match
        ? new(
            Severity.Error,
            path,
            int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture),
            match.Groups[2].Value)
        : new(Severity.Error, path, 1, message.StartsWith(path + ": ", StringComparison.Ordinal) ? message[(path.Length + 2)..] : message);

    [GeneratedRegex(@"^.*?\((\d+)\): (.*)$")]
    private static partial Regex WithLine();
}
