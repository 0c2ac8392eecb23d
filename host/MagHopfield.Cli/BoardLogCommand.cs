using System.CommandLine;
using System.Globalization;
using MagHopfield.BoardClient;
using MagHopfield.BoardStudies.Boards;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield board log`: the conductance matrix in time, as a table.</summary>
internal static class BoardLogCommand
{
    public static Command Create()
    {
        Option<Quantity> every = NumberOption.Of(
            "--every", "Time from one measurement to the next; a bare number is in seconds, 0 is without a pause.", Unit.Second, "10s");
        Option<int> number = NumberOption.Whole("--number", "Number of measurements; 0 until Ctrl-C.", 0, 0, int.MaxValue);
        Option<string> output = new("--out")
        {
            Description = "File for the table, tab-separated; a file that is there is not overwritten.",
            DefaultValueFactory = _ => "board-log.tsv",
            HelpName = "FILE",
        };
        Command command = new("log", "Measure again and again with time stamps, into a table, until Ctrl-C.")
        {
            BoardOptions.Address, BoardOptions.Record, every, number, output, BoardOptions.Kelvin, BoardOptions.Averages,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed, parsed.GetValue(every).Value, parsed.GetValue(number), parsed.GetRequiredValue(output), cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, double every, int number, string output, CancellationToken cancellation)
    {
        if (!(every >= 0 && every <= 86400))
            throw new ArgumentException("board log: --every is 0 to 86400 s.");

        if (File.Exists(output))
            throw new ArgumentException($"board log: '{output}' is there already; name another file with --out.");

        using HopfieldBoard board = BoardOptions.Open(parsed, cancellation);
        using StreamWriter writer = new(output);
        int done = 0;
        try
        {
            done = new BoardLog(board, writer, RecordedCommand.Line).Run(
                number,
                TimeSpan.FromSeconds(every),
                parsed.GetValue(BoardOptions.Kelvin),
                parsed.GetValue(BoardOptions.Averages),
                (time, measured) =>
                {
                    done++;
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:HH:mm:ss.fff}  ")
                        + string.Join(
                            "  ", measured.Conductance.ToPairs().Select(g => (1e3 * g).ToString("0.0000", CultureInfo.InvariantCulture)))
                            + "  mS");
                },
                cancellation);
        }
        catch (OperationCanceledException)
        {
            // The measurement under way was aborted and is not in the table.
        }

        // Ctrl-C is how a log without a number ends.
        AnsiConsole.WriteLine(
            done < number ? $"{done} of {number} measurements in {output}; interrupted" : $"{done} measurements in {output}");
        return done < number ? ExitCode.Interrupted : ExitCode.Success;
    }
}
