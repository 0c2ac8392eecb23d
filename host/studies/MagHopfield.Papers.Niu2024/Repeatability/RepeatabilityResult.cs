using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Repeatability;

/// <summary>How well a film repeats itself when it is switched between patterns.</summary>
/// <param name="Film">The film.</param>
/// <param name="Visits">G in siemens of each pattern (in the order of <see cref="WiringGeometry.All"/>) at each of its visits.</param>
public sealed record RepeatabilityResult(FilmParameters Film, IReadOnlyList<IReadOnlyList<ConductanceMatrix>> Visits)
{
    /// <summary>Mean of an element over the visits of a pattern, in siemens.</summary>
    /// <param name="pattern">Number of the pattern.</param>
    /// <param name="pair">Number of the pair.</param>
    public double Mean(int pattern, int pair) => Visits[pattern].Average(g => g.ToPairs()[pair]);

    /// <summary>Standard deviation of an element over the visits of a pattern, in siemens.</summary>
    /// <param name="pattern">Number of the pattern.</param>
    /// <param name="pair">Number of the pair.</param>
    public double Scatter(int pattern, int pair)
    {
        double mean = Mean(pattern, pair);
        return Math.Sqrt(Visits[pattern].Sum(g => Math.Pow(g.ToPairs()[pair] - mean, 2)) / (Visits[pattern].Count - 1));
    }

    /// <summary>Range of an element over the patterns' means, in siemens.</summary>
    /// <param name="pair">Number of the pair.</param>
    public double Range(int pair)
    {
        double[] means = [.. Enumerable.Range(0, Visits.Count).Select(p => Mean(p, pair))];
        return means.Max() - means.Min();
    }

    /// <summary>Largest scatter of any element in any pattern over that element's range.</summary>
    public double LargestRelativeScatter =>
        (
            from p in Enumerable.Range(0, Visits.Count)
            from k in Enumerable.Range(
                0, Visits[0][0].PairCount)
            select Scatter(p, k) / Range(k)).Max();

    /// <summary>Root mean square of scatter over range, all elements and patterns.</summary>
    public double MeanRelativeScatter => Math.Sqrt(
        (
            from p in Enumerable.Range(0, Visits.Count)
            from k in Enumerable.Range(0, Visits[0][0].PairCount)
            select Math.Pow(
                Scatter(p, k) / Range(k), 2)).Average());

    /// <summary>For each round, how many patterns lie lowest with that round's own reference.</summary>
    public IReadOnlyList<int> LearnedByRound => [.. Enumerable.Range(0, Visits[0].Count).Select(round =>
    {
        ReferenceConductance reference = new();
        foreach (IReadOnlyList<ConductanceMatrix> visits in Visits)
            reference.Include(visits[round]);

        ConductanceMatrix average = reference.Average();
        Pattern[] patterns = WiringGeometry.All(Film.NodeCount);
        return patterns.Where(
            (p, k) => EnergyLandscape.Of(WeightMatrix.FromConductance(Visits[k][round], average), p).IsLearned).Count();
    })];
}
