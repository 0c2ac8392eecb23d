using System.Globalization;
using System.Text.Json.Serialization;
using MagHopfield.FilmStudies.Json;
using MagHopfield.Papers.Niu2024.Letters.Figure5;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Papers.Niu2024.Paper;

namespace MagHopfield.Papers.Niu2024.Scaling;

/// <summary>Cost, locality and capacity from 4 to 64 nodes, beside computed rules.</summary>
public sealed class ScalingStudy : Study
{
    private static readonly ScalingParameters Whole = new();

    private static readonly StudyParameter<int[]> Nodes = StudyParameter.Wholes(
        "nodes", "Numbers of nodes.", Whole.Nodes, n =>
            ScalingParameters.Arrays.Any(a => a.Rows * a.Columns == n), "4, 9, 16, 25, 35 or 64");

    private static readonly StudyParameter<int[]> Patterns = StudyParameter.Wholes(
        "patterns", "Numbers of patterns that the films are taught.", Whole.Patterns, m => m is > 0 and <= 64, "1 to 64");

    private static readonly StudyParameter<int[]> Seeds = StudyParameter.Wholes(
        "seeds", "Seeds, each a film and patterns of its own.", Whole.Seeds, s => s >= 0, "0 or more");

    private static readonly StudyParameter<int> Threads = StudyParameter.Threads("Trainings at the same time.");

    /// <inheritdoc/>
    public override string Name => "paper niu2024 scaling";

    /// <inheritdoc/>
    public override string Summary =>
        "4 to 64 nodes: time of training and of G, locality, capacity beside computed rules; goes on after an interruption.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Nodes, Patterns, Seeds, Threads];

    /// <inheritdoc/>
    public override StudyFolder Folder =>
        new("out/niu2024/scaling", "Folder for results, and for what is done so far.") { Below = _ => "report" };

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        ScalingParameters parameters = new()
        {
            Nodes = [.. context.Of(Nodes).Distinct().Order()],
            Patterns = [.. context.Of(Patterns).Distinct().Order()],
            Seeds = [.. context.Of(Seeds).Distinct()],
        };
        return Of(new NetworkScaling(parameters).Run(context.Store, context.Of(Threads), context.Progress, context.Cancellation));
    }

    /// <summary>Makes the report.</summary>
    /// <param name="result">The result.</param>
    public static StudyRecord Of(ScalingResult result)
    {
        (int rows, int columns) = ScalingParameters.Arrays.Last(a => result.Parameters.Nodes.Contains(a.Rows * a.Columns));
        LetterFilm film = result.Parameters.Film(rows, columns);
        return PaperRecord.Of(
            "Scaling from 4 to 64 nodes (Niu 2024, \"Scaling up\")", film.ToFilm(), Comparisons(result), page => Body(page, result), result,
            NetworkScalingJson.Default.ScalingResult, [("scores.tsv", Table(result))]);
    }

    private static List<StudyComparison> Comparisons(ScalingResult r)
    {
        int n = r.Sizes[^1].Nodes;
        int letters = r.Sizes.Any(s => s.Nodes == 35) ? 35 : n;
        return
        [
            new(
                "Scaling up: Oja's rule of the film keeps patterns that look alike",
                $"patterns kept that look alike, N = {letters}",
                "more than the outer product (no number)",
                $"film {Kept(r, letters, PatternKind.Correlated, r.Networks[0])} (mid-range reference "
                + $"{Kept(r, letters, PatternKind.Correlated, r.Networks[1])}), outer product "
                + $"{Kept(r, letters, PatternKind.Correlated, "outer product")}, Hebb of neighbours only "
                + $"{Kept(r, letters, PatternKind.Correlated, "Hebb, neighbours only")}",
                r.Capacity(letters, PatternKind.Correlated, r.Networks[0]) > r.Capacity(letters, PatternKind.Correlated, "outer product")),
            new(
                "Scaling up: locally connected networks may keep fewer patterns",
                $"random patterns kept, N = {letters}",
                "fewer than a fully connected one (no number)",
                $"film {Kept(r, letters, PatternKind.Random, r.Networks[0])} (mid-range reference "
                + $"{Kept(r, letters, PatternKind.Random, r.Networks[1])}), outer product "
                + $"{Kept(r, letters, PatternKind.Random, "outer product")}",
                r.Capacity(letters, PatternKind.Random, r.Networks[0]) <= r.Capacity(letters, PatternKind.Random, "outer product")),
            new(
                "Scaling up: interaction decreases with distance",
                $"length over which |w| falls by e, N = {n}",
                "local (no number)",
                $"{ReportText.Number(r.Sizes[^1].DecayLength, "0.00")} pitches",
                r.Sizes[^1].DecayLength < 2),
        ];
    }

    private static void Body(HtmlPage page, ScalingResult r)
    {
        ScalingParameters p = r.Parameters;
        LetterFilm film = p.Film(7, 5);
        page.Paragraph(HtmlPage.Encode(string.Create(CultureInfo.InvariantCulture,
            $"Arrays at the same pitch of 0.875 µm in one continuous film, {film.CellsPerPitch} cells a pitch, pads of {film.PadSize:0.00} "
            + $"pitch, K = {film.HardAxis} A/m, {p.Field * 4 * Math.PI / 1000:0.#} Oe half-way between columns of alternating sign, "
            + $"{LetterPresets.ShippedPulse * 1e9:0.#} ns a pattern whatever N, {p.Epochs} epochs. Weights of the film: {p.Recipe.Name}, "
            + $"as for letters; with a mid-range reference: epoch mean − (G_min + G_max)/2 over stripes and boards. {p.Seeds.Count} films "
            + $"with patterns of their own (seeds {string.Join(", ", p.Seeds)}).")));

        page.Heading("Cost");
        page.Figures(
            ("cost", ScalingPictures.Cost(r), "Wall-clock time of the simulation, medians"),
            ("locality", ScalingPictures.Locality(r), $"Locality: weights after random patterns"));
        page.Table(
            ["N", "cells", "one pattern (s)", "µs a cell", "one G (s)", "decay of |w| (pitches)"],
            r.Sizes.Select(s => (IReadOnlyList<string>)
            [
                $"{s.Nodes}", $"{s.CellsX}×{s.CellsY}", ReportText.Number(s.LessonSeconds, "0.0000"), ReportText.Number(
                    1e6 * s.LessonSeconds / s.CellsX / s.CellsY, "0.00"), ReportText.Number(s.ConductanceSeconds, "0.0000"),
                double.IsNaN(s.DecayLength) ? "–" : ReportText.Number(s.DecayLength, "0.00"),
            ]));

        page.Heading("Capacity");
        page.Paragraph(HtmlPage.Encode(string.Create(CultureInfo.InvariantCulture,
            $"The largest M up to which {100 * ScalingParameters.StoredShare:0} % of the patterns are fixed points, mean over the seeds; "
            + $"\"at least\" where no more were tried. Patterns that look alike are made of one random template, another fifth of the "
            + $"nodes turned over in each: their overlap is {ScalingPatterns.ExpectedOverlap(64):0.00} on average at N = 64. Connected "
            + $"areas: the sign of noise averaged over a node and its eight neighbours. Local perceptron: symmetric weights up to the "
            + $"diagonal neighbour, computed until every pattern is a fixed point; where none can hold them all, what was reached. With "
            + $"Hebb's rule on few patterns some nodes feel no field, and count as fixed.")));
        page.Figures(
            ("capacity-random", ScalingPictures.Capacity(r, PatternKind.Random), "Random patterns"),
            ("capacity-alike", ScalingPictures.Capacity(r, PatternKind.Correlated), "Patterns that look alike"),
            ("capacity-areas", ScalingPictures.Capacity(r, PatternKind.Areas), "Patterns of connected areas"));
        page.Table(
            ["patterns", "N", .. r.Networks.Select(HtmlPage.Encode)],
            from kind in Kinds
            from s in r.Sizes
            let kept = r.Networks.Select(name => ReportText.NoBreak(Kept(r, s.Nodes, kind, name)))
            select (IReadOnlyList<string>)[ScalingPictures.Name(kind), $"{s.Nodes}", .. kept]);

        page.Heading("Accuracy");
        page.Paragraph(
            "One node in ten turned over. Share of patterns that are fixed points, share of images recalled to the last node, and the "
            + "paper's similarity score, beside that of the "
            + "distorted images themselves.");
        foreach (int n in r.Sizes.Select(s => s.Nodes).Where(n => n >= 9).Reverse().Take(2))
        {
            foreach (PatternKind kind in Kinds)
            {
                page.Figures(
                    (
                        $"fixed-{n}-{kind}".ToLowerInvariant(),
                        ScalingPictures.Share(r, n, kind, "patterns that are fixed points", s => s.Fixed),
                        "Fixed points"),
                    (
                        $"recalled-{n}-{kind}".ToLowerInvariant(),
                        ScalingPictures.Share(r, n, kind, "images recalled exactly", s => s.ExactRecall),
                        "Exact recall"));
            }
        }

        page.Table(
            [
                "patterns", "N", "M", "film: fixed points", "exact recall", "similarity", "no recall", "mid-range reference: fixed points",
                "exact recall", "outer product: fixed points", "exact recall", "similarity",
            ],
            from kind in Kinds
            from s in r.Sizes
            from m in r.PatternCounts(s.Nodes, kind, r.Networks[0])
            select (IReadOnlyList<string>)
            [
                ScalingPictures.Name(kind), $"{s.Nodes}", $"{m}",
                Share(r, s.Nodes, kind, r.Networks[0], m, x => x.Fixed), Share(
                    r,
                    s.Nodes,
                    kind,
                    r.Networks[0],
                    m,
                    x =>
                        x.ExactRecall), Share(
                            r,
                            s.Nodes,
                            kind,
                            r.Networks[0],
                            m,
                            x => x.Similarity), Share(r, s.Nodes, kind, r.Networks[0], m, x => x.NoRecall),
                Share(r, s.Nodes, kind, r.Networks[1], m, x => x.Fixed), Share(r, s.Nodes, kind, r.Networks[1], m, x => x.ExactRecall),
                Share(r, s.Nodes, kind, "outer product", m, x => x.Fixed), Share(
                    r,
                    s.Nodes,
                    kind,
                    "outer product",
                    m,
                    x => x.ExactRecall), Share(r, s.Nodes, kind, "outer product", m, x => x.Similarity),
            ]);
    }

    private static PatternKind[] Kinds => Enum.GetValues<PatternKind>();

    private static string Kept(ScalingResult r, int nodes, PatternKind kind, string network) =>
        (r.Capacity(nodes, kind, network) > 0 && r.IsBound(nodes, kind, network) ? "at least " : "") + r.Capacity(nodes, kind, network);

    private static string Share(
        ScalingResult r, int nodes, PatternKind kind, string network, int patterns, Func<ScalingScore, double> quantity)
    {
        (double mean, double deviation) = r.Over(nodes, kind, network, patterns, quantity);
        return ReportText.NoBreak($"{ReportText.Number(100 * mean, "0")} ± {ReportText.Number(100 * deviation, "0")} %");
    }

    private static string Table(ScalingResult r) => string.Concat(
        r.Scores.Select(s => string.Create(
            CultureInfo.InvariantCulture,
            $"{s.Nodes}\t{s.Kind}\t{s.Patterns}\t{s.Seed}\t{s.Network}\t"
            + $"{s.Fixed:0.000}\t{s.Similarity:0.000}\t{s.ExactRecall:0.000}\t{s.NoRecall:0.000}\n"))
        .Prepend("N\tkind\tM\tseed\tnetwork\tfixed points\tsimilarity\texact recall\tno recall\n"));
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    IncludeFields = true,
    Converters = [typeof(ShapeJson), typeof(PatternJson)])]
[JsonSerializable(typeof(ScalingResult))]
internal sealed partial class NetworkScalingJson : JsonSerializerContext;
