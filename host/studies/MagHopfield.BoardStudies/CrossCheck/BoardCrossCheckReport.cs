using System.Globalization;
using System.Text.Json.Serialization;
using MagHopfield.BoardStudies.Agreement;
using MagHopfield.FilmStudies.Json;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>The report of a cross-check: one HTML page, and the same as JSON.</summary>
public static class BoardCrossCheckReport
{
    /// <summary>The record of a cross-check.</summary>
    /// <param name="result">Result.</param>
    public static StudyRecord Of(BoardCrossCheckResult result) =>
        new("Board and simulator, element by element", [new StudyPage(page => Body(page, result)), new StudyProvenance()])
        {
            Data = StudyData.All(Data(result), BoardCrossCheckJson.Default),
            Passes = result.Passes,
        };

    private static void Body(HtmlPage page, BoardCrossCheckResult result)
    {
        page.Paragraph(
            $"<span class=\"lead\">{HtmlPage.Encode(result.Board)}, by SCPI alone, beside the simulator with the film "
            + $"<b>{HtmlPage.Encode(result.FilmName)}</b>: "
            + $"the same pulses in the same order (Niu et al., PNAS 2024). Budget of an element of G: {Percent(result.Budget)} of the "
            + $"largest element of its two rows; largest error {Percent(result.LargestError)}: "
            + $"{Verdict(result.Passes, "pass", "FAIL")}.</span>");
        foreach (string reason in result.Reasons)
            page.Paragraph($"<span class=\"fail\">{HtmlPage.Encode(reason)}</span>");
        if (result.Currents.Count > 0)
            WholeExperimentReport.Add(page, result);
        for (int k = 0; k < result.Lessons.Count; k++)
            Lesson(page, result.Lessons[k], k + 1);
        page.Heading("Reference: the range of each element over the calibration");
        page.Table(RowHeader, Cells(result.ReferenceMinimum, "min ").Concat(Cells(result.ReferenceMaximum, "max ")));
    }

    private static Dictionary<string, object> Data(BoardCrossCheckResult result) => new()
    {
        ["board"] = result.Board,
        ["film"] = result.FilmName,
        ["budget_relative"] = result.Budget,
        ["reference_minimum_S"] = result.ReferenceMinimum.ToArray(),
        ["reference_maximum_S"] = result.ReferenceMaximum.ToArray(),
        ["reasons"] = result.Reasons.ToArray(),
        ["gates"] = result.Gates.ToArray(),
        ["lessons"] = result.Lessons.Select(l => new Dictionary<string, object>
        {
            ["pattern"] = l.Training.Pattern.ToString(),
            ["passes"] = l.Passes,
            ["conductance_S"] = l.Rows.ToArray(),
            ["weights_S"] = l.Weights.ToArray(),
            ["energies_board_W"] = l.BoardEnergies.ToArray(),
            ["energies_simulator_W"] = l.SimulatedEnergies.ToArray(),
            ["recalls"] = l.Recalls.ToArray(),
            ["measurement_s"] = l.Measurement.Seconds,
        }).ToArray(),
    };

    internal static readonly string[] RowHeader =
        ["element", "board (mS)", "simulator (mS)", "difference (µS)", "stated σ (µS)", "of the element", "of its rows", "verdict"];

    private static void Lesson(HtmlPage page, BoardLesson lesson, int number)
    {
        page.Heading($"Trained “{lesson.Training.Pattern}”");
        page.Figures(
            (
                $"agreement{number}",
                AgreementPlot.Draw(lesson.Rows),
                "Board minus simulator, each element relative to the largest of its two rows; dashed: the budget; whiskers: standard error "
                + "that the board states."),
            (
                $"energy{number}",
                EnergyDiagram.Draw(lesson.BoardEnergies, lesson.Training.Pattern),
                "Energies that the board states; red: the trained pattern and its negative."));
        page.Table(RowHeader, Cells(lesson.Rows, ""));
        page.Table(
            ["weight", "board (µS)", "simulator (µS)", "difference (µS)", "allowed (µS)", "verdict"],
            lesson.Weights.Select(w => (IReadOnlyList<string>)
            [
                $"w<sub>{w.Pair}</sub>",
                Number(1e6 * w.Board, "0.00"),
                Number(1e6 * w.Simulated, "0.00"),
                Number(1e6 * (w.Board - w.Simulated), "0.00"),
                Number(1e6 * w.Tolerance, "0.00"),
                Verdict(w.Passes, "pass", "FAIL"),
            ]));
        string energies = $"Energies of all states differ by at most {Number(1e6 * lesson.LargestEnergyError, "0.0")} µS·V² (allowed: "
            + $"{Number(1e6 * lesson.EnergyTolerance, "0.0")}).";
        if (lesson.Recalls.Any(r => r.Mode != nameof(RecallMode.SteepestDescent)))
        {
            page.Paragraph(energies);
            return;
        }

        page.Paragraph(
            $"{energies} Recalls from every flipped node: {lesson.Recalls.Count(r => r.Agrees)} of {lesson.Recalls.Count} end where the "
            + $"simulator's do, {lesson.Recalls.Count(r => r.IsRight)} in the trained pattern or its negative.");
        page.Table(
            ["start", "board", "simulator", "verdict"],
            lesson.Recalls.Select(
                r => (IReadOnlyList<string>)[Signs(r.Start), Signs(r.Board), Signs(r.Simulated), Verdict(r.Agrees, "same", "OTHER")]));
    }

    internal static IEnumerable<IReadOnlyList<string>> Cells(IReadOnlyList<CrossCheckRow> rows, string prefix) =>
        rows.Select(r => (IReadOnlyList<string>)
    [
        $"{prefix}G<sub>{r.Pair}</sub>",
        Number(1e3 * r.Measured, "0.0000"),
        Number(1e3 * r.Simulated, "0.0000"),
        Number(1e6 * r.AbsoluteError, "0.00"),
        r.StandardError > 0 ? Number(1e6 * r.StandardError, "0.00") : "",
        Percent(r.RelativeError),
        Percent(r.ErrorOfRows),
        Verdict(r.Passes, "pass", "FAIL"),
    ]);

    private static string Signs(string pattern) => pattern.Replace('-', '−');

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Percent(double ratio) => Number(100 * ratio, "0.0000") + " %";

    internal static string Verdict(bool good, string yes, string no) =>
        $"<span class=\"{(good ? "pass" : "fail")}\">{(good ? yes : no)}</span>";
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    IncludeFields = true,
    Converters = [typeof(ShapeJson), typeof(PatternJson)])]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(Dictionary<string, object>[]))]
[JsonSerializable(typeof(CrossCheckRow[]))]
[JsonSerializable(typeof(WeightRow[]))]
[JsonSerializable(typeof(RecallRow[]))]
[JsonSerializable(typeof(BoardGateRow[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(bool))]
internal sealed partial class BoardCrossCheckJson : JsonSerializerContext;
