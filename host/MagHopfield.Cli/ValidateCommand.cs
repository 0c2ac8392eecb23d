using System.CommandLine;
using System.Globalization;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Experiments.Results;
using MagHopfield.Store;
using MagHopfield.Validation;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield validate`: the µMAG standard problems, with a report that puts our curves beside published ones.</summary>
internal static class ValidateCommand
{
    private const string All = "all";

    public static Command Create()
    {
        string[] numbers = [.. StandardProblem.All.Select(p => p.Number.ToString(CultureInfo.InvariantCulture)), All];
        Option<string> problem = new("--problem")
        {
            Description = $"Which standard problem: {string.Join(", ", numbers)}.",
            DefaultValueFactory = _ => All,
            HelpName = "N",
        };
        Option<string> output = new("--out")
        {
            Description = "Folder for the report and the runs.",
            DefaultValueFactory = _ => Path.Combine("out", "validate"),
            HelpName = "DIR",
        };
        Option<bool> quick = new("--quick") { Description = "Coarse meshes and wider tolerances: a first look in under a minute." };
        Command command = new("validate", "Run the µMAG standard problems and compare them with published values.") { problem, output, quick, OutputFolder.Overwrite() };
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Run(parsed, parsed.GetRequiredValue(problem), numbers, parsed.GetRequiredValue(output), parsed.GetValue(quick), cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, string number, string[] numbers, string output, bool quick, CancellationToken cancellation)
    {
        if (!numbers.Contains(number))
        {
            throw new ArgumentException($"--problem {number}: give one of {string.Join(", ", numbers)}.");
        }

        DateTime started = DateTime.UtcNow;
        StandardProblem[] wanted = [.. StandardProblem.All.Where(p => number == All || p.Number.ToString(CultureInfo.InvariantCulture) == number)];
        using ResultFolder folder = OutputFolder.Open(parsed, output);
        List<ProblemResult> results = [];
        double whole = wanted.Sum(p => p.Cost);
        ProgressDisplay.Run(progress =>
        {
            double done = 0;
            foreach (StandardProblem problem in wanted)
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"{problem.Number} {problem.Subject}");
                ValidationContext runs = new(
                    Path.Combine(output, "runs"), quick, (_, share) => progress.Report(new ExperimentProgress(name, (done + (problem.Cost * share)) / whole)), cancellation);
                results.Add(problem.Run(runs));
                done += problem.Cost;
                progress.Report(new ExperimentProgress(name, done / whole));
            }

            return results;
        });
        RunRecord run = RunRecord.EndingNow(RecordedCommand.Line, started);
        ValidationReport.WriteHtml(
            folder.StagedPath("report.html"),
            results,
            [
                ("command", run.Command),
                ("version", $"MagHopfield {run.Version} on {run.Runtime}, {run.Machine}"),
                ("started", string.Create(CultureInfo.InvariantCulture, $"{run.Started:yyyy-MM-dd HH:mm:ss} UTC, took {run.Seconds:0} s")),
            ]);
        cancellation.ThrowIfCancellationRequested();
        folder.Complete();
        Print(results);
        AnsiConsole.MarkupLine($"report  {Markup.Escape(folder.FinalPath("report.html"))}");
        return results.All(r => r.Comparisons.All(c => c.Agrees)) ? ExitCode.Success : ExitCode.CheckFailed;
    }

    private static void Print(List<ProblemResult> results)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("").AddColumn("quantity").AddColumn("published").AddColumn("ours").AddColumn("");
        foreach (ProblemResult result in results)
        {
            foreach (Comparison c in result.Comparisons)
            {
                table.AddRow(
                    result.Number.ToString(CultureInfo.InvariantCulture), Markup.Escape(c.Quantity), Markup.Escape(c.Published), Markup.Escape(c.Ours),
                    c.Agrees ? "[green]agrees[/]" : "[red]MISS[/]");
            }
        }

        AnsiConsole.Write(table);
    }
}
