using MagHopfield.Film.Learning;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.FourNodes;

/// <summary>A film after one training pulse, and how it kept what it learned.</summary>
/// <param name="Pattern">Trained pattern.</param>
/// <param name="Pulse">What the pulse took.</param>
/// <param name="Stages">The film right after the pulse, then after each time at zero field.</param>
/// <param name="GoldCurrent">Sheet current density of the gold layer under the pulse in A/m: x, y of each cell.</param>
/// <param name="FilmCurrent">
/// Sheet current density of the film measured with the pattern's signs at ±1 V, right after the pulse, in A/m.
/// </param>
public sealed record LearnedPattern(
    Pattern Pattern, IntegratedPulse Pulse, IReadOnlyList<FilmStage> Stages, double[][] GoldCurrent, double[][] FilmCurrent);
