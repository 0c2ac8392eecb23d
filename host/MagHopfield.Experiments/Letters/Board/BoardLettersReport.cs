using MagHopfield.Experiments.Niu2024;
using MagHopfield.Experiments.Report;
using MagHopfield.Film.Parameters;
using MagHopfield.Reports;

namespace MagHopfield.Experiments.Letters;

/// <summary>Letters behind the virtual board, beside the simulator's own.</summary>
public static class BoardLettersReport
{
    // Niu 2024, "Scaling up": 97 %.
    private const double PaperAccuracy = 0.97;
    private const double Budget = 5e-4;

    /// <summary>Makes the report.</summary>
    /// <param name="result">The result.</param>
    public static PaperReport Of(BoardLettersResult result)
    {
        Figure5Parameters p = result.Parameters;
        FilmParameters film = (p.Film with { Seed = p.Seeds[0] }).ToFilm();
        return new PaperReport(
            $"Letters {p.Set.Name} on 35 nodes behind the virtual board",
            film,
            [
                new("The instrument measures 35 nodes by KELVin", "error of an element of G, rms, of the largest of its rows", $"budget {ReportText.Percent(Budget)}", $"{ReportText.Percent(result.RmsError, "0.0000")}; largest of 595 × {result.Parameters.Set.Count} {ReportText.Percent(result.LargestError, "0.0000")}", result.RmsError <= Budget),
                new("It recalls letters from measured weights", "similarity accuracy, 1 flipped pixel", "97 %", Scores(result.Measured), result.Measured.Similarity >= PaperAccuracy),
                new("", "the same from the simulator's own G", "", Scores(result.Simulated), result.Simulated.Similarity >= PaperAccuracy),
                new("", "recalls that end as the simulator's", "all", $"{result.SameEnd} of {result.Measured.Images}", result.SameEnd == result.Measured.Images),
            ],
            page =>
            {
                page.Paragraph(HtmlPage.Encode(FormattableString.Invariant(
                    $"Taught by the simulation ({p.Protocol.PulseTime * 1e9:0.#} ns pulses, which the board has not), measured by the instrument after every letter of the last epoch: {result.Readings} readings in {result.BoardSeconds:0.0} s of board time. Weights: {p.Recipe.Name}; the saturated film's G is the simulator's, for the board has no field of 1 T.")));
                page.Heading("What the panel shows");
                page.Table(
                    ["letter", "distorted", "recalled", "panel"],
                    result.Examples.Select((e, k) => (IReadOnlyList<string>)
                    [
                        HtmlPage.Encode(p.Set.Labels[k]), ReportText.Leds(e.Distorted, p.Set.Columns), ReportText.Leds(e.Recalled, p.Set.Columns), ReportText.Panel(e.Panel),
                    ]));
            },
            new { result.LargestError, result.RmsError, result.Readings, result.BoardSeconds, result.Measured, result.Simulated, result.SameEnd });
    }

    private static string Scores(RecallScore s) =>
        $"{ReportText.Percent(s.Similarity, "0.0")}; exact recall {ReportText.Percent(s.ExactRecall, "0.0")}; no recall {ReportText.Percent(s.NoRecall, "0.0")}";
}
