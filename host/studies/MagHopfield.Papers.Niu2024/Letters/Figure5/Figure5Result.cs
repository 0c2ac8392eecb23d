using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Figure5;

/// <summary>What Fig. 5 shows of one set.</summary>
/// <param name="Parameters">What was run.</param>
/// <param name="Histories">Training of each seed.</param>
/// <param name="Weights">[seed][epoch − 1].</param>
/// <param name="Epochs">[seed][epoch − 1]: score at one flip.</param>
/// <param name="Final">[flips − 1][seed]: score after the last epoch.</param>
/// <param name="FixedPoints">Letters that are fixed points after the last epoch, each seed.</param>
/// <param name="Rules">The computed rules on the same images.</param>
public sealed record Figure5Result(
    Figure5Parameters Parameters,
    IReadOnlyList<LetterHistory> Histories,
    IReadOnlyList<IReadOnlyList<WeightMatrix>> Weights,
    IReadOnlyList<IReadOnlyList<RecallScore>> Epochs,
    IReadOnlyList<IReadOnlyList<RecallScore>> Final,
    IReadOnlyList<int> FixedPoints,
    IReadOnlyList<RuleScore> Rules)
{
    /// <summary>
    /// What letters become when recalled from their clean images after an epoch: the attractors that the film has made of them.
    /// </summary>
    /// <param name="seed">Index of the seed.</param>
    /// <param name="epoch">Epoch, from 1.</param>
    public IReadOnlyList<Pattern> Attractors(int seed, int epoch)
    {
        HopfieldRecall network = new(Weights[seed][epoch - 1], 0);
        return [.. Parameters.Set.Patterns.Select(p => network.Synchronous(p, 200).State)];
    }

    /// <summary>Mean and standard deviation over the seeds of a quantity at a number of flips.</summary>
    /// <param name="flips">1 … 7.</param>
    /// <param name="quantity">Of a score, as its similarity.</param>
    public (double Mean, double Deviation) Over(int flips, Func<RecallScore, double> quantity) => Spread(Final[flips - 1], quantity);

    /// <summary>Mean and standard deviation over the seeds of a quantity after an epoch, at one flip.</summary>
    /// <param name="epoch">Epoch, from 1.</param>
    /// <param name="quantity">Of a score.</param>
    public (double Mean, double Deviation) After(int epoch, Func<RecallScore, double> quantity) =>
        Spread([.. Epochs.Select(e => e[epoch - 1])], quantity);

    private static (double Mean, double Deviation) Spread(IReadOnlyList<RecallScore> scores, Func<RecallScore, double> quantity)
    {
        double mean = scores.Average(quantity);
        double squares = scores.Sum(s => (quantity(s) - mean) * (quantity(s) - mean));
        return (mean, scores.Count > 1 ? Math.Sqrt(squares / (scores.Count - 1)) : 0);
    }
}
