using System.CommandLine;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Experiments.Results;
using MagHopfield.Film.Parameters;
using MagHopfield.Toml;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield paper niu2024 fig3` and the like: a paper's experiments, each with a report that puts its values beside ours.</summary>
internal static class PaperCommand
{
    public static Command Create()
    {
        Command paper = new("paper", "Reproduce the experiments of a paper.");
        Command niu = new("niu2024", "Niu et al., PNAS 2024: the film with four nodes, and letters on 35.");
        foreach (PaperExperiment experiment in Niu2024Experiments.All)
        {
            niu.Add(Create(experiment));
        }

        foreach (Command letters in LettersCommand.Create())
        {
            niu.Add(letters);
        }

        paper.Add(niu);
        return paper;
    }

    private static Command Create(PaperExperiment experiment)
    {
        Option<string> film = new("--film")
        {
            Description = $"Film: a built-in one ({string.Join(", ", FilmParameters.Presets)}) or the path of a TOML file.",
            DefaultValueFactory = _ => FilmParameters.Presets[0],
            HelpName = "NAME|FILE",
        };
        Option<string> output = new("--out")
        {
            Description = "Folder for the report and the JSON data.",
            DefaultValueFactory = _ => Path.Combine("out", "niu2024", experiment.Name),
            HelpName = "DIR",
        };
        Command command = new(experiment.Name, experiment.Description) { film, output };
        command.SetAction((parsed, cancellation) =>
            Task.FromResult(Run(experiment, parsed.GetRequiredValue(film), parsed.GetRequiredValue(output), cancellation)));
        return command;
    }

    private static int Run(PaperExperiment experiment, string filmName, string output, CancellationToken cancellation)
    {
        DateTime started = DateTime.UtcNow;
        FilmParameters film = Film(filmName);
        if (film.NodeCount != 4)
        {
            throw new ProblemFileException($"--film {filmName}: the film has {film.NodeCount} nodes, the experiments of Niu 2024 with four nodes need 4.");
        }

        using ResultFolder folder = new(output);
        PaperReport report = AnsiConsole.Progress().Start(context =>
        {
            ProgressTask task = context.AddTask("start", maxValue: 1);
            return experiment.Run(new PaperRun(film, output, new Bar(task), cancellation));
        });
        RunRecord run = RunRecord.EndingNow("maghopfield " + string.Join(' ', Environment.GetCommandLineArgs().Skip(1)), started);
        report.Write(folder.StagedPath, run);
        cancellation.ThrowIfCancellationRequested();
        folder.Complete();
        Show(report, folder);
        return ExitCode.Success;
    }

    /// <summary>Prints the paper's values beside ours, and where the report is.</summary>
    internal static void Show(PaperReport report, ResultFolder folder)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("quantity").AddColumn("paper").AddColumn("ours").AddColumn("");
        foreach (PaperComparison c in report.Comparisons)
        {
            table.AddRow(Markup.Escape(c.Quantity), Markup.Escape(c.Paper), Markup.Escape(c.Ours), c.Agrees ? "[green]agrees[/]" : "[red]MISS[/]");
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLine($"report  {Markup.Escape(folder.FinalPath("report.html"))}");
        AnsiConsole.MarkupLine($"data    {Markup.Escape(folder.FinalPath("result.json"))}");
        int misses = report.Comparisons.Count(c => !c.Agrees);
        AnsiConsole.MarkupLine(misses == 0 ? "[green]every value agrees[/]" : $"{misses} of {report.Comparisons.Count} values miss; the report says by how much");
    }

    private static FilmParameters Film(string name) => FilmParameters.Presets.Contains(name) ? FilmParameters.Preset(name)
        : Path.HasExtension(name) || File.Exists(name) ? FilmParameters.Load(name)
        : throw new ProblemFileException($"--film {name}: there is no such preset or file; presets: {string.Join(", ", FilmParameters.Presets)}.");

    // Unlike Progress<T> it reports in the caller's thread, so that no report arrives after the bar is gone.
    private sealed class Bar(ProgressTask task) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            task.Description = value.Activity.PadRight(28);
            task.Value = value.Fraction;
        }
    }
}
