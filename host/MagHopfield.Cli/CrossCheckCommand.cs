using System.CommandLine;
using System.Globalization;
using MagHopfield.BoardClient;
using MagHopfield.Cli.Numbers;
using MagHopfield.Experiments.BoardCrossCheck;
using MagHopfield.Experiments.Boards;
using MagHopfield.Experiments.Results;
using MagHopfield.Store;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield crosscheck`: the same protocol on a board, by SCPI alone, and on the simulator.</summary>
internal static class CrossCheckCommand
{
    public static Command Create()
    {
        Option<string> address = new("--board")
        {
            Description = "Address of the board: virtual:FILM, serial:DEVICE@BAUD, tcp:HOST:PORT or replay:FILE.",
            DefaultValueFactory = _ => "virtual",
            HelpName = "ADDRESS",
        };
        Option<string?> film = new("--film")
        {
            Description = $"Film of the simulator ({string.Join(", ", BoardOpening.Films)} or a TOML file); that of a virtual board where not given.",
            HelpName = "NAME|FILE",
        };
        Option<string[]> train = new("--train") { Description = "Pattern to train; repeat for more.", HelpName = "PATTERN" };
        Option<string> protocol = new("--protocol")
        {
            Description = "short: patterns and recalls from one flipped node; niu: the whole experiment, self-test, seven patterns, all recalls from weights and by currents, gates.",
            DefaultValueFactory = _ => "short",
            HelpName = "short|niu",
        };
        protocol.AcceptOnlyFromAmong("short", "niu");
        Option<Quantity?> budget = NumberOption.RatioOrNone("--budget", "Largest relative error of an element of G that passes, as in 0.0005, 0.05% or 500ppm.");
        Option<string> output = new("--out")
        {
            Description = "Folder for report, data and the recorded session.",
            DefaultValueFactory = _ => Path.Combine("out", "crosscheck"),
            HelpName = "DIR",
        };
        Command command = new("crosscheck", "Run the same protocol on a board, by SCPI alone, and on the simulator, and compare element by element.")
        {
            address, film, protocol, train, budget, output, OutputFolder.Overwrite(),
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed,
            BoardAddress.Parse(parsed.GetRequiredValue(address)),
            parsed.GetValue(film),
            parsed.GetRequiredValue(protocol) == "niu",
            parsed.GetValue(train) ?? [],
            parsed.GetValue(budget)?.Value,
            parsed.GetRequiredValue(output),
            cancellation)));
        return command;
    }

    private static int Run(
        ParseResult parsed, BoardAddress address, string? film, bool isWhole, string[] patterns, double? budget, string output, CancellationToken cancellation)
    {
        DateTime started = DateTime.UtcNow;
        string line = RecordedCommand.Line;
        string name = film ?? (address.Kind == BoardAddressKind.Virtual ? address.Target : "");
        if (isWhole && patterns.Length > 0)
        {
            throw new ArgumentException("--protocol niu trains its own seven patterns; leave --train out, or take --protocol short.");
        }

        BoardCrossCheckPlan plan = isWhole ? BoardCrossCheckPlan.Niu(name, budget, cancellation) : BoardCrossCheckPlan.For(name, patterns, budget, cancellation);
        using ResultFolder folder = OutputFolder.Open(parsed, output);
        bool isReplay = address.Kind == BoardAddressKind.Replay;
        BoardCrossCheckResult result;
        using (HopfieldBoard board = BoardOpening.Open(address, isReplay ? null : folder.StagedPath("session.tsv"), line, cancellation))
        {
            BoardOptions.Report(board);
            result = ProgressDisplay.Run(progress => new BoardCrossCheckExperiment(plan, new ProgressObserver(progress)).Run(board, cancellation));
        }

        RunRecord run = RunRecord.EndingNow(line, started);
        BoardCrossCheckReport.WriteHtml(folder.StagedPath("report.html"), result, run);
        BoardCrossCheckReport.WriteJson(folder.StagedPath("result.json"), result, run);
        cancellation.ThrowIfCancellationRequested();
        folder.Complete();
        foreach (BoardLesson lesson in result.Lessons)
        {
            AnsiConsole.MarkupLine(
                $"trained [bold]{lesson.Training.Pattern}[/]: largest error of G {Percent(lesson.Rows.Max(r => Math.Abs(r.RelativeError)))}, "
                + $"recalls as the simulator's {lesson.Recalls.Count(r => r.Agrees)} of {lesson.Recalls.Count}, "
                + $"right from one flip {lesson.Recalls.Count(r => r.Flips == 1 && r.IsRight)} of {lesson.Recalls.Count(r => r.Flips == 1)}: "
                + (lesson.Passes ? "[green]pass[/]" : "[red]FAIL[/]"));
        }

        foreach (BoardGateRow gate in result.Gates)
        {
            AnsiConsole.MarkupLine(
                $"gate [bold]{gate.Gate.ToString().ToUpperInvariant()}[/]: table {gate.BoardTable ?? "undecided"} on the board, {gate.SimulatedTable ?? "undecided"} in the simulator: "
                + (gate.Passes ? "[green]agree[/]" : "[red]FAIL[/]")
                + (gate.IsGate ? $"; the film is this gate" : $"; [yellow]the film is not this gate[/], whose table is {gate.WantedTable}"));
        }

        AnsiConsole.MarkupLine($"report  {Markup.Escape(folder.FinalPath("report.html"))}");
        if (!isReplay)
        {
            AnsiConsole.MarkupLine($"session {Markup.Escape(folder.FinalPath("session.tsv"))} (--board replay:FILE runs it again without the board)");
        }

        AnsiConsole.MarkupLine(result.Passes
            ? $"[green]pass[/]: largest error of G {Percent(result.LargestError)} of its rows, budget {Percent(result.Budget)}"
            : $"[red]FAIL[/]: largest error of G {Percent(result.LargestError)} of its rows, budget {Percent(result.Budget)}; {result.Reasons.Count} reasons, the first: {Markup.Escape(result.Reasons[0])}");
        return result.Passes ? ExitCode.Success : ExitCode.CheckFailed;
    }

    private static string Percent(double ratio) => (100 * ratio).ToString("0.0000", CultureInfo.InvariantCulture) + " %";
}
