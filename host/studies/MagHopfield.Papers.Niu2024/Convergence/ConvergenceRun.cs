using MagHopfield.Film.Parameters;

namespace MagHopfield.Papers.Niu2024.Convergence;

/// <summary>All reported numbers of one computation.</summary>
/// <param name="Name">What is finer in it.</param>
/// <param name="Film">The film with its mesh, step error and tolerances.</param>
/// <param name="Values">The numbers, in the same order in every run.</param>
/// <param name="Seconds">Wall time in seconds.</param>
public sealed record ConvergenceRun(string Name, FilmParameters Film, IReadOnlyList<ConvergenceValue> Values, double Seconds);
