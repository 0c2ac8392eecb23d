using System.Numerics;
using MagHopfield.Studies;
using MagHopfield.Studies.Numbers;
using MagHopfield.Studies.Records;
using static MagHopfield.Bench.BenchParameters;

namespace MagHopfield.Bench.Current;

/// <summary>What one evaluation of the motion of a chiral film under a current costs, term by term, as a study.</summary>
public sealed class CurrentBench : Study
{
    private static readonly int[] Sizes = [64, 96];

    private static readonly StudyParameter<Quantity> EachSeconds = Seconds("piece of work");

    /// <inheritdoc/>
    public override string Name => "bench current";

    /// <inheritdoc/>
    public override string Summary => "Time one evaluation of dm/dt of a chiral film under a current, term by term, on one thread.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [EachSeconds];

    /// <inheritdoc/>
    public override bool IsMeasured => true;

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        List<Words[]> rows = [];
        foreach (int size in Sizes)
        {
            context.Progress.Report(new($"{size}×{size}", (double)rows.Count / (2 * Sizes.Length)));
            rows.Add(Row<float>("single", size, context));
            rows.Add(Row<double>("double", size, context));
        }

        StudyTable table = new("", ["cells", "precision", "dm/dt", .. CurrentCase<float>.Parts], [.. rows])
        {
            Caption = "ns a cell and evaluation on one thread: dm/dt with all terms, and what each adds to those left of it; the film is a "
                + "full box of one region with open edges",
            TextColumns = 2,
            Width = 140,
        };
        return new("One evaluation of a chiral film under a current", [table]);
    }

    private static Words[] Row<T>(string precision, int size, StudyContext context)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using CurrentCase<T> film = new(size);
        double[] medians = Stopclock.InterleavedMedians(context.Of(EachSeconds).Value, context.Cancellation, film.Evaluations);
        double[] each = [.. medians.Select((time, i) => 1e9 * (i == 0 ? time : time - medians[i - 1]) / (size * size))];
        return [$"{size}×{size}", precision, Text(each.Sum(), "0.00"), .. each.Select(ns => (Words)Text(ns, "0.00"))];
    }
}
