namespace MagHopfield.Papers.Niu2024.Scaling;

/// <summary>What one network makes of one set of patterns.</summary>
/// <param name="Nodes">Number of nodes N.</param>
/// <param name="Kind">Kind of patterns.</param>
/// <param name="Patterns">Number of patterns M.</param>
/// <param name="Seed">Seed of patterns and film.</param>
/// <param name="Network">"film", or the name of a computed rule.</param>
/// <param name="Fixed">Share of the patterns that are fixed points, 0 … 1.</param>
/// <param name="Similarity">Share of distorted images told apart by the paper's similarity, 0 … 1.</param>
/// <param name="ExactRecall">Share of distorted images recalled to the last node, 0 … 1.</param>
/// <param name="NoRecall">Similarity score of the distorted images themselves, 0 … 1.</param>
public sealed record ScalingScore(
    int Nodes, PatternKind Kind, int Patterns, int Seed, string Network, double Fixed, double Similarity, double ExactRecall,
    double NoRecall);
