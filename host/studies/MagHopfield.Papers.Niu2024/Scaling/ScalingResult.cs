namespace MagHopfield.Papers.Niu2024.Scaling;

/// <summary>Cost, locality and capacity against the number of nodes.</summary>
/// <param name="Parameters">What was run.</param>
/// <param name="Sizes">One entry for each number of nodes.</param>
/// <param name="Scores">All scores.</param>
public sealed record ScalingResult(ScalingParameters Parameters, IReadOnlyList<ScalingSize> Sizes, IReadOnlyList<ScalingScore> Scores)
{
    /// <summary>Names of the networks: the film first, then the computed rules.</summary>
    public IReadOnlyList<string> Networks => [.. Scores.Select(s => s.Network).Distinct()];

    /// <summary>Numbers of patterns a network was tested with, in rising order.</summary>
    public IReadOnlyList<int> PatternCounts(int nodes, PatternKind kind, string network) =>
        [.. Of(nodes, kind, network).Select(s => s.Patterns).Distinct().Order()];

    /// <summary>Mean and standard deviation over the seeds.</summary>
    /// <param name="nodes">N.</param>
    /// <param name="kind">Kind of patterns.</param>
    /// <param name="network">Name.</param>
    /// <param name="patterns">M.</param>
    /// <param name="quantity">Of a score.</param>
    public (double Mean, double Deviation) Over(
        int nodes, PatternKind kind, string network, int patterns, Func<ScalingScore, double> quantity)
    {
        double[] values = [.. Of(nodes, kind, network).Where(s => s.Patterns == patterns).Select(quantity)];
        double mean = values.Average();
        return (mean, values.Length > 1 ? Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1)) : 0);
    }

    /// <summary>
    /// The capacity: the largest tested M up to which, at every tested M, the mean share of fixed patterns is at least
    /// <see cref="ScalingParameters.StoredShare"/>; 0 if not even one pattern is kept.
    /// </summary>
    public int Capacity(int nodes, PatternKind kind, string network) => PatternCounts(nodes, kind, network)
        .TakeWhile(m => Over(nodes, kind, network, m, s => s.Fixed).Mean >= ScalingParameters.StoredShare).DefaultIfEmpty(0).Last();

    /// <summary>Whether the capacity is the largest number tested, and so may be larger.</summary>
    public bool IsBound(int nodes, PatternKind kind, string network) =>
        Capacity(nodes, kind, network) == PatternCounts(nodes, kind, network)[^1];

    private IEnumerable<ScalingScore> Of(int nodes, PatternKind kind, string network) =>
        Scores.Where(s => s.Nodes == nodes && s.Kind == kind && s.Network == network);
}
