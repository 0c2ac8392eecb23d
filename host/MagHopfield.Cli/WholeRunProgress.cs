using MagHopfield.Model.Problems;
using MagHopfield.Model.Running;

namespace MagHopfield.Cli;

/// <summary>The progress of all stages of a run as one.</summary>
/// <param name="progress">Shows it.</param>
/// <param name="stages">The stages.</param>
internal sealed class WholeRunProgress(IProgress<StudyProgress> progress, IReadOnlyList<StageParameters> stages) : IRunObserver
{
    private readonly StageShares _shares = new(stages);

    /// <inheritdoc/>
    public void Report(int stage, int count, string activity, double fraction) =>
        progress.Report(new StudyProgress($"{stage}/{count} {activity}", _shares.Whole(stage, fraction)));
}
