using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Shared;
using static MagHopfield.FilmStudies.Pictures.PatternText;

namespace MagHopfield.Papers.Niu2024.Figure4;

/// <summary>The report of Fig. 4.</summary>
public sealed class Figure4Study : PaperStudy
{
    /// <summary>Declares it.</summary>
    public Figure4Study()
        : base(
            "fig4",
            "All seven patterns with their energies and retention, and letters recalled in pieces; goes on after an "
            + "interruption.",
            2,
            58)
    {
    }

    // The paper's film is shown beside one with the full demagnetising field.
    private static FilmParameters[] FullField(FilmParameters film) =>
        film.Magnetism.Demagnetisation ? [] : [FilmParameters.Preset("permalloy-5um")];

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context) =>
        Of(new Niu2024Figure4(film) { Others = FullField(film) }.Run(context.Store, context.Progress, context.Cancellation));

    /// <summary>Makes the report.</summary>
    public static StudyRecord Of(Figure4Result r) => PaperRecord.Of(
        "Niu 2024, Figure 4: seven patterns, their energies, and letters in pieces", r.Runs[0].Film, Compare(r), page =>
            Body(page, r), Data(r), Figure4Json.Default.DictionaryStringObjectArray);

    private static List<StudyComparison> Compare(Figure4Result r)
    {
        List<StudyComparison> list = [];
        foreach (SevenPatterns run in r.Runs)
        {
            for (int stage = 0; stage < run.Patterns[0].Stages.Count; stage++)
            {
                foreach (int reference in stage == 0 ? [0] : new[] { 0, stage })
                {
                    IReadOnlyList<EnergyLandscape> all = run.Landscapes(stage, reference);
                    int learned = all.Count(l => l.IsLearned);
                    list.Add(new StudyComparison(
                        stage == 0
                            ? $"Fig. 4(a–g): each of the seven patterns lies lowest right after its pulse ({NameOf(run)})"
                            : $"textures are stable after training: the same after a time at zero field ({NameOf(run)})",
                        stage == 0
                            ? "right after the pulse"
                            : $"{When(run, stage)}, G_avg {(reference == 0 ? "from right after the pulses" : "after the same time")}",
                        "7 of 7", $"{learned} of {all.Count}, smallest margin {Milli(all.Min(l => l.Margin))}·V²", learned == all.Count));
                }
            }
        }

        foreach (LetterRecall letter in r.OnePixel.Concat(r.TwoPixels))
        {
            list.Add(new StudyComparison(
                $"Fig. 4(h): letters on 3×5 pixels recalled in eight pieces, {(letter.Flips == 1 ? "one pixel" : "two pixels")} of 15 "
                + "turned",
                $"letter {letter.Letter}, every distortion",
                "recalled", $"{letter.Exact} of {letter.Tried} exact", letter.Exact == letter.Tried));
        }

        return list;
    }

    private static string NameOf(SevenPatterns run) =>
        run.Film.Name
        + (run.Film.Magnetism.CoerciveField > 0 ? $", Hc {Number(run.Film.Magnetism.CoerciveField, "0")} A/m" : "")
        + (run.Film.Magnetism.Demagnetisation ? ", full demagnetising field" : "");

    private static string When(SevenPatterns run, int stage) =>
        stage == 0 ? "right after the pulse" : $"after {Number(1e9 * run.Patterns[0].Stages[stage].Time, "0")} ns at zero field";

    private static void Body(HtmlPage page, Figure4Result r)
    {
        page.Paragraph(
            "w_ij = G_ij − (G_min,ij + G_max,ij)/2 over the seven patterns, E = −Σ w_ij V_i V_j with V = ±1 V (eq. 4). The margin is the "
            + "energy from the "
            + "trained pattern up to the next other state.");
        Margins(page, r);
        SevenPatterns run = r.Runs[0];
        FilmOutline outline = FilmPlan.Outline(run.Film);
        IReadOnlyList<EnergyLandscape> energies = run.Landscapes(0, 0);
        for (int k = 0; k < run.Patterns.Count; k++)
        {
            LearnedPattern p = run.Patterns[k];
            page.Heading($"“{Signs(p.Pattern)}”");
            double[][] m = p.Stages[0].Texture;
            page.Figures(
                (
                    $"pattern{k + 1}-energy",
                    EnergyDiagram.Draw(energies[k].Energies.ToArray(), p.Pattern),
                    $"Energy of all states; margin {Milli(energies[k].Margin)}·V²."),
                (
                    $"pattern{k + 1}-gold",
                    FilmPicture.Current(outline, p.GoldCurrent[0], p.GoldCurrent[1], p.Pattern),
                    "Gold layer under the pulse: sheet current."),
                (
                    $"pattern{k + 1}-texture",
                    FilmPicture.Textures(outline, new FilmPicture.Magnetisation("", m[0], m[1], m[2], p.Pattern)),
                    "Texture right after the pulse."),
                (
                    $"pattern{k + 1}-film",
                    FilmPicture.Current(outline, p.FilmCurrent[0], p.FilmCurrent[1], p.Pattern),
                    "Film, read with the pattern's signs at ±1 V: sheet current."));
            page.Table(
                ["mS", .. PairName.All(4).Select(n => n)],
                [
                    ["G", .. p.Stages[0].Conductance.ToPairs().Select(v => Number(1e3 * v, "0.0000"))],
                    ["G<sub>avg</sub>", .. run.Reference(0).Average().ToPairs().Select(v => Number(1e3 * v, "0.0000"))],
                    ["w", .. Pairs(run.Weights(p.Pattern)).Select(v => Number(1e3 * v, "0.0000"))],
                ]);
        }

        page.Heading("Letters in eight pieces of 2×2");
        page.Paragraph(
            "A window of 2×2 moves over the 3×5 pixels one by one: (3 − 1)(5 − 1) = 8 pieces, each learned by a film. The pieces vote on "
            + "each pixel, which lies in one, two or four "
            + "of them; in a tie the distorted pixel stays. The letters are our drawing (the paper's are not in its text). Left: letter; "
            + "middle: one distorted image; right: recalled.");
        page.Table(
            ["letter", "image", "pieces", "two pixels turned", "recalled"],
            r.TwoPixels.Select((l, k) => (IReadOnlyList<string>)
            [
                l.Letter.ToString(), Leds(LetterRecall.Letters[k].Image, LetterRecall.Columns),
                string.Join(
                    " ",
                    LetterRecall.Pieces().Select(
                        piece => Leds(new Pattern([.. piece.Select(i => (sbyte)LetterRecall.Letters[k].Image[i])]), 2))),
                Leds(l.Example, LetterRecall.Columns), Leds(l.Recalled, LetterRecall.Columns),
            ]));
    }

    private static void Margins(HtmlPage page, Figure4Result r)
    {
        page.Heading("Margins of all patterns, right after the pulse and kept at zero field");
        page.Paragraph(
            "Margin: energy from the trained pattern up to the next other state in µS·V², in brackets in percent of |G<sub>12</sub>|; "
            + "negative where another state lies lower. "
            + "Time: at zero field since the pulse; G<sub>avg</sub> from the seven matrices taken after the same time. Turn: the largest "
            + "angle between neighbouring cells in any of the seven textures; above some 30° a texture "
            + "is not resolved by its mesh, and a vortex or antivortex in it is held by the mesh.");
        page.Figures(
            [
                .. r.Runs.Select(
                    (run, k) =>
                        (
                            $"retention{k + 1}",
                            RetentionPlot.Draw(run, NameOf(run)),
                            "Margin of each pattern after its pulse; below the dashed line another state lies lower.")),
            ]);
        page.Details(
            "The same in numbers",
            ["film", "time", .. r.Runs[0].Patterns.Select(p => NoBreak(Signs(p.Pattern))), "learned", "turn"],
            from run in r.Runs
            from stage in Enumerable.Range(0, run.Patterns[0].Stages.Count)
            let all = run.Landscapes(stage, stage)
            select (IReadOnlyList<string>)
            [
                stage == 0
                    ? $"{HtmlPage.Encode(NameOf(run))}, {run.Film.Geometry.CellsX}×{run.Film.Geometry.CellsY} cells"
                    : "", NoBreak($"{Number(1e9 * run.Patterns[0].Stages[stage].Time, "0")} ns"),
                .. all.Select(
                    (l, k) =>
                        $"{Number(1e6 * l.Margin, "0")} "
                        + $"({Number(100 * l.Margin / Math.Abs(run.Patterns[k].Stages[stage].Conductance[0, 1]), "0.0")} %)"),
                NoBreak($"{all.Count(l => l.IsLearned)} of 7"), Number(
                    180 / Math.PI * run.Patterns.Max(p => p.Stages[stage].LargestTurn(run.Film.Geometry.CellsX)), "0")
                    + "°",
            ],
            textColumns: 2);
    }

    private static IEnumerable<double> Pairs(WeightMatrix w) =>
        from i in Enumerable.Range(0, 4) from j in Enumerable.Range(i + 1, 3 - i) select w[i, j];

    private static Dictionary<string, object>[] Data(Figure4Result r) => r.Runs.Select(run => new Dictionary<string, object>
    {
        ["coercive_field_A_per_m"] = run.Film.Magnetism.CoerciveField,
        ["patterns"] = run.Patterns.Select((p, k) => new Dictionary<string, object>
        {
            ["pattern"] = p.Pattern.ToString(),
            ["times_s"] = p.Stages.Select(s => s.Time).ToArray(),
            ["conductance_S"] = p.Stages.Select(s => s.Conductance.ToPairs()).ToArray(),
            ["energies_W"] = run.Landscapes(0, 0)[k].Energies.ToArray(),
        }).ToArray(),
    }).ToArray();
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Dictionary<string, object>[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(double[][]))]
internal sealed partial class Figure4Json : JsonSerializerContext;
