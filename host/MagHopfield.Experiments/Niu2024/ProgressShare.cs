namespace MagHopfield.Experiments.Niu2024;

/// <summary>Progress of a part as progress of the whole.</summary>
/// <param name="whole">Is told how far the whole is.</param>
/// <param name="name">Put before every activity; may be empty.</param>
/// <param name="from">Share of the whole done before the part, 0 … 1.</param>
/// <param name="to">Share done after it.</param>
internal sealed class ProgressShare(IProgress<ExperimentProgress> whole, string name, double from, double to) : IProgress<ExperimentProgress>
{
    /// <summary>The share of a progress that may be null.</summary>
    public static IProgress<ExperimentProgress>? Of(IProgress<ExperimentProgress>? whole, string name, double from, double to) =>
        whole is null ? null : new ProgressShare(whole, name, from, to);

    /// <inheritdoc/>
    public void Report(ExperimentProgress value) =>
        whole.Report(new ExperimentProgress(name.Length > 0 ? $"{name}: {value.Activity}" : value.Activity, from + value.Fraction * (to - from)));
}
