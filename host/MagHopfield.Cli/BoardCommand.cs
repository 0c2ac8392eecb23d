using System.CommandLine;
using System.Globalization;
using MagHopfield.BoardClient;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Experiments.Boards;
using MagHopfield.Experiments.CrossCheck;
using MagHopfield.Shared;
using MagHopfield.Toml;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield board …`: a board by its address, and virtual boards for others to use.</summary>
internal static class BoardCommand
{
    private static readonly Option<string> Address = new("--board")
    {
        Description = "Address: virtual, virtual:FILM, serial:/dev/ttyUSB0@115200, tcp:HOST:5025 or replay:FILE.",
        DefaultValueFactory = _ => "virtual",
        HelpName = "ADDRESS",
    };

    private static readonly Option<string?> Record = new("--record")
    {
        Description = "File for every byte of the session with its time; --board replay:FILE plays it without the board.",
        HelpName = "FILE",
    };

    private static readonly Option<double> Volts = new("--volts")
    {
        Description = "Amplitude of the pulses in volts.",
        DefaultValueFactory = _ => 5,
    };

    private static readonly Option<double> Microseconds = new("--width")
    {
        Description = "Width of a pulse in microseconds.",
        DefaultValueFactory = _ => 200,
    };

    private static readonly Option<int> Count = new("--count") { Description = "Number of pulses.", DefaultValueFactory = _ => 1 };

    private static readonly Option<int> Averages = new("--averages")
    {
        Description = "Rounds over all wirings that are averaged.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<bool> Kelvin = new("--kelvin") { Description = "Measure by one source and one sink at a time." };

    public static Command Create()
    {
        Argument<string> pattern = new("pattern") { Description = "One sign a node, as in \"+ - + -\"." };
        Option<int> port = new("--tcp") { Description = "Port on 127.0.0.1.", DefaultValueFactory = _ => -1, HelpName = "PORT" };
        Option<bool> pty = new("--pty") { Description = "A pseudo-terminal, opened like a serial port; its name is printed." };
        Option<string> film = new("--film")
        {
            Description = $"Film: a built-in one ({string.Join(", ", BoardOpening.Films)}) or the path of a TOML file.",
            DefaultValueFactory = _ => "",
            HelpName = "NAME|FILE",
        };
        Option<int?> seed = new("--seed") { Description = "Seed of every part's error and of the noise." };
        Option<string?> flash = new("--flash") { Description = "File that keeps what MEMory:SAVE saves.", HelpName = "FILE" };
        Command serve = new("serve", "Offer a virtual board on TCP or on a pseudo-terminal until Ctrl-C.") { port, pty, film, seed, flash };
        serve.SetAction((parsed, cancellation) => Task.FromResult(Serve(
            parsed.GetValue(port), parsed.GetValue(pty), parsed.GetRequiredValue(film), parsed.GetValue(seed), parsed.GetValue(flash), cancellation)));
        Command board = new("board", "Talk to a board, or offer a virtual one.")
        {
            serve,
            Talk("identify", "Print who the board is.", (b, _, _) => AnsiConsole.MarkupLine($"{Markup.Escape(b.Identity)}, {b.NodeCount} nodes")),
            Talk("selftest", "Test the board and its leads, without a pulse.", SelfTest),
            Talk(
                "train",
                "Train a pattern into the film.",
                (b, p, c) => b.Train(Pattern(p.GetRequiredValue(pattern)), p.GetValue(Volts), 1e-6 * p.GetValue(Microseconds), p.GetValue(Count), c),
                pattern,
                Volts,
                Microseconds,
                Count),
            Talk("calibrate", "Train and measure every pattern, and make the reference of the weights anew.", (b, p, c) => b.CalibrateReference(p.GetValue(Volts), 1e-6 * p.GetValue(Microseconds), c), Volts, Microseconds),
            Talk("measure", "Measure the conductance matrix.", (b, p, c) => Print(b.Measure(p.GetValue(Kelvin), p.GetValue(Averages), c)), Kelvin, Averages),
            Talk("recall", "Recall a pattern from a distorted one, by steepest descent.", (b, p, _) => AnsiConsole.WriteLine(b.Recall(Pattern(p.GetRequiredValue(pattern)), RecallMode.SteepestDescent, 1).State.ToString()), pattern),
            Talk("logic", "Read the film as the four gates of Niu 2024.", Logic),
            Talk("console", "Send SCPI and see the answers; an empty line ends.", Converse),
        };
        return board;
    }

    private static Command Talk(string name, string description, Action<HopfieldBoard, ParseResult, CancellationToken> work, params Symbol[] symbols)
    {
        Command command = new(name, description) { Address, Record };
        foreach (Symbol symbol in symbols)
        {
            if (symbol is Option option)
            {
                command.Add(option);
            }
            else
            {
                command.Add((Argument)symbol);
            }
        }

        command.SetAction((parsed, cancellation) =>
        {
            using HopfieldBoard board = BoardOpening.Open(
                BoardAddress.Parse(parsed.GetRequiredValue(Address)),
                parsed.GetValue(Record),
                "maghopfield " + string.Join(' ', Environment.GetCommandLineArgs().Skip(1).Select(a => a.Contains(' ') ? $"\"{a}\"" : a)));
            work(board, parsed, cancellation);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static int Serve(int port, bool pty, string film, int? seed, string? flash, CancellationToken cancellation)
    {
        if (port < 0 && !pty)
        {
            throw new ProblemFileException("board serve: neither --tcp PORT nor --pty is given; give one or both.");
        }

        using ServedBoard board = BoardOpening.SwitchOn(film, seed, flash);
        Journal journal = new();
        using TcpBoardServer? tcp = port < 0 ? null : new TcpBoardServer(board, port, journal);
        using PtyBoardServer? terminal = pty ? new PtyBoardServer(board, journal) : null;
        if (tcp is not null)
        {
            Console.WriteLine($"tcp:127.0.0.1:{tcp.Port}");
        }

        if (terminal is not null)
        {
            Console.WriteLine($"serial:{terminal.DeviceName}");
        }

        Console.WriteLine("Ctrl-C ends the board.");
        cancellation.WaitHandle.WaitOne();
        return ExitCode.Success;
    }

    private static void SelfTest(HopfieldBoard board, ParseResult parsed, CancellationToken cancellation)
    {
        IReadOnlyList<string> findings = board.SelfTest(cancellation);
        foreach (string finding in findings)
        {
            AnsiConsole.MarkupLine($"[red]fault[/] {Markup.Escape(finding)}");
        }

        if (findings.Count == 0)
        {
            AnsiConsole.MarkupLine("[green]no fault found[/]");
        }
    }

    private static void Print(BoardMeasurement measured)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("element").AddColumn("mS").AddColumn("± µS");
        double[] pairs = measured.Conductance.ToPairs();
        string[] names = PairName.All(measured.Conductance.NodeCount);
        for (int k = 0; k < pairs.Length; k++)
        {
            table.AddRow("G" + names[k], Number(1e3 * pairs[k], "0.0000"), Number(1e6 * measured.StandardErrors[k], "0.00"));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"{measured.Readings} readings in {Number(measured.Seconds, "0.00")} s; splits agree within {Number(100 * measured.LargestGroupDeviation, "0.0000")} %");
    }

    private static void Logic(HopfieldBoard board, ParseResult parsed, CancellationToken cancellation)
    {
        foreach (LogicGate gate in Enum.GetValues<LogicGate>())
        {
            AnsiConsole.WriteLine($"{gate.ToString().ToUpperInvariant(),-5} {string.Join(' ', board.TruthTable(gate).Select(o => o ? 1 : 0))}");
        }
    }

    private static void Converse(HopfieldBoard board, ParseResult parsed, CancellationToken cancellation)
    {
        Console.WriteLine(board.Identity);
        for (string? line = Console.ReadLine(); !string.IsNullOrWhiteSpace(line) && !cancellation.IsCancellationRequested; line = Console.ReadLine())
        {
            try
            {
                string answer = board.Say(line);
                if (answer.Length > 0)
                {
                    Console.WriteLine(answer);
                }
            }
            catch (BoardErrorException e)
            {
                Console.WriteLine(string.Join(Environment.NewLine, e.Errors));
            }
        }
    }

    private static Pattern Pattern(string text) => Shared.Pattern.TryParse(text, out Pattern? pattern, out string error)
        ? pattern!
        : throw new ProblemFileException($"pattern \"{text}\": {error}.");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private sealed class Journal : IServerObserver
    {
        public void Report(string text) => Console.WriteLine($"{DateTime.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {text}");
    }
}
