using System.CommandLine;
using System.Globalization;
using MagHopfield.Bench.Scpi;
using MagHopfield.Cli.Numbers;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield bench scpi`: commands a second of the firmware's parser, and the transfer of G, without a wire.</summary>
internal static class ScpiBenchCommand
{
    private const int TableWidth = 140;

    public static Command Create()
    {
        Option<Quantity> seconds = NumberOption.Of("--seconds", "Time to spend on each kind of message; more is steadier.", Unit.Second, "1");
        Command command = new("scpi", "Commands a second of the SCPI parser, and one transfer of G for 4 and 64 nodes, in this process.") { seconds };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(seconds).Value, cancellation)));
        return command;
    }

    private static int Run(double seconds, CancellationToken cancellation)
    {
        if (!(seconds is > 0 and <= 3600))
        {
            throw new ArgumentException($"--seconds {seconds.ToString(CultureInfo.InvariantCulture)}: give a time above 0 and at most 3600 s.");
        }

        Table table = new Table().Border(TableBorder.Simple)
            .Caption("from the bytes of a message to the bytes of its answer, one core, no wire; at 115200 baud a byte takes 87 µs");
        table.AddColumn("message");
        foreach (string head in (string[])["N", "bytes in", "bytes out", "µs a message", "commands/s", "MB/s"])
        {
            table.AddColumn(new TableColumn(head).RightAligned());
        }

        foreach (ScpiRow row in new ScpiBenchmark(seconds, cancellation).Run(4, 64))
        {
            table.AddRow(
                row.Name, Whole(row.Nodes), Whole(row.BytesIn), Whole(row.BytesOut), (1e6 * row.Seconds).ToString("0.00", CultureInfo.InvariantCulture),
                Whole(row.CommandsPerSecond), (1e-6 * row.BytesPerSecond).ToString("0.0", CultureInfo.InvariantCulture));
        }

        // Narrower, every cell of the table would break in two.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, TableWidth);
        AnsiConsole.Write(table);
        return ExitCode.Success;
    }

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
