using System.CommandLine;
using System.Globalization;
using System.Net;
using MagHopfield.BoardClient;
using MagHopfield.BoardClient.Recording;
using MagHopfield.BoardServer.Serving;
using MagHopfield.BoardStudies.Boards;
using MagHopfield.Film.Learning;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Shared;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield board …`: a board by its address, and virtual boards for others to use.</summary>
internal static class BoardCommand
{
    private const int MostSilenceSeconds = 86400;

    public static Command Create()
    {
        Argument<string> pattern = new("pattern") { Description = "One sign a node, as in \"+ - + -\"." };
        Argument<string?> lesson = new("pattern") { Description = "One sign a node, as in \"+ - + -\".", DefaultValueFactory = _ => null };
        Option<string?> gate = new("--gate") { Description = $"Train the pattern of a gate instead: {GateNames}.", HelpName = "GATE" };
        Option<int?> port = NumberOption.WholeOrNone("--tcp", "Port on 127.0.0.1; 0 takes a free one.", 0, IPEndPoint.MaxPort, "PORT");
        Option<bool> pty = new("--pty") { Description = "A pseudo-terminal, opened like a serial port; its name is printed." };
        Option<string> film = new("--film")
        {
            Description = $"Film: a built-in one ({string.Join(", ", BoardOpening.Films)}), oja:N for N nodes, {BoardOpening.NoFilmName}, "
                + "or the path of a TOML file.",
            DefaultValueFactory = _ => "",
            HelpName = "NAME|FILE",
        };
        Option<int?> seed = NumberOption.WholeOrNone("--seed", "Seed of every part's error and of the noise.", int.MinValue, int.MaxValue);
        Option<string?> flash = new("--flash") { Description = "File that keeps what MEMory:SAVE saves.", HelpName = "FILE" };
        Option<int> silence = NumberOption.Whole(
            "--silence",
            "Seconds after which a silent client loses the board to the next; 0 for never.",
            ClientSeat.UsualSilenceSeconds,
            0,
            MostSilenceSeconds,
            "SECONDS");
        Command serve = new(
            "serve", "Offer a virtual board on TCP or on a pseudo-terminal until Ctrl-C.") { port, pty, film, seed, flash, silence };
        serve.SetAction((parsed, cancellation) => Task.FromResult(Serve(
            parsed.GetValue(port),
            parsed.GetValue(pty),
            parsed.GetRequiredValue(film),
            parsed.GetValue(seed),
            parsed.GetValue(flash),
            parsed.GetValue(silence),
            cancellation)));
        Command board = new("board", "Talk to a board, or offer a virtual one.")
        {
            BoardDemoCommand.Create(),
            serve,
            Talk("identify", "Print who the board is.", Identify),
            Talk("selftest", "Test the board and its leads, without a pulse; exit code 1 where a fault is found.", SelfTest),
            Talk(
                "train",
                "Train a pattern into the film, or that of a gate.",
                (b, p, c) => Train(b, p, p.GetValue(lesson), p.GetValue(gate), c),
                lesson,
                gate,
                BoardOptions.Volts,
                BoardOptions.Width,
                BoardOptions.Count),
            Talk(
                "calibrate",
                "Train and measure every pattern, and make the reference of the weights anew.",
                Calibrate,
                BoardOptions.Volts,
                BoardOptions.Width),
            Talk(
                "measure",
                "Measure the conductance matrix.",
                (b, p, c) =>
                    Print(
                        b.Measure(p.GetValue(BoardOptions.Kelvin), p.GetValue(BoardOptions.Averages), c), p.GetValue(BoardOptions.Kelvin)),
                BoardOptions.Kelvin,
                BoardOptions.Averages),
            Talk(
                "recall",
                "Recall a pattern from a distorted one, by steepest descent.",
                (b, p, _) =>
                    AnsiConsole.WriteLine(b.Recall(Pattern(p.GetRequiredValue(pattern)), RecallMode.SteepestDescent, 1).State.ToString()),
                pattern),
            Talk("logic", "Read the film as a gate of nodes 2 and 3, for both inputs of node 1 (Niu 2024).", Logic),
            Talk("console", "Send SCPI and see the answers; an empty line ends.", Converse),
            BoardLogCommand.Create(),
            BoardReplayCommand.Create(),
            BoardBenchCommand.Create(),
        };
        return board;
    }

    private static string GateNames => string.Join(", ", Enum.GetNames<LogicGate>().Select(g => g.ToUpperInvariant()));

    private static Command Talk(
        string name, string description, Action<HopfieldBoard, ParseResult, CancellationToken> work, params Symbol[] symbols) =>
        Talk(
            name,
            description,
            (board, parsed, cancellation) =>
            {
                work(board, parsed, cancellation);
                return ExitCode.Success;
            },
            symbols);

    private static Command Talk(
        string name, string description, Func<HopfieldBoard, ParseResult, CancellationToken, int> work, params Symbol[] symbols)
    {
        Command command = new(name, description) { BoardOptions.Address, BoardOptions.Record };
        foreach (Symbol symbol in symbols)
        {
            if (symbol is Option option)
                command.Add(option);
            else
                command.Add((Argument)symbol);
        }

        command.SetAction((parsed, cancellation) =>
        {
            using HopfieldBoard board = BoardOptions.Open(parsed, cancellation);
            return Task.FromResult(work(board, parsed, cancellation));
        });
        return command;
    }

    private static int Serve(int? port, bool pty, string film, int? seed, string? flash, int silence, CancellationToken cancellation)
    {
        if (port is null && !pty)
            throw new ProblemFileException("board serve: neither --tcp PORT nor --pty is given; give one or both.");

        using ServedBoard board = BoardOpening.SwitchOn(
            film, seed, flash, cancellation, silence == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(silence));
        Journal journal = new();
        using TcpBoardServer? tcp = port is int number ? new TcpBoardServer(board, number, journal) : null;
        using PtyBoardServer? terminal = pty ? new PtyBoardServer(board, journal) : null;
        if (tcp is not null)
            Console.WriteLine($"tcp:127.0.0.1:{tcp.Port}");

        if (terminal is not null)
            Console.WriteLine($"serial:{terminal.DeviceName}");

        Console.WriteLine("Ctrl-C ends the board.");
        cancellation.WaitHandle.WaitOne();
        return ExitCode.Success;
    }

    private static void Identify(HopfieldBoard board, ParseResult parsed, CancellationToken cancellation) =>
        AnsiConsole.MarkupLine($"{Markup.Escape(board.Identity)}, {board.NodeCount} nodes");

    private static void Train(HopfieldBoard board, ParseResult parsed, string? pattern, string? gate, CancellationToken cancellation)
    {
        if ((pattern is null) == (gate is null))
            throw new ArgumentException("board train: give a pattern, as in \"+ - + -\", or a gate, as in --gate AND; one of the two.");

        double volts = parsed.GetValue(BoardOptions.Volts).Value;
        double seconds = parsed.GetValue(BoardOptions.Width).Value;
        int count = parsed.GetValue(BoardOptions.Count);
        if (gate is null)
        {
            Pattern wanted = Pattern(pattern!);
            board.Train(wanted, volts, seconds, count, cancellation);
            Console.WriteLine($"trained {wanted}: {Pulses(parsed)}");
            return;
        }

        // A number would be taken for a name by Enum.TryParse.
        LogicGate named = Enum.TryParse(gate, ignoreCase: true, out LogicGate value) && char.IsAsciiLetter(gate[0])
            ? value
            : throw new ArgumentException($"--gate {gate}: there is no such gate; there are {GateNames}.");
        board.TrainGate(named, volts, seconds, count, cancellation);
        Console.WriteLine($"trained the pattern of {named.ToString().ToUpperInvariant()}: {Pulses(parsed)}");
    }

    private static void Calibrate(HopfieldBoard board, ParseResult parsed, CancellationToken cancellation)
    {
        board.CalibrateReference(parsed.GetValue(BoardOptions.Volts).Value, parsed.GetValue(BoardOptions.Width).Value, cancellation);
        Console.WriteLine($"calibrated: every pattern trained by {Pulse(parsed)} and measured, the reference of the weights is new");
    }

    private static string Pulses(ParseResult parsed)
    {
        int count = parsed.GetValue(BoardOptions.Count);
        return count == 1 ? Pulse(parsed) : string.Create(CultureInfo.InvariantCulture, $"{count} pulses of {Shape(parsed)}");
    }

    private static string Pulse(ParseResult parsed) => $"1 pulse of {Shape(parsed)}";

    private static string Shape(ParseResult parsed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{parsed.GetValue(BoardOptions.Volts).Value:0.######} V and {1e6 * parsed.GetValue(BoardOptions.Width).Value:0.###} us");

    private static int SelfTest(HopfieldBoard board, ParseResult parsed, CancellationToken cancellation)
    {
        IReadOnlyList<string> findings = board.SelfTest(cancellation);
        foreach (string finding in findings)
            AnsiConsole.MarkupLine($"[red]fault[/] {Markup.Escape(finding)}");

        if (findings.Count == 0)
            AnsiConsole.MarkupLine("[green]no fault found[/]");

        return findings.Count == 0 ? ExitCode.Success : ExitCode.CheckFailed;
    }

    private static void Print(BoardMeasurement measured, bool kelvin)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("element").AddColumn("mS").AddColumn("± µS");
        double[] pairs = measured.Conductance.ToPairs();
        string[] names = PairName.All(measured.Conductance.NodeCount);
        for (int k = 0; k < pairs.Length; k++)
            table.AddRow("G" + names[k], Number(1e3 * pairs[k], "0.0000"), Number(1e6 * measured.StandardErrors[k], "0.00"));

        AnsiConsole.Write(table);

        // Each scheme has a check of its own: one source and one sink at a time know nothing of splits, but tell whether G_ij is G_ji.
        string check = kelvin
            ? $"G_ij and G_ji agree within {Number(100 * measured.ReciprocityDeviation, "0.0000")} %"
            : $"splits agree within {Number(100 * measured.LargestGroupDeviation, "0.0000")} %";
        Console.WriteLine($"{measured.Readings} readings in {Number(measured.Seconds, "0.00")} s; {check}");
    }

    private static void Logic(HopfieldBoard board, ParseResult parsed, CancellationToken cancellation)
    {
        AnsiConsole.WriteLine("node 1   00 01 10 11   gate");
        foreach (bool control in (bool[])[true, false])
        {
            // The table hangs on the control input alone, which the gate's name stands for.
            bool[] table = board.TruthTable(control ? LogicGate.And : LogicGate.Or);
            LogicGate[] named = [.. Enum.GetValues<LogicGate>().Where(g => BooleanGate.TruthTable(g).SequenceEqual(table))];
            string name = named.Length > 0 ? named[0].ToString().ToUpperInvariant() : "none of AND, OR, NAND, NOR";
            AnsiConsole.WriteLine($"{(control ? '+' : '-')}         {string.Join("  ", table.Select(o => o ? 1 : 0))}   {name}");
        }
    }

    private static void Converse(HopfieldBoard board, ParseResult parsed, CancellationToken cancellation)
    {
        Console.WriteLine(board.Identity);

        // The programs of this house take arrays as blocks; a person reads numbers.
        board.Say("FORM ASC");
        for (string? line = NextLine(cancellation); !string.IsNullOrWhiteSpace(line); line = NextLine(cancellation))
        {
            try
            {
                string answer = board.Say(line);
                if (answer.Length > 0)
                    Console.WriteLine(ReadableAnswer.Of(answer));
            }
            catch (BoardErrorException e)
            {
                Console.WriteLine(string.Join(Environment.NewLine, e.Errors));
            }
        }
    }

    // A person may never press Enter; the thread that waits for it ends with the process.
    private static string? NextLine(CancellationToken cancellation) => Preparation.Of(Console.ReadLine, cancellation);

    private static Pattern Pattern(string text) => Shared.Pattern.TryParse(text, out Pattern? pattern, out string error)
        ? pattern!
        : throw new ProblemFileException($"pattern \"{text}\": {error}.");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private sealed class Journal : IServerObserver
    {
        public void Report(string text) => Console.WriteLine($"{DateTime.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {text}");
    }
}
