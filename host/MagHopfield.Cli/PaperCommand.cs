using System.CommandLine;
using MagHopfield.Cli.Numbers;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Experiments.Results;
using MagHopfield.Film;
using MagHopfield.Film.Parameters;
using MagHopfield.Store;
using MagHopfield.Toml;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>
/// `maghopfield paper niu2024` and `maghopfield paper niu2024 fig3` and the like: a paper's experiments, all in one report or one by one,
/// each putting the paper's values beside ours.
/// </summary>
internal static class PaperCommand
{
    // Table 1 as printed, the gold's nodes at the pattern's voltages as in eq. 2.
    private const string PaperFilm = "niu2024-held";

    public static Command Create()
    {
        Command paper = new("paper", "Reproduce the experiments of a paper.");
        Command niu = new("niu2024", Niu2024Experiments.Whole.Description);
        AddTo(niu, Niu2024Experiments.Whole);
        foreach (PaperExperiment experiment in Niu2024Experiments.All)
        {
            Command command = new(experiment.Name, experiment.Description);
            AddTo(command, experiment);
            niu.Add(command);
        }

        foreach (Command letters in LettersCommand.Create())
        {
            niu.Add(letters);
        }

        niu.Add(ScalingCommand.Create());
        paper.Add(niu);
        return paper;
    }

    private static void AddTo(Command command, PaperExperiment experiment)
    {
        Option<string> film = new("--film")
        {
            Description = $"Film: a built-in one ({string.Join(", ", FilmParameters.Presets)}) or the path of a TOML file.",
            DefaultValueFactory = _ => PaperFilm,
            HelpName = "NAME|FILE",
        };
        Option<string> output = new("--out")
        {
            Description = "Folder for the report and the JSON data.",
            DefaultValueFactory = _ => Path.Combine("out", "niu2024", experiment.Name),
            HelpName = "DIR",
        };
        Option<int> devices = NumberOption.Whole(
            "--devices", "Number of random devices. Those that are in the folder already are not computed again.", 100, 1, int.MaxValue);
        Option<int> threads = NumberOption.Whole("--threads", "Random devices computed at the same time.", Environment.ProcessorCount, 1, int.MaxValue);
        command.Add(film);
        command.Add(output);
        command.Add(OutputFolder.Overwrite());
        if (experiment.HasDevices)
        {
            command.Add(devices);
            command.Add(threads);
        }

        command.SetAction((parsed, cancellation) =>
        {
            string name = parsed.GetRequiredValue(film);
            PaperRun run = new(
                Film(name, cancellation), OutputFolder.Store(parsed.GetRequiredValue(output), typeof(PaperExperiment)), null, cancellation);
            if (run.Film.NodeCount != 4)
            {
                throw new ProblemFileException($"--film {name}: the film has {run.Film.NodeCount} nodes, the experiments of Niu 2024 with four nodes need 4.");
            }

            return Task.FromResult(Run(parsed, parsed.GetRequiredValue(output), experiment, experiment.HasDevices
                ? run with { Devices = parsed.GetRequiredValue(devices), Threads = parsed.GetRequiredValue(threads) }
                : run));
        });
    }

    private static int Run(ParseResult parsed, string target, PaperExperiment experiment, PaperRun given)
    {
        DateTime started = DateTime.UtcNow;
        using ResultFolder folder = OutputFolder.Open(parsed, target);
        PaperReport report = ProgressDisplay.Run(progress => experiment.Run(given with { Progress = progress }));
        RunRecord run = RunRecord.EndingNow(RecordedCommand.Line, started);
        report.Write(folder.StagedPath, run);
        given.Cancellation.ThrowIfCancellationRequested();
        folder.Complete();
        Show(report, folder);
        return ExitCode.Success;
    }

    /// <summary>Prints the paper's values beside ours, and where the report is.</summary>
    internal static void Show(PaperReport report, ResultFolder folder)
    {
        Print(report);
        foreach ((string what, string name) in (ReadOnlySpan<(string, string)>)[("report", "report.html"), ("data", "result.json"), .. report.Files.Keys.Select(k => ("file", k))])
        {
            AnsiConsole.MarkupLine($"{what,-8}{Markup.Escape(folder.FinalPath(name))}");
        }
    }

    private static void Print(PaperReport report)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("claim").AddColumn("quantity").AddColumn("paper").AddColumn("ours").AddColumn("miss").AddColumn("");
        string? claim = null;
        foreach (PaperComparison c in report.Comparisons)
        {
            table.AddRow(
                Markup.Escape(c.Claim == claim ? "" : c.Claim), Markup.Escape(c.Quantity), Markup.Escape(c.Paper), Markup.Escape(c.Ours), Markup.Escape(c.Miss),
                c.Agrees ? "[green]agrees[/]" : "[red]MISS[/]");
            claim = c.Claim;
        }

        AnsiConsole.Write(table);
        int misses = report.Comparisons.Count(c => !c.Agrees);
        AnsiConsole.MarkupLine(
            report.Comparisons.Count == 0 ? "" : misses == 0 ? "[green]every value agrees[/]" : $"{misses} of {report.Comparisons.Count} values miss; the report says by how much");
    }

    private static FilmParameters Film(string name, CancellationToken cancellation) => FilmParameters.Presets.Contains(name) ? FilmParameters.Preset(name)
        : Path.HasExtension(name) || File.Exists(name) ? Preparation.Of(() => FilmParameters.Load(name), cancellation)
        : throw new ProblemFileException($"--film {name}: there is no such preset or file; presets: {string.Join(", ", FilmParameters.Presets)}.");
}
