using System.CommandLine;
using System.Globalization;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Film.Learning;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Files;
using MagHopfield.Model.Running;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield run FILE`: a micromagnetic problem, from its file to a folder of results.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        Argument<string> file = new("file") { Description = "Problem file (TOML); docs/problem-files.md lists its keys." };
        Option<string?> output = new("--out")
        {
            Description = "Folder for table, fields, pictures and record; out/NAME of the file where it is not given.",
            HelpName = "DIR",
        };
        Option<bool> resume = new("--resume") { Description = "Go on with a run that was interrupted, as if it had not been." };
        Option<bool> ignoreMemory = new("--ignore-memory")
        {
            Description = "Run even what does not fit into the memory of this machine, as far as can be told beforehand.",
        };
        Option<bool> overwrite = OutputFolder.Overwrite();
        Command command = new(
            "run",
            "Run a micromagnetic problem; Ctrl-C leaves a checkpoint to go on from.") { file, output, resume, ignoreMemory, overwrite };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(file),
            parsed.GetValue(output),
            parsed.GetValue(resume),
            parsed.GetValue(ignoreMemory),
            parsed.GetValue(overwrite),
            cancellation)));
        return command;
    }

    private static int Run(string path, string? output, bool resume, bool ignoreMemory, bool overwrite, CancellationToken cancellation)
    {
        (ProblemFile problem, IReadOnlyList<Finding> findings) = Preparation.Of(
            () =>
            {
                ProblemFile read = ProblemFile.Load(path, EndToEndParameters.SectionsOfProblem);
                return (read, ProblemCheck.Of(read, ignoreMemory));
            },
            cancellation);
        string folder = output ?? Path.Combine("out", Path.GetFileNameWithoutExtension(path));
        if (findings.FirstOrDefault(f => f.Severity == Severity.Error) is Finding error)
            throw new ProblemFileException($"{error.Source}({error.Line}): {error.Message}");

        if (!resume && !overwrite && EarlierResults.Refuse(folder, problem))
        {
            Console.Error.WriteLine(
                $"maghopfield: '{folder}' holds the results of an earlier text of {path}; they are replaced when the run is complete.");
        }

        foreach (Finding finding in findings)
            CheckCommand.Print(finding, Console.Error);

        AnsiConsole.MarkupLine(Markup.Escape(RunSummary.Begin(problem.Problem)));
        string command = RecordedCommand.Line;
        RunOutcome outcome;
        try
        {
            outcome = RunWithProgress(problem, folder, resume, command, cancellation);
        }
        catch (RunInterruptedException e)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"maghopfield: interrupted in stage {e.Stage} at t = {1e9 * e.Time:0.######} ns; go on with: maghopfield run {path} --out "
                + $"{folder} --resume"));
            return ExitCode.Interrupted;
        }

        RunSummary.Print(problem.Problem, outcome);
        for (int i = 0; i < outcome.Stages.Count; i++)
        {
            if (RunSummary.Remark(i + 1, outcome.Stages[i], problem.Problem.Precision) is string remark)
                Console.Error.WriteLine("maghopfield: " + remark);
        }

        return outcome.Reached ? ExitCode.Success : ExitCode.CheckFailed;
    }

    private static RunOutcome RunWithProgress(
        ProblemFile problem, string folder, bool resume, string command, CancellationToken cancellation) =>
        ProgressDisplay.IsTerminal
            ? AnsiConsole.Progress().AutoClear(false).HideCompleted(true).Columns(ProgressDisplay.Columns)
                .Start(
                    context =>
                        ProblemRun.Execute(
                            problem, folder, resume, command, new StageProgress(context, problem.Problem.Stages), cancellation))
            : ProblemRun.Execute(
                problem, folder, resume, command, new WholeRunProgress(
                    new ProgressLines(Console.Out, TimeProvider.System), problem.Problem.Stages), cancellation);
}
