using System.CommandLine;
using MagHopfield.Problems.Checking;

namespace MagHopfield.Cli;

/// <summary>`maghopfield check FILE`: finds mistakes of a problem file before anything runs.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string> file = new("file") { Description = "Problem file (TOML); docs/problem-files.md lists its keys." };
        Command command = new("check", "Find the mistakes of a problem file without running it: one line each, with how to mend it.") { file };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(file)));
        return command;
    }

    /// <summary>Prints a finding as one line.</summary>
    public static void Print(Finding finding, TextWriter writer) =>
        writer.WriteLine($"{finding.Source}({finding.Line}): {finding.Severity.ToString().ToLowerInvariant()}: {finding.Message}");

    private static int Check(string path)
    {
        IReadOnlyList<Finding> findings = ProblemCheck.OfFile(path);
        foreach (Finding finding in findings)
        {
            Print(finding, Console.Out);
        }

        if (findings.Count == 0)
        {
            Console.Out.WriteLine($"{path}: no mistake found");
            return ExitCode.Success;
        }

        return findings.Any(f => f.Severity == Severity.Error) ? ExitCode.BadInput : ExitCode.CheckFailed;
    }
}
