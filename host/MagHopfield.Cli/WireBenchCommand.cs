using System.CommandLine;
using System.Globalization;
using MagHopfield.Film.Learning;
using MagHopfield.Instrument.Measure;
using MagHopfield.VirtualBoard.WireErrors;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield bench wire`: every single wrong bit on the SPI wire, and by which means it is noticed.</summary>
internal static class WireBenchCommand
{
    private const int TableWidth = 140;

    private static readonly WireOutcome[] Shown =
    [
        WireOutcome.NoEffect, WireOutcome.WithinBudget, WireOutcome.CheckByte, WireOutcome.AlignmentByte, WireOutcome.ErrorFlags, WireOutcome.Readback,
        WireOutcome.TimeOut, WireOutcome.Consistency, WireOutcome.Unnoticed,
    ];

    private static readonly string[] Heads =
    [
        "no effect", "within budget", "check byte", "alignment byte", "ADC's error flags", "readback", "time-out", "consistency", "unnoticed",
    ];

    public static Command Create()
    {
        Option<string[]> operations = new("--operation")
        {
            Description = "Operation whose frames are hurt: seven, kelvin, training, initialise; repeat for more, all where none is given.",
            HelpName = "NAME",
        };
        operations.AcceptOnlyFromAmong("seven", "kelvin", "training", "initialise");
        Option<bool> sample = new("--sample") { Description = "Only the first and the last frame of each kind, as the tests do; else every bit: minutes." };
        Command command = new("wire", "Turn every single bit on the SPI wire over, one at a time, and count by which means it is noticed.") { operations, sample };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(operations) ?? [], parsed.GetValue(sample), cancellation)));
        return command;
    }

    private static int Run(string[] names, bool sample, CancellationToken cancellation)
    {
        bool sound = true;
        foreach (string name in names.Length > 0 ? names : ["seven", "kelvin", "training", "initialise"])
        {
            sound &= Study(Operation(name), sample, cancellation);
        }

        return sound ? ExitCode.Success : ExitCode.CheckFailed;
    }

    private static WireOperation Operation(string name) => name switch
    {
        "seven" => WireOperation.Measurement(MeasurementScheme.Seven),
        "kelvin" => WireOperation.Measurement(MeasurementScheme.Kelvin),
        "training" => WireOperation.Training,
        _ => WireOperation.Initialise,
    };

    private static bool Study(WireOperation operation, bool sample, CancellationToken cancellation)
    {
        using WireStudy study = new(OjaFilm.Niu2024(), operation);
        WireBit[] bits = [.. sample ? study.BitsOfEachKind : study.Bits];
        SortedDictionary<string, int[]> counts = new(StringComparer.Ordinal);
        foreach (WireBit bit in bits)
        {
            cancellation.ThrowIfCancellationRequested();
            WireOutcome outcome = study.Try(bit);
            if (!counts.TryGetValue(bit.Way, out int[]? row))
            {
                counts[bit.Way] = row = new int[Shown.Length];
            }

            row[Array.IndexOf(Shown, outcome)]++;
            if (outcome == WireOutcome.Unnoticed)
            {
                AnsiConsole.MarkupLine($"[red]unnoticed[/] {Markup.Escape(bit.ToString())}");
            }
        }

        Table table = new Table().Border(TableBorder.Simple)
            .Title($"{operation.Name}: {bits.Length.ToString(CultureInfo.InvariantCulture)} bits of {study.FrameCount.ToString(CultureInfo.InvariantCulture)} frames")
            .Caption($"largest difference within the budget {study.LargestDifference.ToString("0.0e+0", CultureInfo.InvariantCulture)}");
        table.AddColumn("");
        table.AddColumn(new TableColumn("bits").RightAligned());
        foreach (string head in Heads)
        {
            table.AddColumn(new TableColumn(head).RightAligned());
        }

        foreach ((string way, int[] row) in counts)
        {
            table.AddRow([way, Whole(row.Sum()), .. row.Select(n => n == 0 ? "" : Whole(n))]);
        }

        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, TableWidth);
        AnsiConsole.Write(table);
        return counts.Values.All(row => row[Array.IndexOf(Shown, WireOutcome.Unnoticed)] == 0);
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
