using System.Globalization;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.EndToEnd;

/// <summary>What the terminal shows after the demo: the LED panel of every recall, the cross-check, and a line a training.</summary>
internal static class DemoSummary
{
    private const int RecallsInARow = 4;

    /// <summary>The summary.</summary>
    /// <param name="result">Result.</param>
    public static IEnumerable<StudySection> Of(EndToEndResult result)
    {
        foreach (TrainingResult t in result.Trainings)
        {
            yield return new StudyLine();
            yield return new StudyHeading("trained ", new Words(t.Training.Pattern.ToString(), Tone.Strong));

            // One cell a start: distorted pattern, arrow, what the panel showed. Recalls by steepest descent; the report has all.
            yield return new StudyGrid([.. t.Of(RecallMode.SteepestDescent).Select(r => Cell(r, result.Columns))], RecallsInARow);
            yield return CrossCheck(t);
            yield return new StudyLine(
                "energy minimum: ", Words.Verdict(t.MinimumIsTrained, "the trained pattern and its negative", "another state"),
                $", next state {Format(1e3 * t.Margin, "0.000")} mS·V² above;"
                + $" recalled from one flip: {t.Of(RecallMode.SteepestDescent).Count(r => r.Right)} of "
                + $"{t.Of(RecallMode.SteepestDescent).Count()};"
                + " cross-check: ",
                Words.Verdict(t.CrossCheck.Passes, "pass", "FAIL"));
        }

        foreach (var hazard in result.Hazards)
            yield return new StudyLine(new Words("hazard", Tone.Bad), $" {hazard}");
        yield return new StudyLine();
    }

    private static Words[] Cell(RecallOutcome recall, int columns)
    {
        List<Words> cell = [];
        int[][] rows = [.. Enumerable.Range(0, recall.Start.Length).Chunk(columns)];
        for (int r = 0; r < rows.Length; r++)
        {
            cell.AddRange(
                [
                    r > 0 ? "\n" : "",
                    .. Leds(recall.Start, rows[r]), $"  {(r == rows.Length / 2 ? "→" : " ")}  ",
                    .. Leds(recall.OnPanel, rows[r]),
                ]);
            if (r == 0)
                cell.AddRange([" ", Words.Verdict(recall.Right, recall.SameSign ? "✓" : "✓−", "✗")]);
        }

        return [.. cell];
    }

    private static IEnumerable<Words> Leds(Pattern pattern, int[] nodes) =>
        nodes.SelectMany((k, i) => (Words[])[i > 0 ? " " : "", pattern[k] > 0 ? new("●", Tone.Bad) : new("○", Tone.Faint)]);

    private static StudyTable CrossCheck(TrainingResult training) => new(
        "", ["element", "measured mS", "simulator mS", "error µS", "of its rows", ""],
        [
            .. training.CrossCheck.Rows.Select(row => (Words[])
            [
                "G"
                    + row.Pair, Format(1e3 * row.Measured, "0.0000"), Format(1e3 * row.Simulated, "0.0000"), Format(
                        1e6 * row.AbsoluteError, "0.00"),
                Format(100 * row.ErrorOfRows, "0.0000") + " %", Words.Verdict(row.Passes, "pass", "FAIL"),
            ]),
        ])
    { LastIsText = true };

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
