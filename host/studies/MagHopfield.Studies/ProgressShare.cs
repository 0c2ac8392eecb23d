namespace MagHopfield.Studies;

/// <summary>Progress of a part as progress of the whole.</summary>
/// <param name="whole">Is told how far the whole is.</param>
/// <param name="name">Put before every activity; may be empty.</param>
/// <param name="from">Share of the whole done before the part, 0 … 1.</param>
/// <param name="to">Share done after it.</param>
public sealed class ProgressShare(IProgress<StudyProgress>? whole, string name, double from, double to) : IProgress<StudyProgress>
{
    /// <summary>The share of a progress that may be null.</summary>
    /// <param name="whole">Is told how far the whole is, or null.</param>
    /// <param name="name">Put before every activity; may be empty.</param>
    /// <param name="from">Share of the whole done before the part, 0 … 1.</param>
    /// <param name="to">Share done after it.</param>
    public static IProgress<StudyProgress>? Of(IProgress<StudyProgress>? whole, string name, double from, double to) =>
        whole is null ? null : new ProgressShare(whole, name, from, to);

    /// <inheritdoc/>
    public void Report(StudyProgress value) =>
        whole?.Report(
            new StudyProgress(name.Length > 0 ? $"{name}: {value.Activity}" : value.Activity, from + value.Fraction * (to - from)));
}
