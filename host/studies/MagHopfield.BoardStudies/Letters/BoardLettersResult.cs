using MagHopfield.Papers.Niu2024.Letters.Figure5;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.Letters;

/// <summary>Letters taught to a film behind the virtual board, recalled by the instrument from weights it measured.</summary>
/// <param name="Parameters">Film, letters and protocol; its first seed is the film's.</param>
/// <param name="LargestError">Largest error of a measured element of G, relative to the largest element of its two rows.</param>
/// <param name="RmsError">Root mean square of these errors.</param>
/// <param name="Readings">Readings of one measurement.</param>
/// <param name="BoardSeconds">Board time of one measurement in seconds.</param>
/// <param name="Measured">Score of the instrument's recalls from measured weights, one flipped pixel.</param>
/// <param name="Simulated">Score of the same images from the simulator's own G.</param>
/// <param name="SameEnd">Images for which both recalls end in the same state.</param>
/// <param name="Examples">
/// For every letter: a distorted image, what the instrument recalled, and what its panel of 8×8 LEDs shows then.
/// </param>
public sealed record BoardLettersResult(
    Figure5Parameters Parameters,
    double LargestError,
    double RmsError,
    int Readings,
    double BoardSeconds,
    RecallScore Measured,
    RecallScore Simulated,
    int SameEnd,
    IReadOnlyList<(Pattern Distorted, Pattern Recalled, IReadOnlyList<string> Panel)> Examples);
