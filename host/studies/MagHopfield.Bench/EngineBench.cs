using System.Globalization;
using System.Numerics;
using MagHopfield.Store;
using MagHopfield.Studies;
using MagHopfield.Studies.Numbers;
using MagHopfield.Studies.Records;
using static MagHopfield.Bench.BenchParameters;

namespace MagHopfield.Bench;

/// <summary>The engine's speed beside FFTW and the machine's limits, measured in one run, as a study.</summary>
public sealed class EngineBench : Study
{
    private const string Header =
        "# cells\tprecision\tthreads\tfield (s)\tstep (s)\tdemag (s)\tFFTW demag (s)\tFFTW step (s)\tdifference ()\tOOMMF elsewhere (s)"
        + "\tarithmetic limit (s)\tmemory limit (s)\tmemory (B)\tallocated (B)";

    private static readonly StudyParameter<Quantity> EachSeconds = Seconds("piece of work");

    private static readonly StudyParameter<string?> Output =
        StudyParameter.TextOrNone("out", "File for the results as a tab-separated table in SI units.", "FILE", decides: false);

    private static readonly StudyParameter<bool> Scaling = StudyParameter.Flag(
        "scaling", "Time films from 10⁴ to 4·10⁶ cells instead: cost and memory against size. Without FFTW.");

    /// <inheritdoc/>
    public override string Name => "bench";

    /// <inheritdoc/>
    public override string Summary => "Time the micromagnetic engine beside FFTW and the machine's limits.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [EachSeconds, Output, Scaling];

    /// <inheritdoc/>
    public override bool IsMeasured => true;

    /// <inheritdoc/>
    public override bool WritesFile => true;

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        bool scaling = context.Of(Scaling);
        using WholeFile? file = context.Of(Output) is string path ? context.OpenFile(path, Header, "table of this benchmark") : null;
        IReadOnlyList<(int X, int Y, int Z)> sizes = scaling ? EngineBenchmark.ScalingSizes : EngineBenchmark.Sizes;
        List<BenchRow> rows = [];
        IProgress<StudyProgress> progress = context.Progress;
        double pieces = 1 + (2 * sizes.Count);
        int done = 0;
        progress.Report(new("the machine's limits", 0));
        EngineBenchmark machine = new(context.Of(EachSeconds).Value, context.Cancellation);
        foreach ((int X, int Y, int Z) size in sizes)
        {
            progress.Report(new($"{size.X}×{size.Y}×{size.Z} single", ++done / pieces));
            rows.AddRange(machine.Run<float>(size, withPeer: !scaling));
            progress.Report(new($"{size.X}×{size.Y}×{size.Z} double", ++done / pieces));
            rows.AddRange(machine.Run<double>(size, withPeer: !scaling));
        }

        if (file is not null)
        {
            Write(file.Writer, rows);
            file.Complete();
        }

        return new("The micromagnetic engine beside FFTW and the machine's limits", [.. Shown(machine, rows)]);
    }

    private static IEnumerable<StudySection> Shown(EngineBenchmark machine, List<BenchRow> rows)
    {
        yield return new StudyLine(string.Create(
            CultureInfo.InvariantCulture,
            $"memory bandwidth {machine.BandwidthOne / 1e9:0.0} GB/s (1 thread), {machine.BandwidthTwo / 1e9:0.0} GB/s (2 threads);")
            + string.Create(
                CultureInfo.InvariantCulture,
                $" FFTW in cache {machine.RateSingle / 1e9:0.0} (single), {machine.RateDouble / 1e9:0.0} (double) Gflop/s a thread; SIMD "
                + $"vectors of {8 * Vector<byte>.Count} bits"));
        if (!machine.FftwInstalled)
            yield return new StudyLine("FFTW is not installed: no peer. On Debian: apt-get install libfftw3-single3 libfftw3-double3");
        yield return Table(rows);
        if (rows.TrueForAll(r => double.IsNaN(r.Difference)))
            yield break;
        double Largest(string precision) => rows.Where(r => r.Precision == precision).Max(r => r.Difference);
        yield return new StudyLine(string.Create(
            CultureInfo.InvariantCulture,
            $"largest difference from FFTW's field: {Largest("single"):0.0e+0} (single), {Largest("double"):0.0e+0} (double)"));
    }

    private static StudyTable Table(List<BenchRow> rows) => new(
        "",
        [
            "cells", "precision", "threads", "field", "step", "demag", "FFTW demag", "FFTW step", "÷ step", "arithmetic", "memory",
            "OOMMF*", "÷ step", "B/cell", "alloc",
        ],
        [
            .. rows.Select(row => (Words[])
            [
                row.Size, row.Precision, row.Threads.ToString(CultureInfo.InvariantCulture), Nanoseconds(row.Field), Nanoseconds(row.Step),
                Nanoseconds(row.Demagnetising), Nanoseconds(row.Fftw), Nanoseconds(row.FftwStep), Ratio(row.FftwStep / row.Step),
                Nanoseconds(row.ArithmeticLimit), Nanoseconds(row.MemoryLimit), Nanoseconds(row.Oommf), Ratio(row.Oommf / row.Step),
                Text(row.BytesPerCell, "0"), row.AllocatedPerStep.ToString(CultureInfo.InvariantCulture),
            ]),
        ])
    {
        Caption = "ns a cell and field evaluation. field: exchange + demag; step: with torque and the step's vector work; arithmetic, "
            + "memory: limits "
            + "of the demag convolution; FFTW: one thread, its step with the engine's exchange and torque; alloc: bytes a step, all "
            + "threads; "
            + "* OOMMF 2.1a0 (double): quoted from another run on another machine, AMD EPYC 2.4 GHz",
        TextColumns = 0,
        Width = 164,
        IsUnbroken = true,
    };

    private static void Write(StreamWriter writer, List<BenchRow> rows)
    {
        writer.WriteLine(Header);
        foreach (BenchRow r in rows)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{r.Size}\t{r.Precision}\t{r.Threads}\t{r.Field:E4}\t{r.Step:E4}\t{r.Demagnetising:E4}\t{r.Fftw:E4}\t{r.FftwStep:E4}\t"
                + $"{r.Difference:E2}\t{r.Oommf:E3}\t{r.ArithmeticLimit:E4}\t{r.MemoryLimit:E4}\t"
                + $"{r.BytesPerCell:F1}\t{r.AllocatedPerStep}"));
        }
    }

    private static string Nanoseconds(double seconds) => Text(1e9 * seconds, "0.0");

    private static string Ratio(double ratio) => double.IsNaN(ratio) ? "–" : Text(ratio, "0.0") + "×";
}
