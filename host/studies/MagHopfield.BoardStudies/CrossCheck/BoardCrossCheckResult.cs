using System.Globalization;
using MagHopfield.BoardStudies.Agreement;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>A protocol on board and simulator.</summary>
/// <param name="Board">The board's answer to *IDN?.</param>
/// <param name="FilmName">Film of the simulator.</param>
/// <param name="Budget">Largest error of an element of G that passes, as a share of the largest element of its two rows.</param>
/// <param name="ReferenceMinimum">Smallest value of each element in the calibration, by element.</param>
/// <param name="ReferenceMaximum">Largest value of each element in the calibration, by element.</param>
/// <param name="Lessons">Lessons in order.</param>
/// <param name="Findings">Faults that the board's self-test found before; none where it was not asked for.</param>
/// <param name="Currents">Ways to recall by measured currents.</param>
/// <param name="Gates">Gates; none where the protocol has none.</param>
public sealed record BoardCrossCheckResult(
    string Board,
    string FilmName,
    double Budget,
    IReadOnlyList<CrossCheckRow> ReferenceMinimum,
    IReadOnlyList<CrossCheckRow> ReferenceMaximum,
    IReadOnlyList<BoardLesson> Lessons,
    IReadOnlyList<string> Findings,
    IReadOnlyList<CurrentRecall> Currents,
    IReadOnlyList<BoardGateRow> Gates)
{
    /// <summary>Whether everything agrees.</summary>
    public bool Passes => Reasons.Count == 0;

    /// <summary>What does not agree, a line each.</summary>
    public IReadOnlyList<string> Reasons =>
    [
        .. Findings.Select(f => "self-test: " + f),
        .. ReferenceMinimum.Where(r => !r.Passes).Select(r => Element("smallest in the calibration", r)),
        .. ReferenceMaximum.Where(r => !r.Passes).Select(r => Element("largest in the calibration", r)),
        .. Lessons.SelectMany(Of),
        .. Gates.SelectMany(Of),
    ];

    /// <summary>Largest error of an element of G, relative to the largest element of its two rows, calibration included.</summary>
    public double LargestError =>
        ReferenceMinimum.Concat(ReferenceMaximum).Concat(
            Lessons.SelectMany(l => l.Rows)).Concat(Gates.SelectMany(g => g.Rows)).Max(r => Math.Abs(r.ErrorOfRows));

    private static IEnumerable<string> Of(BoardLesson lesson)
    {
        string after = $"after \"{lesson.Training.Pattern}\"";
        foreach (CrossCheckRow row in lesson.Rows.Where(r => !r.Passes))
            yield return Element(after, row);

        foreach (WeightRow weight in lesson.Weights.Where(w => !w.Passes))
        {
            yield return $"{after}: w{weight.Pair} is {Micro(weight.Board)} on the board, {Micro(weight.Simulated)} in the simulator, "
                + $"allowed {Micro(weight.Tolerance)}";
        }

        if (lesson.LargestEnergyError > lesson.EnergyTolerance)
            yield return $"{after}: an energy differs by {Micro(lesson.LargestEnergyError)}·V², allowed {Micro(lesson.EnergyTolerance)}·V²";

        foreach (RecallRow recall in lesson.Recalls.Where(r => !r.Passes))
        {
            yield return $"{after}: {recall.Method}, {recall.Mode}: \"{recall.Start}\" becomes \"{recall.Board}\" on the board, "
                + $"\"{recall.Simulated}\" in the simulator";
        }
    }

    private static IEnumerable<string> Of(BoardGateRow gate)
    {
        foreach (CrossCheckRow row in gate.Rows.Where(r => !r.Passes))
            yield return Element($"trained {gate.Gate}", row);

        if (gate.Rows.All(r => r.Passes) && !gate.Passes)
        {
            yield return $"gate {gate.Gate}: control {gate.BoardControl}, table {gate.BoardTable ?? "undecided"} on the board; "
                + $"{gate.SimulatedControl}, "
                + $"{gate.SimulatedTable ?? "undecided"} in the simulator";
        }
    }

    private static string Element(string when, CrossCheckRow r) =>
        $"{when}: G{r.Pair} is {Micro(r.Measured)} on the board, {Micro(r.Simulated)} in the simulator, allowed {Micro(r.Tolerance)}";

    private static string Micro(double siemens) => (1e6 * siemens).ToString("0.00", CultureInfo.InvariantCulture) + " µS";
}
