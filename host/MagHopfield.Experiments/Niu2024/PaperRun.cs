using MagHopfield.Film.Parameters;
using MagHopfield.Store;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>What an experiment of a paper runs with.</summary>
/// <param name="Film">The film.</param>
/// <param name="Store">What a long experiment has done so far is kept there, and taken up again.</param>
/// <param name="Progress">Is told how far the run is, or null.</param>
/// <param name="Cancellation">Ends it early.</param>
public sealed record PaperRun(FilmParameters Film, ResultStore Store, IProgress<ExperimentProgress>? Progress, CancellationToken Cancellation)
{
    /// <summary>Number of random devices of the spread.</summary>
    public int Devices { get; init; } = 100;

    /// <summary>Devices simulated at the same time.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The same run as the part of a larger one.</summary>
    /// <param name="name">Put before every activity.</param>
    /// <param name="from">Share of the larger run done before it, 0 … 1.</param>
    /// <param name="to">Share done after it.</param>
    public PaperRun Part(string name, double from, double to) => this with
    {
        Progress = ProgressShare.Of(Progress, name, from, to),
    };
}
