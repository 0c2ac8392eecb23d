using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;

namespace MagHopfield.Papers.Niu2024.Surrogate;

/// <summary>A film and Oja's rule fitted to it.</summary>
/// <param name="Film">The film.</param>
/// <param name="Surrogate">The fit, with its errors.</param>
/// <param name="Fitted">The record it was fitted to.</param>
/// <param name="HeldOut">The record it was tried on.</param>
/// <param name="Learned">Patterns lowest in energy after long pulses, of seven: film, surrogate.</param>
public sealed record SurrogateResult(
    FilmParameters Film, OjaSurrogate Surrogate, LearningRecord Fitted, LearningRecord HeldOut, (int Film, int Surrogate) Learned);
