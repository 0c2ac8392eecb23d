using System.CommandLine;
using System.Globalization;
using System.Numerics;
using MagHopfield.Bench;
using MagHopfield.Cli.Numbers;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Experiments.Results;
using MagHopfield.Store;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield bench`: the engine's speed beside FFTW and the machine's limits, measured in one run.</summary>
internal static class BenchCommand
{
    private const int TableWidth = 164;

    private const string Header =
        "# cells\tprecision\tthreads\tfield (s)\tstep (s)\tdemag (s)\tFFTW demag (s)\tFFTW step (s)\tdifference ()\tOOMMF elsewhere (s)"
        + "\tarithmetic limit (s)\tmemory limit (s)\tmemory (B)\tallocated (B)";

    public static Command Create()
    {
        Option<Quantity> seconds = NumberOption.Of("--seconds", "Time to spend on each piece of work; more is steadier.", Unit.Second, "1");
        Option<string?> output = new("--out")
        {
            Description = "File for the results as a tab-separated table in SI units.",
            HelpName = "FILE",
        };
        Option<bool> scaling = new("--scaling")
        {
            Description = "Time films from 10⁴ to 4·10⁶ cells instead: cost and memory against size. Without FFTW.",
        };
        Command command = new("bench", "Time the micromagnetic engine beside FFTW and the machine's limits.")
        {
            seconds, output, scaling, OutputFolder.Overwrite(), FilmBenchCommand.Create(), InstrumentBenchCommand.Create(), WireBenchCommand.Create(), ScpiBenchCommand.Create(),
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, parsed.GetValue(seconds).Value, parsed.GetValue(output), parsed.GetValue(scaling), cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, double seconds, string? output, bool scaling, CancellationToken cancellation)
    {
        if (!(seconds is > 0 and <= 3600))
        {
            throw new ArgumentException($"--seconds {seconds.ToString(CultureInfo.InvariantCulture)}: give a time above 0 and at most 3600 s.");
        }

        using WholeFile? file = output is null ? null : OutputFolder.OpenFile(parsed, output, Header, "table of this benchmark");
        IReadOnlyList<(int X, int Y, int Z)> sizes = scaling ? EngineBenchmark.ScalingSizes : EngineBenchmark.Sizes;
        List<BenchRow> rows = [];

        // A display that refreshes itself allocates and takes time from the second thread.
        EngineBenchmark benchmark = ProgressDisplay.Run(
            progress =>
            {
                double pieces = 1 + (2 * sizes.Count);
                int done = 0;
                progress.Report(new ExperimentProgress("the machine's limits", 0));
                EngineBenchmark machine = new(seconds, cancellation);
                foreach ((int X, int Y, int Z) size in sizes)
                {
                    progress.Report(new ExperimentProgress($"{size.X}×{size.Y}×{size.Z} single", ++done / pieces));
                    rows.AddRange(machine.Run<float>(size, withPeer: !scaling));
                    progress.Report(new ExperimentProgress($"{size.X}×{size.Y}×{size.Z} double", ++done / pieces));
                    rows.AddRange(machine.Run<double>(size, withPeer: !scaling));
                }

                return machine;
            },
            autoRefresh: false);
        Print(benchmark, rows);
        if (file is not null)
        {
            Write(file.Writer, rows);
            file.Complete();
        }

        return ExitCode.Success;
    }

    private static void Print(EngineBenchmark machine, List<BenchRow> rows)
    {
        AnsiConsole.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"memory bandwidth {machine.BandwidthOne / 1e9:0.0} GB/s (1 thread), {machine.BandwidthTwo / 1e9:0.0} GB/s (2 threads);"
            + $" FFTW in cache {machine.RateSingle / 1e9:0.0} (single), {machine.RateDouble / 1e9:0.0} (double) Gflop/s a thread; SIMD vectors of {8 * Vector<byte>.Count} bits"));
        if (!machine.FftwInstalled)
        {
            AnsiConsole.MarkupLine("FFTW is not installed: no peer. On Debian: apt-get install libfftw3-single3 libfftw3-double3");
        }

        // Narrower, every cell of the table would break in two.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, TableWidth);
        Table table = new Table().Border(TableBorder.Simple)
            .Caption("ns a cell and field evaluation. field: exchange + demag; step: with torque and the step's vector work; arithmetic, memory: limits of the demag convolution; FFTW: one thread, its step with the engine's exchange and torque; alloc: bytes a step, all threads; * OOMMF 2.1a0 (double): quoted from another run on another machine, AMD EPYC 2.4 GHz");
        foreach (string head in (string[])["cells", "precision", "threads", "field", "step", "demag", "FFTW demag", "FFTW step", "÷ step", "arithmetic", "memory", "OOMMF*", "÷ step", "B/cell", "alloc"])
        {
            table.AddColumn(new TableColumn(head).RightAligned().NoWrap());
        }

        foreach (BenchRow row in rows)
        {
            table.AddRow(
                row.Size,
                row.Precision,
                row.Threads.ToString(CultureInfo.InvariantCulture),
                Nanoseconds(row.Field),
                Nanoseconds(row.Step),
                Nanoseconds(row.Demagnetising),
                Nanoseconds(row.Fftw),
                Nanoseconds(row.FftwStep),
                Ratio(row.FftwStep / row.Step),
                Nanoseconds(row.ArithmeticLimit),
                Nanoseconds(row.MemoryLimit),
                Nanoseconds(row.Oommf),
                Ratio(row.Oommf / row.Step),
                row.BytesPerCell.ToString("0", CultureInfo.InvariantCulture),
                row.AllocatedPerStep.ToString(CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
        if (rows.TrueForAll(r => double.IsNaN(r.Difference)))
        {
            return;
        }

        AnsiConsole.MarkupLine(string.Create(
            CultureInfo.InvariantCulture, $"largest difference from FFTW's field: {rows.Where(r => r.Precision == "single").Max(r => r.Difference):0.0e+0} (single), {rows.Where(r => r.Precision == "double").Max(r => r.Difference):0.0e+0} (double)"));
    }

    private static void Write(StreamWriter writer, List<BenchRow> rows)
    {
        writer.WriteLine(Header);
        foreach (BenchRow r in rows)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Size}\t{r.Precision}\t{r.Threads}\t{r.Field:E4}\t{r.Step:E4}\t{r.Demagnetising:E4}\t{r.Fftw:E4}\t{r.FftwStep:E4}\t{r.Difference:E2}\t{r.Oommf:E3}\t{r.ArithmeticLimit:E4}\t{r.MemoryLimit:E4}\t{r.BytesPerCell:F1}\t{r.AllocatedPerStep}"));
        }
    }

    private static string Nanoseconds(double seconds) => double.IsNaN(seconds) ? "–" : (1e9 * seconds).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => double.IsNaN(ratio) ? "–" : ratio.ToString("0.0", CultureInfo.InvariantCulture) + "×";
}
