using System.CommandLine;
using System.Globalization;
using MagHopfield.Bench.Conductance;
using MagHopfield.Cli.Numbers;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Experiments.Results;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield bench film`: one conductance matrix beside a sparse direct solver, and one training.</summary>
internal static class FilmBenchCommand
{
    private const int TableWidth = 150;

    public static Command Create()
    {
        Option<int> largest = NumberOption.Whole("--cells", "Largest number of cells to time.", ConductanceBenchmark.Sizes[^1], ConductanceBenchmark.Sizes[0], int.MaxValue);
        Command command = new("film", "Time, iterations and memory of one conductance matrix beside a sparse direct solver, and one training of four nodes.") { largest };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(largest), cancellation)));
        return command;
    }

    private static int Run(int largest, CancellationToken cancellation)
    {
        int[] sizes = [.. ConductanceBenchmark.Sizes.Where(s => s <= largest)];
        ConductanceBenchmark benchmark = new(cancellation);
        List<ConductanceRow> rows = [];
        (double pulse, double conductance, double simulated) = ProgressDisplay.Run(progress =>
        {
            double pieces = 1 + (ConductanceBenchmark.Electrodes.Count * sizes.Length);
            int done = 0;
            progress.Report(new ExperimentProgress("one training", 0));
            var training = benchmark.Training();
            foreach (int cells in sizes)
            {
                foreach (int electrodes in ConductanceBenchmark.Electrodes)
                {
                    progress.Report(new ExperimentProgress($"{electrodes} electrodes, {cells} cells", ++done / pieces));
                    rows.Add(benchmark.Run(electrodes, cells, withPeer: true));
                }
            }

            return training;
        });
        Table table = new Table().Border(TableBorder.Simple)
            .Caption("N electrodes; cold: first G of a film with its preconditioner; warm: after a local turn of the magnetisation by up to 6°, from the last solution; UMFPACK: factor and all electrodes, one thread; iterations: mean of an electrode");
        foreach (string head in (string[])["N", "cells", "cold s", "iterations", "warm s", "iterations", "2 threads s", "B a cell", "UMFPACK s", "÷ cold", "÷ warm", "B a cell", "difference"])
        {
            table.AddColumn(new TableColumn(head).RightAligned().NoWrap());
        }

        foreach (ConductanceRow r in rows)
        {
            table.AddRow(
                Text(r.Electrodes, "0"), $"{r.CellsX}×{r.CellsY}", Text(r.Cold, "0.0000"), Text(r.ColdIterations, "0.0"), Text(r.Warm, "0.0000"), Text(r.WarmIterations, "0.0"),
                Text(r.WarmTwo, "0.0000"), Text(r.BytesPerCell, "0"), Text(r.Direct, "0.000"), Text(r.Direct / r.Cold, "0.0"), Text(r.Direct / r.Warm, "0.0"), Text(r.DirectBytesPerCell, "0"), Text(r.Difference, "0.0e+0"));
        }

        // Narrower, every cell of the table would break in two.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, TableWidth);
        AnsiConsole.Write(table);
        if (!DirectConductance.IsInstalled)
        {
            AnsiConsole.MarkupLine("UMFPACK is not installed: no peer. On Debian: apt-get install libumfpack5");
        }

        AnsiConsole.MarkupLine(string.Create(
            CultureInfo.InvariantCulture, $"one training of four nodes (niu2024, + - + -, 5 V): {pulse:0.00} s for {simulated * 1e9:0} ns of film time, then G in {conductance:0.000} s"));
        return ExitCode.Success;
    }

    private static string Text(double value, string format) => double.IsNaN(value) ? "–" : value.ToString(format, CultureInfo.InvariantCulture);
}
