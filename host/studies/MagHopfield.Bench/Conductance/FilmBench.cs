using System.Globalization;
using MagHopfield.Studies;
using MagHopfield.Studies.Records;
using static MagHopfield.Bench.BenchParameters;

namespace MagHopfield.Bench.Conductance;

/// <summary>One conductance matrix beside a sparse direct solver, and one training, as a study.</summary>
public sealed class FilmBench : Study
{
    private static readonly StudyParameter<int> Cells = StudyParameter.Whole(
        "cells", "Largest number of cells to time.", ConductanceBenchmark.Sizes[^1], ConductanceBenchmark.Sizes[0]);

    /// <inheritdoc/>
    public override string Name => "bench film";

    /// <inheritdoc/>
    public override string Summary =>
        "Time, iterations and memory of one conductance matrix beside a sparse direct solver, and one training of four nodes.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Cells];

    /// <inheritdoc/>
    public override bool IsMeasured => true;

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        int[] sizes = [.. ConductanceBenchmark.Sizes.Where(s => s <= context.Of(Cells))];
        ConductanceBenchmark benchmark = new(context.Cancellation);
        List<ConductanceRow> rows = [];
        IProgress<StudyProgress> progress = context.Progress;
        double pieces = 1 + (ConductanceBenchmark.Electrodes.Count * sizes.Length);
        int done = 0;
        progress.Report(new("one training", 0));
        (double pulse, double conductance, double simulated) = benchmark.Training();
        foreach (int cells in sizes)
        {
            foreach (int electrodes in ConductanceBenchmark.Electrodes)
            {
                progress.Report(new($"{electrodes} electrodes, {cells} cells", ++done / pieces));
                rows.Add(benchmark.Run(electrodes, cells, withPeer: true));
            }
        }

        string training = string.Create(
            CultureInfo.InvariantCulture,
            $"one training of four nodes (niu2024, + - + -, 5 V): {pulse:0.00} s for {simulated * 1e9:0} ns of film time, then G in "
            + $"{conductance:0.000} s");
        return new(
            "One conductance matrix beside a sparse direct solver",
            [
                Table(rows),
                .. DirectConductance.IsInstalled
                    ? Array.Empty<StudySection>()
                    : [new StudyLine("UMFPACK is not installed: no peer. On Debian: apt-get install libumfpack5")],
                new StudyLine(training),
            ]);
    }

    private static StudyTable Table(List<ConductanceRow> rows) => new(
        "",
        [
            "N", "cells", "cold s", "iterations", "warm s", "iterations", "2 threads s", "B a cell", "UMFPACK s", "÷ cold", "÷ warm",
            "B a cell", "difference",
        ],
        [
            .. rows.Select(r => (Words[])
            [
                Text(r.Electrodes, "0"), $"{r.CellsX}×{r.CellsY}", Text(r.Cold, "0.0000"), Text(
                    r.ColdIterations, "0.0"), Text(r.Warm, "0.0000"),
                Text(r.WarmIterations, "0.0"), Text(r.WarmTwo, "0.0000"), Text(r.BytesPerCell, "0"), Text(r.Direct, "0.000"),
                Text(r.Direct / r.Cold, "0.0"), Text(r.Direct / r.Warm, "0.0"), Text(
                    r.DirectBytesPerCell, "0"), Text(r.Difference, "0.0e+0"),
            ]),
        ])
    {
        Caption = "N electrodes; cold: first G of a film with its preconditioner; warm: after a local turn of the magnetisation by up to "
            + "6°, from the last "
            + "solution; UMFPACK: factor and all electrodes, one thread; iterations: mean of an electrode",
        TextColumns = 0,
        Width = 150,
        IsUnbroken = true,
    };
}
