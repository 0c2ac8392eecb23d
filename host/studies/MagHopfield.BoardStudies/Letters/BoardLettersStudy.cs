using System.Globalization;
using System.Text.Json.Serialization;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Json;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Papers.Niu2024.Letters.Figure5;
using MagHopfield.Papers.Niu2024.Letters.Fonts;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.Letters;

/// <summary>Letters behind the virtual board, beside the simulator's own.</summary>
public sealed class BoardLettersStudy : Study
{
    private static readonly StudyParameter<int> Averages = StudyParameter.Whole(
        "averages", "Rounds that a measurement averages; one takes 13 s of board time.", 8, 1, 100);

    // Niu 2024, "Scaling up": 97 %.
    private const double PaperAccuracy = 0.97;
    private const double Budget = 5e-4;

    /// <inheritdoc/>
    public override string Name => "board letters";

    /// <inheritdoc/>
    public override string Summary =>
        "35 nodes: a virtual board measures a film that was taught letters, recalls them from its own weights, and shows them on its "
        + "panel.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Figure5Study.Word, Averages];

    /// <inheritdoc/>
    public override StudyFolder Folder => new("out/board-letters");

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        PatternSet set = LetterFont.Load("block").Set(context.Of(Figure5Study.Word));
        Figure5Parameters parameters = Preparation.Of(() => LetterPresets.Of(LetterPreset.Shipped, set, "block"), context.Cancellation);
        BoardLettersResult result = new BoardLetters(parameters, context.Of(Averages)).Run(context.Progress, context.Cancellation);
        StudyRecord record = Of(result);
        return record with
        {
            Sections = [.. result.Examples.Zip(set.Labels).SelectMany(e => Shown(set, e.First, e.Second)), .. record.Sections],
        };
    }

    // The distorted image, and the panel of the board after the recall.
    private static IEnumerable<StudySection> Shown(
        PatternSet set, (Pattern Distorted, Pattern Recalled, IReadOnlyList<string> Panel) example, string label) =>
    [
        new StudyLine(new Words(label, Tone.Strong), ": distorted, and the panel of 8×8 LEDs after the recall") { On = Outlet.Terminal },
        .. example.Panel.Select((lamps, row) => new StudyLine($"  {Row(set, example.Distorted, row)}   {lamps}") { On = Outlet.Terminal }),
    ];

    private static string Row(PatternSet set, Pattern image, int row) => row >= set.Rows
        ? new string(' ', set.Columns)
        : string.Concat(Enumerable.Range(0, set.Columns).Select(c => image[(row * set.Columns) + c] > 0 ? '●' : '·'));

    /// <summary>Makes the report.</summary>
    /// <param name="result">The result.</param>
    public static StudyRecord Of(BoardLettersResult result)
    {
        Figure5Parameters p = result.Parameters;
        FilmParameters film = (p.Film with { Seed = p.Seeds[0] }).ToFilm();
        return PaperRecord.Of(
            $"Letters {p.Set.Name} on 35 nodes behind the virtual board",
            film,
            [
                new(
                    "The instrument measures 35 nodes by KELVin",
                    "error of an element of G, rms, of the largest of its rows",
                    $"budget {ReportText.Percent(Budget)}",
                    $"{ReportText.Percent(result.RmsError, "0.0000")}; largest of 595 × {result.Parameters.Set.Count} "
                    + $"{ReportText.Percent(result.LargestError, "0.0000")}",
                    result.RmsError <= Budget),
                new(
                    "It recalls letters from measured weights",
                    "similarity accuracy, 1 flipped pixel",
                    "97 %",
                    Scores(result.Measured),
                    result.Measured.Similarity >= PaperAccuracy),
                new("", "the same from the simulator's own G", "", Scores(result.Simulated), result.Simulated.Similarity >= PaperAccuracy),
                new(
                    "",
                    "recalls that end as the simulator's",
                    "all",
                    $"{result.SameEnd} of {result.Measured.Images}",
                    result.SameEnd == result.Measured.Images),
            ],
            page =>
            {
                page.Paragraph(HtmlPage.Encode(string.Create(CultureInfo.InvariantCulture,
                    $"Taught by the simulation ({p.Protocol.PulseTime * 1e9:0.#} ns pulses, which the board has not), measured by the "
                    + $"instrument after every letter of the last epoch: {result.Readings} readings in {result.BoardSeconds:0.0} s of "
                    + $"board time. Weights: {p.Recipe.Name}; the saturated film's G is the simulator's, for the board has no field of 1 "
                    + $"T.")));
                page.Heading("What the panel shows");
                page.Table(
                    ["letter", "distorted", "recalled", "panel"],
                    result.Examples.Select((e, k) => (IReadOnlyList<string>)
                    [
                        HtmlPage.Encode(p.Set.Labels[k]), PatternText.Leds(
                            e.Distorted, p.Set.Columns), PatternText.Leds(e.Recalled, p.Set.Columns), ReportText.Panel(e.Panel),
                    ]));
            },
            new Dictionary<string, object>
            {
                ["largest_error"] = result.LargestError,
                ["rms_error"] = result.RmsError,
                ["readings"] = result.Readings,
                ["board_seconds"] = result.BoardSeconds,
                ["measured"] = result.Measured,
                ["simulated"] = result.Simulated,
                ["same_end"] = result.SameEnd,
            },
            BoardLettersJson.Default.DictionaryStringObject);
    }

    private static string Scores(RecallScore s) =>
        $"{ReportText.Percent(s.Similarity, "0.0")}; exact recall {ReportText.Percent(s.ExactRecall, "0.0")}; no recall "
        + $"{ReportText.Percent(s.NoRecall, "0.0")}";
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    IncludeFields = true,
    Converters = [typeof(ShapeJson), typeof(PatternJson)])]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(RecallScore))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(bool))]
internal sealed partial class BoardLettersJson : JsonSerializerContext;
