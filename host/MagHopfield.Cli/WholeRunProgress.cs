using MagHopfield.Experiments.Niu2024;
using MagHopfield.Problems.Parameters;
using MagHopfield.Problems.Running;

namespace MagHopfield.Cli;

/// <summary>The progress of all stages of a run as one.</summary>
/// <param name="progress">Shows it.</param>
/// <param name="stages">The stages.</param>
internal sealed class WholeRunProgress(IProgress<ExperimentProgress> progress, IReadOnlyList<StageParameters> stages) : IRunObserver
{
    private readonly StageShares _shares = new(stages);

    /// <inheritdoc/>
    public void Report(int stage, int count, string activity, double fraction) =>
        progress.Report(new ExperimentProgress($"{stage}/{count} {activity}", _shares.Whole(stage, fraction)));
}
