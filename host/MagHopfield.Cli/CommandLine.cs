using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using MagHopfield.Bench;
using MagHopfield.BoardClient;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Protocol;
using MagHopfield.BoardStudies.EndToEnd;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Spi;
using MagHopfield.Papers.Niu2024.Letters.Figure5;
using MagHopfield.Papers.Yu2021.Paper;
using MagHopfield.TextureStudies.Walls;
using MagHopfield.Validation;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>The `maghopfield` command: its subcommands, and how an error reaches the user (one line: what, where, how to mend).</summary>
internal static partial class CommandLine
{
    /// <summary>The command with all its subcommands.</summary>
    public static RootCommand Root() => Root(Studies);

    /// <summary>The command with other studies.</summary>
    /// <param name="studies">The studies.</param>
    internal static RootCommand Root(IReadOnlyList<Study> studies)
    {
        RootCommand root = new(
            "MagHopfield: self-learning magnetic Hopfield networks, instrument and simulator (after Niu et al., PNAS 2024).")
        {
            PresetCommand.Create(),
            new Command("paper", "Reproduce the experiments of a paper."),
            new Command("texture", "Walls, skyrmions and rings as memristors, synapses and neurons."),
            RunCommand.Create(),
            CheckCommand.Create(),
            HardwareCommand.Create(),
            BoardCommand.Create(),
        };
        StudyCommand.AddTo(root, studies);
        root.Add(StudyCommand.All(studies));
        return root;
    }

    /// <summary>All studies: a class more is a command more.</summary>
    public static IReadOnlyList<Study> Studies { get; } = Study.In(
        typeof(DemoStudy).Assembly,
        typeof(Figure5Study).Assembly,
        typeof(MazeStudy).Assembly,
        typeof(WallMemristorStudy).Assembly,
        typeof(ValidateStudy).Assembly,
        typeof(EngineBench).Assembly);

    /// <summary>Runs the command.</summary>
    /// <param name="args">Command line.</param>
    /// <param name="cancellation">The user's wish to end, see <see cref="BoardServer.Serving.Interruption"/>.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellation)
    {
        RootCommand root = Root();
        ParseResult parsed = root.Parse(args);
        if (IsMistaken(parsed))
            return Fail(ExitCode.BadInput, Mistake(parsed, root));

        try
        {
            // The library's own handler of signals throws at the second one; ours stands since the program began.
            InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (OperationCanceledException)
        {
            return Fail(ExitCode.Interrupted, "interrupted; no result was written.");
        }
        catch (Exception e) when (e is ProblemFileException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // An ArgumentException appends the name of a parameter of ours, which tells the user nothing.
            return Fail(
                ExitCode.BadInput,
                e is ArgumentException { ParamName: string name } ? e.Message.Replace($" (Parameter '{name}')", "") : e.Message);
        }
        catch (Exception e) when (e is BoardLinkException or BoardErrorException)
        {
            return Fail(ExitCode.InstrumentFault, e.Message);
        }
        catch (Exception e) when (e is ChipException or MeasurementException or InterlockException)
        {
            return Fail(ExitCode.InstrumentFault, $"the instrument stopped, all switches are open: {e.Message}");
        }
        catch (Exception e)
        {
            string mend = Environment.GetEnvironmentVariable("MAGHOPFIELD_STACK") is null
                ? "this is a defect of the program; please report it with the command line (MAGHOPFIELD_STACK=1 shows where)."
                : e.ToString();
            return Fail(ExitCode.Defect, $"{e.GetType().Name}: {e.Message} {mend}");
        }
    }

    private static int Fail(int code, string message)
    {
        IAnsiConsole error = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        bool stack = message.Contains('\n') && Environment.GetEnvironmentVariable("MAGHOPFIELD_STACK") is not null;
        string[] lines =
        [
            .. message.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(PlainText.Of),
        ];
        string line = string.Join(stack ? '\n' : ' ', lines);
        error.Profile.Width = int.MaxValue;
        error.MarkupLine($"[red]maghopfield:[/] {Markup.Escape(line)}");
        return code;
    }

    /// <summary>What is wrong with a command line, with the command whose help tells more.</summary>
    /// <param name="parsed">Command line with errors.</param>
    /// <param name="root">The command with all its subcommands.</param>
    internal static string Mistake(ParseResult parsed, RootCommand root)
    {
        string help = $"see '{Named(parsed.CommandResult)} --help'.";
        string? word = StrayOption(parsed) ?? (parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null);
        if (word is null)
            return $"{parsed.Errors[0].Message.TrimEnd('.')}; {help}";

        Command command = parsed.CommandResult.Command;
        IEnumerable<string> known = command.Subcommands.Select(c => c.Name).Concat(
            command.Options.Select(o => o.Name)).Concat(root.Options.Select(o => o.Name));
        string? nearest = NearestName.To(word, known);
        return $"unknown {(word.StartsWith('-') ? "option" : "word")} '{word}'; "
            + $"{(nearest is null ? "" : $"did you mean '{nearest}'? ")}{help}";
    }

    /// <summary>Whether a command line has a mistake, see <see cref="Mistake"/>.</summary>
    /// <param name="parsed">Command line.</param>
    internal static bool IsMistaken(ParseResult parsed) => parsed.Errors.Count > 0 || StrayOption(parsed) is not null;

    // The library takes an option that it does not know as the next argument, a name or a file. After "--" a word may look like an option.
    private static string? StrayOption(ParseResult parsed) => parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash)
        .FirstOrDefault(t => t.Type == TokenType.Argument && OptionForm().IsMatch(t.Value))?.Value;

    [GeneratedRegex("^--[A-Za-z]")]
    private static partial Regex OptionForm();

    // As it is typed, from the root on: "maghopfield paper niu2024 spread".
    private static string Named(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Named(parent)} {result.Command.Name}" : "maghopfield";
}
