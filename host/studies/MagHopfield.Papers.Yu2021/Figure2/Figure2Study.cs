using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.FilmStudies.Tables;
using MagHopfield.Papers.Yu2021.Maze;
using MagHopfield.Papers.Yu2021.Paper;
using MagHopfield.Shared;
using MagHopfield.Studies.Numbers;
using ScottPlot;
using static MagHopfield.FilmStudies.Pictures.PatternText;

namespace MagHopfield.Papers.Yu2021.Figure2;

/// <summary>Fig. 2: mazes trained with a pattern, the energies of all states, recall.</summary>
public sealed class Figure2Study : MazeStudy
{
    private static readonly StudyParameter<Quantity> Voltage = StudyParameter.Of(
        "voltage", "V0: nodes are at plus or minus this while the film is trained.", Unit.Volt, "0.05V");

    /// <summary>Declares it.</summary>
    public Figure2Study()
        : base(
            "fig2",
            "Mazes trained with each pattern: textures, currents, energies of all 16 states, recall; goes on after an interruption.",
            4)
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [.. base.Parameters, Voltage];

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context)
    {
        double volts = context.Of(Voltage).Value;
        (int, Pattern)[] work = [.. from seed in Seeds(context) from p in Yu2021Paper.Patterns select (seed, p.Pattern)];
        return Of(Figure2Result.Of(
            film,
            volts,
            TrainedMaze.Train(
                context.Store,
                film,
                work,
                volts,
                context.Of(Threads),
                n => context.Progress.Report(new($"{n} of {work.Length} mazes trained", (double)n / work.Length)),
                context.Cancellation)));
    }

    /// <summary>Makes the report.</summary>
    public static StudyRecord Of(Figure2Result r) => FilmRecord.Of(
        "Yu 2021, Figure 2: a maze learns a pattern",
        Yu2021Paper.Title,
        r.Film,
        [.. Compare(r)],
        page => Body(page, r),
        new Dictionary<string, object>
        {
            ["voltage_V"] = r.Volts,
            ["scores"] = r.Scores.ToArray(),
            ["seeds"] = r.Mazes.Select(m => m.Seed).ToArray(),
            ["patterns"] = r.Mazes.Select(m => m.Pattern.ToString()).ToArray(),
            ["untrained_S"] = r.Mazes.Select(m => m.Untrained.ToPairs()).ToArray(),
            ["trained_S"] = r.Mazes.Select(m => m.Trained.ToPairs()).ToArray(),
        },
        Figure2Json.Default.DictionaryStringObject);

    private static IEnumerable<StudyComparison> Compare(Figure2Result r)
    {
        foreach (IGrouping<string, ReferenceScore> by in r.Scores.GroupBy(score => score.Reference))
        {
            ReferenceScore[] scores = [.. by.Take(Yu2021Paper.Shown)];
            yield return new(
                "Fig. 2(d-f): the energy is minimal where the trial pattern agrees with the memorised one, up to a sign",
                $"mazes in which it is lowest of the 14 states, G_ref: {by.Key}",
                "minimal",
                Counts(scores, score => score.Lowest),
                scores.All(score => score.Lowest == score.Mazes));
        }

        foreach (IGrouping<string, ReferenceScore> by in r.Scores.GroupBy(score => score.Reference))
        {
            ReferenceScore[] scores = [.. by.Take(Yu2021Paper.Shown)];
            yield return new(
                "text: the self-consistent state V = sign(I')V0 is the memorised pattern",
                $"mazes in which it is a fixed point, G_ref: {by.Key}",
                "fixed point",
                Counts(scores, score => score.Fixed),
                scores.All(score => score.Fixed == score.Mazes));
        }

        double[] unlike = [.. r.Mazes.Select(m => m.Change(true)[^1])];
        yield return new(
            "text: |G_ij| rises where the voltages differ",
            "mean change of |G_ij| between unlike nodes, mean ± spread over mazes and patterns",
            "rises",
            MazeSpread.Text(unlike),
            unlike.Average() > 0);
        double[] like = [.. r.Mazes.Select(m => m.Change(false)[^1])];
        yield return new(
            "text: |G_ij| between nodes of the same voltage tends to fall",
            "mean change of |G_ij| between like nodes, mean ± spread",
            "falls",
            MazeSpread.Text(like),
            like.Average() < 0);
    }

    private static string Counts(ReferenceScore[] scores, Func<ReferenceScore, int> count) =>
        string.Join(", ", scores.Select(score => $"{score.Pattern.PaperName}: {count(score)}")) + $" of {scores[0].Mazes}";

    private static void Body(HtmlPage page, Figure2Result r)
    {
        page.Paragraph(
            $"{r.Seeds} mazes, each from a seed of its own, relaxed, and trained with each pattern for "
            + $"{Number(1e9 * r.Film.Simulation.LongestTime, "0.#")} ns at ±{Number(r.Volts, "0.###")} V. The paper numbers the nodes "
            + "around "
            + "the square, we row by row. E' = −V<sup>T</sup>(G − G<sub>ref</sub>)V (eq. 7).");
        page.Table(
            [
                "reference", "pattern of the paper", "ours", "lowest of the 14", "lowest of all 16", "ranks among the 7", "fixed point",
                "recall, node by node", "recall, all at once",
            ],
            r.Scores.Select(s => (IReadOnlyList<string>)
            [
                s.Reference, s.Pattern.PaperName, Signs(s.Pattern.Pattern), $"{s.Lowest} of {s.Mazes}", $"{s.LowestOfAll} of {s.Mazes}",
                Ranks(s.Ranks), $"{s.Fixed} of {s.Mazes}", Percent(s.Asynchronous, "0"), Percent(s.Synchronous, "0"),
            ]),
            textColumns: 3);
        page.Paragraph(
            "Against the paper's G0, of the film saturated along z: with a > 0 the conductivity is largest across m, σ⊥, which is that "
            + "film's "
            + "in every cell, so that G − G0 is negative semidefinite, E' ≥ 0 for every state, and the uniform states, with E' = 0, are "
            + "the lowest of all; V<sup>T</sup>I' ≤ 0 then leaves sign(I') without a fixed point.");
        FilmOutline outline = FilmPlan.Outline(r.Film);
        int first = r.Mazes.Min(m => m.Seed);
        TrainedMaze[] shown = [.. r.Mazes.Where(m => m.Seed == first)];
        page.Heading($"Maze {first} after training");
        page.Figures((
            "figure2-textures",
            FilmPicture.Textures(outline, [.. shown.Select(m => new FilmPicture.Magnetisation(
                Signs(m.Pattern), m.Texture[0], m.Texture[1], m.Texture[2], m.Pattern))]),
            "Textures, the voltages still on."));
        page.Figures([.. shown.Select(m => (
            $"figure2-current-{Word(m.Pattern)}",
            FilmPicture.CurrentOfDecades(outline, m.Current[0], m.Current[1], m.Pattern, 2),
            $"log |j|, {Signs(m.Pattern)}."))]);
        page.Heading("Energies of all 16 states");
        foreach (MazePattern pattern in Yu2021Paper.Patterns)
        {
            page.Figures((
                $"figure2-energy-{Word(pattern.Pattern)}",
                EnergyDiagram.Draw(MeanEnergies(r, pattern), pattern.Pattern),
                $"E' at ±1 V against the untrained film, mean over {r.Seeds} mazes; trained {pattern.PaperName} = "
                + $"{Signs(pattern.Pattern)}."));
        }

        page.Heading("How the weights change (eq. 8)");
        page.Figures(("figure2-learning", Learning(r), "Relative change of |G| between nodes of unlike and like voltage, mean over all "
            + "mazes and patterns; bands: standard deviation."));
        page.Paragraph(
            $"Largest |Σ_j G_ij| over the largest |G_ij|: {Number(r.Mazes.Max(m => m.LargestRowSum), "0.0e+0")}; largest asymmetry "
            + $"{Number(r.Mazes.Max(m => m.LargestAsymmetry), "0.0e+0")}.");
    }

    private static double[] MeanEnergies(Figure2Result r, MazePattern pattern)
    {
        TrainedMaze[] mazes = [.. r.Of(pattern)];
        int n = pattern.Pattern.Length;
        return
        [
            .. Enumerable.Range(0, 1 << n).Select(state =>
                mazes.Average(m => MazeReference.Energy(m.Trained, m.Untrained, Pattern.FromState(state, n), 1))),
        ];
    }

    private static Figure Learning(Figure2Result r) => MazeSpread.Plot(
        r.Mazes.MaxBy(m => m.Times.Length)!.Times,
        340,
        (Colors.FireBrick, "unlike voltages", [.. r.Mazes.Select(m => m.Change(true))]),
        (Colors.SteelBlue, "like voltages", [.. r.Mazes.Select(m => m.Change(false))]));

    private static string Ranks(int[] ranks) => string.Join(
        ", ", ranks.GroupBy(rank => rank).OrderBy(g => g.Key).Select(g => $"{g.Key}: {g.Count()}"));

    private static string Word(Pattern pattern) => pattern.ToString().Replace(" ", "").Replace('+', 'p').Replace('-', 'm');
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(FilmStudies.Json.PatternJson)])]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(ReferenceScore[]))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(double[][]))]
internal sealed partial class Figure2Json : JsonSerializerContext;
