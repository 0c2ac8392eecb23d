using System.CommandLine;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Film.Learning;
using MagHopfield.Model.Checking;

namespace MagHopfield.Cli;

/// <summary>`maghopfield check FILE`: finds mistakes of a problem file or a film file before anything runs.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string> file =
            new("file") { Description = "Problem file or film file (TOML); docs/problem-files.md and docs/film-files.md list their keys." };
        Command command = new(
            "check", "Find the mistakes of a problem file or a film file without running it: one line each, with how to mend it.") { file };
        command.SetAction((parsed, cancellation) => Task.FromResult(Check(parsed.GetRequiredValue(file), cancellation)));
        return command;
    }

    /// <summary>Prints a finding as one line.</summary>
    public static void Print(Finding finding, TextWriter writer) =>
        writer.WriteLine($"{finding.Source}({finding.Line}): {finding.Severity.ToString().ToLowerInvariant()}: {finding.Message}");

    private static int Check(string path, CancellationToken cancellation)
    {
        IReadOnlyList<Finding> findings = Preparation.Of(() => Findings(path), cancellation);
        foreach (Finding finding in findings)
            Print(finding, Console.Out);

        if (findings.All(f => f.Severity == Severity.Note))
        {
            Console.Out.WriteLine($"{path}: no mistake found");
            return ExitCode.Success;
        }

        return findings.Any(f => f.Severity == Severity.Error) ? ExitCode.BadInput : ExitCode.CheckFailed;
    }

    private static IReadOnlyList<Finding> Findings(string path)
    {
        TomlSection root;
        try
        {
            root = TomlFile.Load(path);
        }
        catch (ProblemFileException)
        {
            // No TOML is told the same way for either kind.
            return ProblemCheck.OfFile(path);
        }

        if (!FilmFile.IsOne(root))
            return ProblemCheck.OfFile(path);
        IReadOnlyList<Finding> ofFilm = FilmFile.Check(root);

        // With stages it is run as well.
        return !root.Has("stage") ? ofFilm
            : [.. ofFilm.Concat(ProblemCheck.OfFile(path, EndToEndParameters.SectionsOfProblem)).Distinct().OrderBy(f => f.Line)];
    }
}
