using MagHopfield.Experiments.CrossCheck;

namespace MagHopfield.Experiments.BoardCrossCheck;

/// <summary>A protocol on board and simulator.</summary>
/// <param name="Board">The board's answer to *IDN?.</param>
/// <param name="FilmName">Film of the simulator.</param>
/// <param name="Budget">Largest error of an element of G that passes, as a share of the largest element of its two rows.</param>
/// <param name="ReferenceMinimum">Smallest value of each element in the calibration, by element.</param>
/// <param name="ReferenceMaximum">Largest value of each element in the calibration, by element.</param>
/// <param name="Lessons">Lessons in order.</param>
public sealed record BoardCrossCheckResult(
    string Board,
    string FilmName,
    double Budget,
    IReadOnlyList<CrossCheckRow> ReferenceMinimum,
    IReadOnlyList<CrossCheckRow> ReferenceMaximum,
    IReadOnlyList<BoardLesson> Lessons)
{
    /// <summary>Whether everything agrees.</summary>
    public bool Passes => ReferenceMinimum.Concat(ReferenceMaximum).All(r => r.Passes) && Lessons.All(l => l.Passes);

    /// <summary>Largest error of an element of G, relative to the largest element of its two rows, calibration included.</summary>
    public double LargestError => ReferenceMinimum.Concat(ReferenceMaximum).Concat(Lessons.SelectMany(l => l.Rows)).Max(r => Math.Abs(r.ErrorOfRows));
}
