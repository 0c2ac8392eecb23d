using MagHopfield.Experiments.EndToEnd;
using MagHopfield.Experiments.Niu2024;

namespace MagHopfield.Cli;

/// <summary>Shows how far an end-to-end run is.</summary>
/// <param name="progress">Shows it.</param>
internal sealed class ProgressObserver(IProgress<ExperimentProgress> progress) : IEndToEndObserver
{
    /// <inheritdoc/>
    public void Report(string activity, double fraction) => progress.Report(new ExperimentProgress(activity, fraction));
}
