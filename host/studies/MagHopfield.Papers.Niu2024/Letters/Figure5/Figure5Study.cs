using System.Globalization;
using System.Text.Json.Serialization;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Json;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Papers.Niu2024.Letters.Fonts;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Papers.Niu2024.Paper;

namespace MagHopfield.Papers.Niu2024.Letters.Figure5;

/// <summary>Fig. 5 of Niu et al., PNAS 2024, of one set of letters, beside the paper's values.</summary>
public sealed class Figure5Study : Study
{
    /// <summary>Letters to teach.</summary>
    public static readonly StudyParameter<string> Word = StudyParameter.Text(
        "set",
        $"Letters to teach, in their order; the paper's sets are {string.Join(", ", Figure5Parameters.Words)}.",
        Figure5Parameters.Words[0],
        "WORD");

    private static readonly StudyParameter<string> Font = StudyParameter.Text(
        "font", $"Font: {string.Join(" or ", LetterFont.BuiltIn)}, or the path of a font file.", LetterFont.BuiltIn[0], "NAME|FILE");

    private static readonly StudyParameter<string> Protocol = StudyParameter.Choice(
        "protocol",
        "shipped: the one that the search found; printed: K, 20 Oe and 5 ns of the paper; demagnetised: the shipped one with the full "
        + "demagnetising field.",
        [.. Enum.GetNames<LetterPreset>().Select(n => n.ToLowerInvariant())], "NAME");

    private static readonly StudyParameter<int> Threads = StudyParameter.Threads("Trainings at the same time.");

    // Niu 2024, "Scaling up" and caption of Fig. 5: overall accuracy 97 %, about 95 % after about 9 epochs, outer product about 33 %. For
    // the other sets the paper prints a curve, not numbers.
    private const double PaperAccuracy = 0.97;
    private const double PaperOuterProduct = 1 / 3.0;

    /// <inheritdoc/>
    public override string Name => "paper niu2024 fig5";

    /// <inheritdoc/>
    public override string Summary =>
        "Letters on 35 nodes: training, recall, confusion, attractors, and every accuracy three ways; goes on after an interruption.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Word, Font, Protocol, Threads];

    /// <inheritdoc/>
    public override StudyFolder Folder => new("out/niu2024/fig5", "Folder for results, and for what is done so far.")
    {
        Below = context => Letters(context).Set(context.Of(Word)).Name,
    };

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        LetterFont letters = Letters(context);
        PatternSet set = letters.Set(context.Of(Word));
        LetterPreset preset = Enum.Parse<LetterPreset>(context.Of(Protocol), ignoreCase: true);
        Figure5Parameters parameters = Preparation.Of(() => LetterPresets.Of(preset, set, letters.Name), context.Cancellation);
        return Of(new Niu2024Figure5(parameters).Run(context.Store, context.Of(Threads), context.Progress, context.Cancellation));
    }

    private static LetterFont Letters(StudyContext context) => LetterFont.Load(context.Of(Font));

    /// <summary>Makes the report.</summary>
    /// <param name="result">The result.</param>
    public static StudyRecord Of(Figure5Result result)
    {
        FilmParameters film = result.Parameters.Film.ToFilm();
        return PaperRecord.Of(
            $"Letters {result.Parameters.Set.Name} on {result.Parameters.Set.NodeCount} nodes (Niu 2024, Fig. 5)",
            film,
            Comparisons(result),
            page => Body(page, result, film),
            Data(result),
            Figure5Json.Default.DictionaryStringObject);
    }

    private static List<StudyComparison> Comparisons(Figure5Result r)
    {
        string set = r.Parameters.Set.Name;
        (double similarity, double spread) = r.Over(1, s => s.Similarity);
        double outer = r.Rules[0].Scores[0].Similarity;
        double none = r.Final[0][0].NoRecall;
        string exact = Share(r.Over(1, s => s.ExactRecall)), gain = Signed(r.Over(1, s => s.Gain).Mean);
        bool printed = set == "ECP";
        return
        [
            new(
                "Fig. 5: distorted letters are told apart",
                $"similarity accuracy of {set}, 1 flipped pixel",
                printed ? "97 %" : "high (a curve, no number)",
                $"{Share((similarity, spread))}; exact recall {exact}; no recall {Percent(none)}, gain {gain}",
                similarity >= PaperAccuracy),
            new(
                "Fig. 5: the outer-product rule fails",
                $"outer product on the same images",
                printed ? "about 33 %" : "low (a curve, no number)",
                Percent(outer),
                !printed || Math.Abs(outer - PaperOuterProduct) < 0.02),
            new(
                "Fig. 5: learning over epochs",
                $"similarity accuracy of {set} after 9 epochs",
                printed ? "about 95 %" : "not printed",
                Share(r.After(Math.Min(9, r.Epochs[0].Count), s => s.Similarity)),
                r.After(Math.Min(9, r.Epochs[0].Count), s => s.Similarity).Mean >= 0.95),
            new(
                "Fig. 5: letters are attractors",
                "letters that are fixed points",
                "all, as its attractors",
                string.Join(", ", r.FixedPoints.Select(f => $"{f} of {r.Parameters.Set.Count}")),
                r.FixedPoints.All(f => f == r.Parameters.Set.Count)),
            new("Beside no recall at all", "similarity beats no recall at all", "not compared", gain, r.Over(1, s => s.Gain).Mean > 0),
        ];
    }

    private static void Body(HtmlPage page, Figure5Result r, FilmParameters film)
    {
        Figure5Parameters p = r.Parameters;
        int last = r.Epochs[0].Count;
        page.Heading("What was taught");
        page.Paragraph(string.Join(" ", p.Set.Patterns.Select(x => PatternText.Leds(x, p.Set.Columns))));
        page.Paragraph(HtmlPage.Encode(string.Create(CultureInfo.InvariantCulture,
            $"Font {p.Font}; {p.Protocol.PulseTime * 1e9:0.#} ns a letter at {p.Protocol.Voltage:G4} V, {p.Protocol.Epochs} epochs, order "
            + $"{p.Protocol.Order}; K = {p.Film.HardAxis} A/m{(p.Film.Demagnetisation ? " and the full demagnetising field" : "")}; "
            + $"{film.Geometry.CellsX}×{film.Geometry.CellsY} cells. Weights: {p.Recipe.Name}. {p.Seeds.Count} films (seeds "
            + $"{string.Join(", ", p.Seeds)}), {p.Images} images a point (seed {p.ImagesSeed}).")));
        page.Paragraph(
            "Similarity is the paper's accuracy: the recalled state is most similar to the right letter. It proves little alone, because "
            + "the distorted images score almost as "
            + "high without any recall. Exact recall counts states that are right to the last pixel; the gain is similarity less that of "
            + "no recall.");

        page.Heading("Accuracy against flipped pixels");
        page.Figures(("accuracy-flips", Figure5Pictures.Accuracy(
            "flipped pixels of 35",
            [.. Figure5Parameters.Flips.Select(f => (double)f)],
            [
                ("similarity", Curve(f => r.Over(f, s => s.Similarity))),
                ("exact recall", Curve(f => r.Over(f, s => s.ExactRecall))),
                ("no recall", Curve(f => (r.Final[f - 1][0].NoRecall, 0))),
                ("outer product", Curve(f => (r.Rules[0].Scores[f - 1].Similarity, 0))),
            ]), "After the last epoch; bars: standard deviation over the films"));
        page.Table(
            ["flips", "similarity", "exact recall", "no recall", "gain", .. r.Rules.Select(x => $"{x.Name} (%)")],
            Figure5Parameters.Flips.Select(f => (IReadOnlyList<string>)
            [
                $"{f}",
                ReportText.NoBreak(Share(r.Over(f, s => s.Similarity))),
                ReportText.NoBreak(Share(r.Over(f, s => s.ExactRecall))),
                ReportText.NoBreak(Percent(r.Final[f - 1][0].NoRecall)),
                ReportText.NoBreak(Signed(r.Over(f, s => s.Gain).Mean)),
                .. r.Rules.Select(x => ReportText.NoBreak($"{Number(x.Scores[f - 1].Similarity)} / {Number(x.Scores[f - 1].ExactRecall)}")),
            ]));
        page.Paragraph(
            "Rules that compute weights from the same letters: similarity / exact recall. Local perceptron: symmetric weights up to the "
            + "diagonal neighbour, computed until all "
            + "letters are fixed points, where such weights exist.");
        page.Paragraph("Fixed points: film " + HtmlPage.Encode(string.Join(", ", r.FixedPoints)) + $" of {p.Set.Count}; "
            + HtmlPage.Encode(string.Join("; ", r.Rules.Select(x => $"{x.Name} {x.FixedPoints}"))) + ".");

        page.Heading("Accuracy against epoch, one flipped pixel");
        page.Figures(("accuracy-epochs", Figure5Pictures.Accuracy(
            "epoch",
            [.. Enumerable.Range(1, last).Select(e => (double)e)],
            [
                ("similarity", [.. Enumerable.Range(1, last).Select(e => r.After(e, s => s.Similarity))]),
                ("exact recall", [.. Enumerable.Range(1, last).Select(e => r.After(e, s => s.ExactRecall))]),
                ("no recall", [.. Enumerable.Range(1, last).Select(_ => (r.Final[0][0].NoRecall, 0.0))]),
            ],
            p.Set.Name == "ECP" ? PaperAccuracy : null), "As Fig. 5c"));

        page.Heading("Confusion, one and three flipped pixels, all films");
        page.Raw("<div class=\"row\">" + Confusion(r, 1) + Confusion(r, 3) + "</div>");

        page.Heading("Training");
        page.Figures(
            ("training", Figure5Pictures.Training(r.Histories[0], p.Set), $"{Figure5Pictures.Selection(p.Set)}; film {p.Seeds[0]}"),
            ("weights", Figure5Pictures.Weights(r.Weights[0][^1]), "Weights after the last epoch"));

        page.Heading("Attractors in real time");
        page.Paragraph(
            "What the clean letters become when recalled with the weights as they stand after an epoch; film " + p.Seeds[0] + ".");
        page.Table(
            ["epoch", .. p.Set.Labels.Select(HtmlPage.Encode)],
            (
                (int[])[1, 2, 3, 5, last]).Where(e => e <= last).Distinct()
                    .Select(e => (IReadOnlyList<string>)[$"{e}", .. r.Attractors(0, e).Select((x, k) => PatternText.Leds(x, p.Set.Columns)
                + (x.SameAs(p.Set.Patterns[k]) ? " ✓" : ""))]));
        page.Paragraph(
            "Textures of the film after each letter of the first and of the last epoch, with the letter's signs at the electrodes.");
        foreach (IGrouping<int, LetterTexture> epoch in r.Histories[0].Textures.GroupBy(t => t.Epoch))
        {
            page.Figures(
                ($"textures-epoch{epoch.Key}", Figure5Pictures.Textures(film, epoch, p.Set), $"After each letter of epoch {epoch.Key}."));
        }
    }

    private static (double Mean, double Deviation)[] Curve(Func<int, (double, double)> at) => [.. Figure5Parameters.Flips.Select(at)];

    private static string Confusion(Figure5Result r, int flips)
    {
        PatternSet set = r.Parameters.Set;
        int Sum(int i, int j) => r.Final[flips - 1].Sum(s => s.Confusion[i][j]);
        IEnumerable<string> head = set.Labels.Append("none").Select(l => $"<th>{HtmlPage.Encode(l)}</th>");
        IEnumerable<string> rows = set.Labels.Select((label, i) =>
        {
            double total = Enumerable.Range(0, set.Count + 1).Sum(j => Sum(i, j));
            return $"<tr><td class=\"text\">{HtmlPage.Encode(label)}</td>" + string.Concat(Enumerable.Range(0, set.Count + 1).Select(j =>
                FormattableString.Invariant(
                    $"<td style=\"background:rgba(21,101,192,{0.8 * Sum(i, j) / total:0.00})\">{100.0 * Sum(i, j) / total:0.0}</td>")))
                    + "</tr>";
        });
        return "<figure><table><tr><th class=\"text\">taught \\ "
            + $"recalled</th>{string.Concat(head)}</tr>{string.Concat(rows)}</table><figcaption>{flips} flipped, per "
            + "cent</figcaption></figure>";
    }

    private static string Percent(double share) => ReportText.Percent(share, "0.0");

    private static string Share((double Mean, double Deviation) x) =>
        ReportText.Number(100 * x.Mean, "0.0") + " ± " + ReportText.Number(100 * x.Deviation, "0.0") + " %";

    private static string Number(double share) => ReportText.Number(100 * share, "0.0");

    private static string Signed(double share) => (share >= 0 ? "+" : "") + Percent(share);

    private static Dictionary<string, object> Data(Figure5Result r) => new()
    {
        ["parameters"] = r.Parameters,
        ["per_flips"] = Figure5Parameters.Flips.Select(f => new Dictionary<string, object>
        {
            ["flips"] = f,
            ["films"] = r.Final[f - 1].ToArray(),
            ["rules"] = r.Rules.Select(x => new Dictionary<string, object> { ["name"] = x.Name, ["score"] = x.Scores[f - 1] }).ToArray(),
        }).ToArray(),
        ["per_epoch"] = r.Epochs.Select(e => e.ToArray()).ToArray(),
        ["fixed_points"] = r.FixedPoints.ToArray(),
        ["seconds"] = r.Histories.Select(h => new Dictionary<string, object>
        {
            ["field_seconds"] = h.FieldSeconds,
            ["conductance_seconds"] = h.ConductanceSeconds,
        }).ToArray(),
    };
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
[JsonSerializable(typeof(Figure5Parameters))]
[JsonSerializable(typeof(RecallScore[][]))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(double))]
internal sealed partial class Figure5Json : JsonSerializerContext;
