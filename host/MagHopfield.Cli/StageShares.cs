using MagHopfield.Model.Problems;

namespace MagHopfield.Cli;

/// <summary>What share of a run its stages are: by their simulated time; where there is none, all alike.</summary>
/// <param name="stages">The stages.</param>
internal sealed class StageShares(IReadOnlyList<StageParameters> stages)
{
    private readonly double _duration = stages.Sum(s => s.Duration);

    /// <summary>Share of the whole run that is done.</summary>
    /// <param name="stage">Number of the stage at work, from 1.</param>
    /// <param name="fraction">Share of it that is done, 0 to 1.</param>
    public double Whole(int stage, double fraction) => stages.Take(stage - 1).Sum(Weight) + (fraction * Weight(stages[stage - 1]));

    private double Weight(StageParameters stage) => _duration > 0 ? stage.Duration / _duration : 1.0 / stages.Count;
}
