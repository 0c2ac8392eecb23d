using System.CommandLine;
using MagHopfield.Experiments.EndToEnd;
using MagHopfield.Experiments.Results;
using MagHopfield.Film;
using MagHopfield.Film.Parameters;
using MagHopfield.Store;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard.Spi;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield demo`: the end-to-end experiment.</summary>
internal static class DemoCommand
{
    private const string ReportFile = "report.html";
    private const string ResultFile = "result.json";

    public static Command Create()
    {
        Option<string> film = new("--film")
        {
            Description = $"Film and experiment: a built-in one ({string.Join(", ", FilmParameters.Presets)}) or the path of a TOML file.",
            DefaultValueFactory = _ => FilmParameters.Presets[0],
            HelpName = "NAME|FILE",
        };
        Option<string[]> train = new("--train")
        {
            Description = "Pattern to train, one sign a node, as in \"+ - + -\"; repeat for more. Replaces the experiment's own patterns.",
            HelpName = "PATTERN",
        };
        Option<string> output = new("--out")
        {
            Description = "Folder for the report, the pictures and the JSON result.",
            DefaultValueFactory = _ => Path.Combine("out", "demo"),
            HelpName = "DIR",
        };
        Option<string?> trace = new("--trace-spi")
        {
            Description = "File for all SPI traffic: time, chip select, bytes out, bytes in, decoded registers; tab-separated.",
            HelpName = "FILE",
        };
        Command command = new("demo", "A film learns a pattern, the instrument measures and recalls it, and is checked against the simulator.")
        {
            film, train, output, trace, OutputFolder.Overwrite(),
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed,
            parsed.GetRequiredValue(film),
            parsed.GetValue(train) ?? [],
            parsed.GetRequiredValue(output),
            parsed.GetValue(trace),
            cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, string film, string[] patterns, string output, string? tracePath, CancellationToken cancellation)
    {
        DateTime started = DateTime.UtcNow;
        if (!FilmParameters.Presets.Contains(film) && File.Exists(film))
        {
            foreach (Finding finding in Preparation.Of(() => FilmFile.Check(film), cancellation).Where(f => f.Severity == Severity.Warning))
            {
                CheckCommand.Print(finding, Console.Error);
            }
        }

        EndToEndParameters parameters = Preparation.Of(() => Parameters(film), cancellation).WithPatterns(patterns);

        using WholeFile? traceFile = tracePath is null ? null : OutputFolder.OpenFile(parsed, tracePath, SpiTrace.Header, "SPI trace");
        using ResultFolder folder = OutputFolder.Open(parsed, output);
        EndToEndResult result = RunWithProgress(parameters, traceFile, cancellation);
        RunRecord run = RunRecord.EndingNow(RecordedCommand.Line, started);
        EndToEndReport.Write(folder.StagedPath(ReportFile), result, run);
        EndToEndJson.Write(folder.StagedPath(ResultFile), result, run);
        foreach ((string name, byte[] content) in FilmDocument.Of(result.Film).Files)
            WholeFile.Write(folder.StagedPath(name), content);
        cancellation.ThrowIfCancellationRequested();
        folder.Complete();
        traceFile?.Complete();
        DemoSummary.Print(result);
        AnsiConsole.MarkupLine($"report  [link]{Markup.Escape(folder.FinalPath(ReportFile))}[/]");
        AnsiConsole.MarkupLine($"data    {Markup.Escape(folder.FinalPath(ResultFile))}");
        if (tracePath is not null)
        {
            AnsiConsole.MarkupLine($"trace   {Markup.Escape(Path.GetFullPath(tracePath))}");
        }

        AnsiConsole.MarkupLine(result.Passes ? "[green]pass[/]" : "[red]FAIL[/]: see the report");
        return result.Passes ? ExitCode.Success : ExitCode.CheckFailed;
    }

    private static EndToEndParameters Parameters(string film)
    {
        if (FilmParameters.Presets.Contains(film))
        {
            return EndToEndParameters.Preset(film);
        }

        // A bare word is a mistyped preset rather than a file.
        return Path.HasExtension(film) || film.Contains(Path.DirectorySeparatorChar) || File.Exists(film)
            ? EndToEndParameters.Load(film)
            : throw new ProblemFileException(
                $"--film {film}: there is no such preset or file; {(NearestName.To(film, FilmParameters.Presets) is string near ? $"did you mean '{near}'? " : "")}"
                + $"presets: {string.Join(", ", FilmParameters.Presets)}; a file is named with its extension, as in film.toml.");
    }

    private static EndToEndResult RunWithProgress(EndToEndParameters parameters, WholeFile? traceFile, CancellationToken cancellation)
    {
        using SpiTrace? trace = traceFile is null ? null : new SpiTrace(traceFile.Writer);
        return ProgressDisplay.Run(progress => new EndToEndExperiment(parameters, new ProgressObserver(progress), trace, cancellation).Run());
    }
}
