using System.CommandLine;
using System.Globalization;
using MagHopfield.Bench.Instrument;
using MagHopfield.Cli.Numbers;
using MagHopfield.Instrument.Measure;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield bench instrument`: one measurement of G broken down, and recalls with their operations.</summary>
internal static class InstrumentBenchCommand
{
    private const int TableWidth = 140;

    public static Command Create()
    {
        Option<Quantity> seconds = NumberOption.Of("--seconds", "Time to spend on each piece of work; more is steadier.", Unit.Second, "1");
        Command command = new("instrument", "Where the time of a measurement of G goes, and what a recall costs.") { seconds };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(seconds).Value, cancellation)));
        return command;
    }

    private static int Run(double seconds, CancellationToken cancellation)
    {
        if (!(seconds is > 0 and <= 3600))
        {
            throw new ArgumentException($"--seconds {seconds.ToString(CultureInfo.InvariantCulture)}: give a time above 0 and at most 3600 s.");
        }

        InstrumentBenchmark benchmark = new(seconds, cancellation);
        Table measurements = Table(
            "board time runs by conversions, frames and waiting; the last two columns are this machine's",
            "one measurement of G", "readings", "conversions ms", "frames", "bus ms", "settling ms", "board time ms", "instrument code ms", "chip models ms");
        foreach (MeasurementScheme scheme in Enum.GetValues<MeasurementScheme>())
        {
            MeasurementRow row = benchmark.Measure(scheme);
            measurements.AddRow(
                row.Scheme, Whole(row.Readings), Milli(row.Conversion), Whole(row.Frames), Milli(row.Bus), Milli(row.Waiting), Milli(row.BoardTime),
                (1e3 * row.Code).ToString("0.000", CultureInfo.InvariantCulture), (1e3 * row.Models).ToString("0.000", CultureInfo.InvariantCulture));
        }

        Table recalls = Table("multiply-adds counted at the local fields", "one recall", "rounds", "multiply-adds", "here µs", "at 100 000 a second, s");
        foreach (int nodes in (int[])[4, 64])
        {
            RecallRow row = benchmark.Recall(nodes);
            recalls.AddRow(
                row.Name, Whole(row.Rounds), Whole(row.Operations), (1e6 * row.Seconds).ToString("0.00", CultureInfo.InvariantCulture),
                row.SecondsAt(InstrumentBenchmark.InterpreterRate).ToString("0.00000", CultureInfo.InvariantCulture));
        }

        // Narrower, every cell of the table would break in two.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, TableWidth);
        AnsiConsole.Write(measurements);
        AnsiConsole.Write(recalls);
        return ExitCode.Success;
    }

    private static Table Table(string caption, params string[] heads)
    {
        Table table = new Table().Border(TableBorder.Simple).Caption(caption);
        for (int i = 0; i < heads.Length; i++)
        {
            TableColumn column = new(heads[i]);
            table.AddColumn(i == 0 ? column : column.RightAligned());
        }

        return table;
    }

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Milli(double seconds) => (1e3 * seconds).ToString("0.0", CultureInfo.InvariantCulture);
}
