using System.Text.Json.Serialization;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Shared;
using ScottPlot;

namespace MagHopfield.Papers.Niu2024.Surrogate;

/// <summary>The report of the surrogate.</summary>
public sealed class SurrogateStudy : PaperStudy
{
    /// <summary>Declares it.</summary>
    public SurrogateStudy()
        : base("surrogate", "Eq. 2 fitted to the simulated film, with its error, as a file; goes on after an interruption.", 8, 14)
    {
    }

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context) =>
        Of(new Niu2024Surrogate(film).Run(context.Store, context.Progress, context.Cancellation));

    /// <summary>Name of the file of the fit beside the report.</summary>
    public const string FileName = "surrogate.toml";

    private static readonly Color[] Palette =
        [Colors.FireBrick, Colors.SteelBlue, Colors.DarkOrange, Colors.SeaGreen, Colors.MediumPurple, Colors.SaddleBrown];

    // Eq. 2 is said to "follow well": a tenth of the range is what the eye takes for well.
    private const double Well = 0.1;

    /// <summary>Makes the report.</summary>
    public static StudyRecord Of(SurrogateResult r)
    {
        OjaSurrogate s = r.Surrogate;
        double[] edges = [.. ((int[])[0, 1, 4, 5]).Select(p => s.LearningRate[p])];
        return PaperRecord.Of(
            "Niu 2024, eq. 2 fitted to the simulated film",
            r.Film,
            [
                new(
                    "eq. 2 (Oja) follows the film",
                    "two values an element, for V_i V_j = ±1, after long pulses of the seven patterns: root mean square below 10 % of the "
                    + "range",
                    "follows well",
                    $"{Micro(s.AtRestError.RootMeanSquare)} ({Percent(s.AtRestError.RootMeanSquare / s.MeanRange, "0.0")} of the range), "
                    + $"largest {Micro(s.AtRestError.Largest)}",
                    s.AtRestError.RootMeanSquare < Well * s.MeanRange),
                new(
                    "eq. 2 (Oja) follows the film",
                    "eq. 2 follows the film: error on the fitted sequence, root mean square below 10 % of the range",
                    "follows well",
                    $"{Micro(s.FitError.RootMeanSquare)} ({Percent(s.FitError.RootMeanSquare / s.MeanRange, "0.0")} of the range), largest "
                    + $"{Micro(s.FitError.Largest)}",
                    s.FitError.RootMeanSquare < Well * s.MeanRange),
                new("eq. 2 (Oja) follows the film", "the same on a sequence that the fit did not see", "follows well",
                    $"{Micro(s.HeldOutError.RootMeanSquare)} ({Percent(s.HeldOutError.RootMeanSquare / s.MeanRange, "0.0")} of the range), "
                    + $"largest {Micro(s.HeldOutError.Largest)}",
                    s.HeldOutError.RootMeanSquare < Well * s.MeanRange),
                new(
                    "eq. 2: V_i V_j > 0 raises G_ij, one η for all",
                    "every element rises with V_i V_j > 0 (G_max above G_min)",
                    "eq. 2",
                    string.Join(" ", s.Minimum.Zip(s.Maximum, (a, b) => b > a ? "yes" : "no")),
                    s.Minimum.Zip(s.Maximum).All(p => p.Second > p.First)),
                new(
                    "eq. 2: V_i V_j > 0 raises G_ij, one η for all",
                    "α of diagonals over α of edges",
                    "277/111 = 2.50",
                    Number(Mean(s.Alpha, 2, 3) / Mean(s.Alpha, 0, 1, 4, 5), "0.00"),
                    Math.Abs(Mean(s.Alpha, 2, 3) / Mean(s.Alpha, 0, 1, 4, 5) / 2.5 - 1) < Well),
                new(
                    "eq. 2: V_i V_j > 0 raises G_ij, one η for all",
                    "one η for all elements (spread below 10 %)",
                    "one η",
                    $"edges {Number(1e6 * edges.Min(), "0.0")} to {Number(1e6 * edges.Max(), "0.0")}, diagonals "
                    + $"{Number(1e6 * s.LearningRate[2], "0.0")}, {Number(1e6 * s.LearningRate[3], "0.0")} µS/V²",
                    s.LearningRate.Max() / s.LearningRate.Min() is > 0 and < 1 + Well),
                new(
                    "eq. 2 (Oja) learns what the film learns",
                    "patterns lowest in energy after long pulses: film, surrogate",
                    "7 of 7",
                    $"{r.Learned.Film} and {r.Learned.Surrogate} of 7",
                    r.Learned == (7, 7)),
            ],
            page => Body(page, r),
            new Dictionary<string, object>
            {
                ["alpha_V2_per_S"] = s.Alpha,
                ["eta_S_per_V2"] = s.LearningRate,
                ["minimum_S"] = s.Minimum,
                ["maximum_S"] = s.Maximum,
                ["at_rest"] = s.AtRestError,
                ["fit"] = s.FitError,
                ["held_out"] = s.HeldOutError,
            },
            SurrogateJson.Default.DictionaryStringObject,
            [(FileName, s.ToToml())]);
    }

    private static double Mean(double[] values, params int[] pairs) => pairs.Average(p => values[p]);

    private static void Body(HtmlPage page, SurrogateResult r)
    {
        OjaSurrogate s = r.Surrogate;
        page.Paragraph(
            $"Random sequences of {r.Fitted.Patterns.Count} pulses of {Number(s.Voltage, "0.#")} V and "
            + $"{Number(1e9 * s.PulseWidth, "0.##")} ns, the seven patterns in random order and held for random times. G<sub>min</sub> "
            + "and G<sub>max</sub> of each element are its means over the seven patterns, each taken by a long pulse, by the sign of "
            + "V<sub>i</sub>V<sub>j</sub>; α = V²/(G<sub>max</sub> − G<sub>min</sub>); η makes the least error "
            + "over the whole fitted sequence, run freely from its first G towards what each pattern gives the element at rest. "
            + $"The fit is in {FileName}, for OjaFilm to read. What is left is no noise: in the film an element also feels what the other "
            + "nodes do, which eq. 2 does not know.");
        string[] names = PairName.All(r.Film.NodeCount);
        page.Table(
            ["element", "η (µS/V²)", "α (V²/S)", "G<sub>min</sub> (mS)", "G<sub>max</sub> (mS)", "pulses to 1/e"],
            names.Select((n, p) => (IReadOnlyList<string>)
            [
                n, Number(
                    1e6 * s.LearningRate[p],
                    "0.00"), Number(s.Alpha[p], "0"), Number(1e3 * s.Minimum[p], "0.000"), Number(1e3 * s.Maximum[p], "0.000"),
                Number(-1 / Math.Log(1 - 2 * s.LearningRate[p] * s.Alpha[p]), "0.0"),
            ]));
        foreach (
            (string title, LearningRecord record) in (
                ReadOnlySpan<(string, LearningRecord)>)[("Fitted sequence", r.Fitted), ("Sequence that the fit did not see", r.HeldOut)])
        {
            string figure = record == r.Fitted ? "fitted" : "held-out";
            page.Heading(title);
            page.Figures(
                (figure + "-edges", Draw(s, record, names, [0, 1, 4, 5]), "Edges: film (lines) and eq. 2 (dashed)."),
                (figure + "-diagonals", Draw(s, record, names, [2, 3]), "Diagonals."));
        }
    }

    private static Figure Draw(OjaSurrogate s, LearningRecord record, string[] names, int[] pairs)
    {
        Plot plot = ReportFont.NewPlot();
        OjaModel model = s.Model();
        model.Conductance = record.Conductance[0];
        List<double[]> oja = [model.Conductance.ToPairs()];
        foreach (Pattern pattern in record.Patterns)
        {
            model.Apply(pattern.Voltages(s.Voltage));
            oja.Add(model.Conductance.ToPairs());
        }

        double[] x = [.. Enumerable.Range(0, oja.Count).Select(k => (double)k)];
        foreach (int p in pairs)
        {
            var film = plot.Add.ScatterLine(x, [.. record.Conductance.Select(g => 1e3 * g.ToPairs()[p])], Palette[p]);
            film.LineWidth = 2;
            film.LegendText = "G" + names[p];
            var fitted = plot.Add.ScatterLine(x, [.. oja.Select(g => 1e3 * g[p])], Palette[p]);
            fitted.LinePattern = LinePattern.Dashed;
            fitted.LineWidth = 1.5f;
        }

        plot.Legend.ManualItems.Add(
            new LegendItem { LabelText = "eq. 2 (dashed)", LineColor = Colors.Black, LineWidth = 1.5f, LinePattern = LinePattern.Dashed });

        plot.XLabel("pulses", 16);
        plot.YLabel("G (mS)", 16);
        plot.ShowLegend(Edge.Right);
        return Figure.Of(plot, 1000, 320);
    }
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(SurrogateError))]
internal sealed partial class SurrogateJson : JsonSerializerContext;
