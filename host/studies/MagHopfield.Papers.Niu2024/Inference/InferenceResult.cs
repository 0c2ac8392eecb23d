using MagHopfield.Film.Parameters;

namespace MagHopfield.Papers.Niu2024.Inference;

/// <summary>What came of inference by measured currents.</summary>
/// <param name="Film">The film.</param>
/// <param name="Factors">ξ tried.</param>
/// <param name="Windows">Patterns learned by ξ, for each AMR ratio.</param>
/// <param name="Recalls">Recalls from distorted patterns.</param>
public sealed record InferenceResult(
    FilmParameters Film, IReadOnlyList<double> Factors, IReadOnlyList<InferenceWindow> Windows, IReadOnlyList<RecallStatistics> Recalls);
