using MagHopfield.Experiments.CrossCheck;
using MagHopfield.Experiments.EndToEnd;
using MagHopfield.Experiments.Letters.Figure5;
using MagHopfield.Experiments.Letters.Fonts;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Experiments.Report;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Reports;
using MagHopfield.Reports.Figures;
using MagHopfield.Shared;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Experiments.Tests.Report;

public class ReportFigureTests
{
    private static readonly FilmParameters Film = FilmParameters.Preset("niu2024");

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(9)]
    [InlineData(12)]
    public void An_energy_diagram_names_its_states_in_letters_that_can_be_read(int nodes)
    {
        Pattern trained = Pattern.FromState(1, nodes);
        double[] energies =
        [
            .. Enumerable.Range(0, 1 << nodes).Select(s => Pattern.FromState(s, nodes).SameUpToSign(trained) ? -5e-3 : 1e-3 * Math.Sin(s)),
        ];
        Figure figure = EnergyDiagram.Draw(energies, trained);
        FigureTexts.AssertReadable(figure);

        // One text a sign, and one stack of them a name; the trained pattern and its negative always have theirs.
        int signs = FigureTexts.Words(figure).Count(w => w is "+" or "−");
        Assert.Equal(0, signs % nodes);
        Assert.InRange(signs / nodes, nodes > 5 ? 2 : 1 << nodes, 1 << nodes);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(16)]
    public void Every_bar_of_the_cross_check_bears_the_name_of_its_element(int nodes)
    {
        IReadOnlyList<CrossCheckRow> rows = Rows(nodes);
        Figure figure = AgreementPlot.Draw(rows);
        FigureTexts.AssertReadable(figure);
        Assert.Equal(rows.Select(r => "G" + r.Pair), FigureTexts.Words(figure).Where(w => w.StartsWith('G')));
    }

    [Theory]
    [InlineData(4, 11)]
    [InlineData(4, 1)]
    [InlineData(8, 3)]
    public void Bars_of_many_lessons_are_named_lesson_by_lesson(int nodes, int lessons)
    {
        Figure figure = AgreementPlot.Many([.. Enumerable.Range(0, lessons).Select(k => (k % 2 == 0 ? "+ − + −" : "NAND", Rows(nodes)))]);
        FigureTexts.AssertReadable(figure);
        Assert.Equal(lessons * Rows(nodes).Count, FigureTexts.Words(figure).Count(w => w.StartsWith('G')));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(4, 7)]
    [InlineData(4, 24)]
    [InlineData(4, 200)]
    [InlineData(35, 3)]
    public void A_history_of_G_can_be_read_however_many_trainings_it_has(int nodes, int trainings)
    {
        string[] names = PairName.All(nodes);
        double[] times = [.. Enumerable.Range(0, 10 * trainings).Select(k => 1e-8 * k)];
        double[][] samples =
        [
            .. times.Select(t => names.Select((_, p) => -0.06 - (1e-4 * p) + (1e-3 * Math.Sin((1e8 * t) + p))).ToArray()),
        ];
        (double, string)[] starts = [.. Enumerable.Range(0, trainings).Select(k => (1e-7 * k, k == 0 ? "+ − + −" : "− − + +"))];
        Figure figure = ConductanceHistoryPlot.Draw(
            [.. Enumerable.Range(0, names.Length)], names, times, samples, [times[^1]], [samples[^1]], starts);
        FigureTexts.AssertReadable(figure);
        int titles = FigureTexts.Words(figure).Count(w => w is "+ − + −" or "− − + +");
        Assert.InRange(titles, Math.Min(trainings, 24), trainings);
    }

    [Theory]
    [InlineData("niu2024", 4)]
    [InlineData("niu2024-7x5", 35)]
    public void Fields_of_a_film_have_its_electrodes_a_scale_and_their_colours_explained(string preset, int nodes)
    {
        FilmParameters film = FilmParameters.Preset(preset);
        FilmOutline outline = FilmPlan.Outline(film);
        Assert.Equal(nodes, outline.ElectrodeEdges.Count(edges => edges.Count >= 4));
        int cells = outline.CellsX * outline.CellsY;
        double[] x =
        [
            .. Enumerable.Range(0, cells).Select(i => Math.Cos(0.01 * i)),
        ], y = [.. Enumerable.Range(0, cells).Select(i => Math.Sin(0.01 * i))];
        Pattern pattern = Pattern.FromState(5, nodes > 16 ? 4 : nodes);
        if (nodes > 16)
            pattern = new Pattern([.. Enumerable.Range(0, nodes).Select(k => (sbyte)(k % 2 == 0 ? 1 : -1))]);
        FilmPicture.Magnetisation texture = new("after 12 pulses", x, y, new double[cells], pattern);
        Figure one = FilmPicture.Textures(outline, texture), many = FilmPicture.Textures(
            outline, texture, texture, texture, texture, texture, texture);
        FigureTexts.AssertReadable(one);
        FigureTexts.AssertReadable(many);
        Assert.Contains("centre: mz = +1", FigureTexts.Words(one));
        foreach (
            (double size, string unit) in (
                ReadOnlySpan<(double, string)>)[(2e-3, "(mA/m)"), (340, "(A/m)"), (4.2e4, "(kA/m)"), (0, "(A/m)")])
        {
            Figure current = FilmPicture.Current(outline, [.. x.Select(v => size * v)], [.. y.Select(v => size * v)], pattern);
            FigureTexts.AssertReadable(current);
            Assert.Contains(unit, FigureTexts.Words(current));
        }
    }

    [Fact]
    public void Where_a_film_has_holes_a_map_of_its_current_has_the_colour_of_no_film()
    {
        FilmParameters disk = Film with { Geometry = Film.Geometry with { Outline = new EllipseShape(2.5e-6, 2.5e-6, 2.5e-6, 2.5e-6) } };
        FilmOutline outline = FilmPlan.Outline(disk);
        int cells = outline.CellsX * outline.CellsY;
        double[] j = [.. Enumerable.Range(0, cells).Select(i => outline.IsFilm[i] ? 1000.0 : 0)];
        Figure current = FilmPicture.Current(outline, j, j, Pattern.FromState(5, 4));
        FigureTexts.AssertReadable(current);
        Assert.Contains("no film", FigureTexts.Words(current));
        using SkiaSharp.SKBitmap bitmap = SkiaSharp.SKBitmap.Decode(current.Png);

        // Four pixels inside the frame's corner, beside the electrode's mark; the same film without its hole is bright or dark there, not
        // grey.
        SkiaSharp.SKColor corner = bitmap.GetPixel(2 * (14 + 200), 2 * (14 + 200)), hole = bitmap.GetPixel(2 * (14 + 60), 2 * (14 + 4));
        Assert.Equal(new SkiaSharp.SKColor(200, 200, 200), hole);
        Assert.NotEqual(hole, corner);
        Assert.DoesNotContain("no film", FigureTexts.Words(FilmPicture.Current(FilmPlan.Outline(Film), j, j, Pattern.FromState(5, 4))));
    }

    [Theory]
    [InlineData(6, "")]
    [InlineData(16, "")]
    [InlineData(595, "Of 595 pairs the 16 that change most are drawn. ")]
    public void A_history_says_how_many_of_its_pairs_are_drawn(int pairs, string expected) =>
        Assert.Equal(expected, ConductanceHistoryPlot.Selection(pairs));

    [Fact]
    public void The_plot_of_letters_says_which_pairs_it_draws() =>
        Assert.Equal(
            "G of 5 of 58 pairs of neighbours, those on which the letters disagree most",
            Figure5Pictures.Selection(LetterFont.Load("block").Set("ECP")));

    [Fact]
    public void What_pulses_of_every_length_teach_can_be_read_from_a_plot()
    {
        PulseTrial[] trials =
        [
            .. from name in (string[])["niu2024-held", "niu2024-held, Hc = 50 A/m"]
            from shape in ((double, double)[])
            [
                (1e-9, 0), (2e-9, 0), (5e-9, 0), (10e-9, 0), (20e-9, 0), (60e-9, 0), (250e-9, 0),
                (250e-9, 1e-9), (250e-9, 10e-9), (250e-9, 100e-9), (250e-9, 1.3e-6),
            ]
            select new PulseTrial(name, shape.Item1, shape.Item2, Trained(shape.Item1 + shape.Item2)),
        ];
        PageFigures.AssertReadable(2, page => PaperRecord.Body(Niu2024Pulse.Report(trials), page));
        Assert.Contains("1300", FigureTexts.Words(PulsePlots.Edges(trials)));
    }

    [Fact]
    public void What_each_finer_computation_moves_can_be_read_from_a_plot()
    {
        string[] figures = ["eq. 1", "Fig. 4, range", "gates of niu2024-gates, after 20 ns at zero field"];
        ConvergenceRun Run(string name, double factor) => new(
            name, Film,
            [
                .. figures.SelectMany(
                    f =>
                        Enumerable.Range(1, 6).Select(
                            k => new ConvergenceValue(f, $"G{k}", factor * 1e-3 * k, ConvergenceKind.Conductance))),
            ], 1);
        Figure figure = ConvergencePlot.Draw(
            new ConvergenceResult([Run("as reported", 1), Run("cells ÷ 2", 1.004), Run("step error ÷ 10", 1), Run("solver ÷ 100", 1.5)]));
        FigureTexts.AssertReadable(figure);
        IReadOnlyList<string> words = FigureTexts.Words(figure);
        Assert.All(
            [.. figures, "cells ÷ 2", "step error ÷ 10", "solver ÷ 100", "allowed", "≤ 0.001", "1", "100"], w => Assert.Contains(w, words));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(38)]
    public void The_margins_of_many_gates_can_be_read_from_a_plot(int protocols)
    {
        GateProtocol[] survey =
        [
            .. Enumerable.Range(0, protocols).Select(k => new GateProtocol(
                $"every moment along the field, leads of 0.25 sheet resistances; try {k}",
                [.. GateTable.Published.Select((p, g) => new GateTable(p.Pattern, p.Control, [-1e-6, -2e-6 * g, 3e-6, k * 1e-5]))], 7)),
        ];
        Figure figure = GateSurveyPlot.Draw(survey);
        FigureTexts.AssertReadable(figure);
        Assert.All(
            (string[])[.. survey.Select(p => p.Name), "AND", "OR", "NOR", "NAND"], w => Assert.Contains(w, FigureTexts.Words(figure)));
    }

    [Fact]
    public void How_long_a_film_keeps_its_patterns_can_be_read_from_a_plot()
    {
        Figure figure = RetentionPlot.Draw(Trained(1e-9, 0, 20e-9, 200e-9), "permalloy-5um, Hc 796 A/m, full demagnetising field");
        FigureTexts.AssertReadable(figure);
        Assert.Equal(["0", "20", "200"], FigureTexts.Words(figure).Where(w => w is "0" or "20" or "200").Distinct().Order());
        Assert.Contains("time at zero field (ns), not to scale", FigureTexts.Words(figure));
    }

    [Fact]
    public void How_well_a_film_repeats_itself_can_be_read_from_a_plot()
    {
        RepeatabilityResult result = new(
            Film,
            [.. Enumerable.Range(0, 7).Select(k => Enumerable.Range(0, 8).Select(round => Conductance(k + (0.01 * round))).ToArray())]);
        Figure figure = RepeatabilityPlot.Draw(result);
        FigureTexts.AssertReadable(figure);
        Assert.Contains("G34", FigureTexts.Words(figure));
        Assert.Contains("deviation of G (% of its range)", FigureTexts.Words(figure));
    }

    [Fact]
    public void Figure_5_can_be_read()
    {
        (double, double)[] y = [(0.97, 0.01), (0.8, 0.02), (0.5, 0.05)];
        FigureTexts.AssertReadable(
            Figure5Pictures.Accuracy(
                "flipped pixels of 35", [1, 2, 3], [("similarity", y), ("exact recall", y), ("no recall", y), ("outer product", y)], 0.97));
        ConductanceMatrix g = ConductanceMatrix.FromPairs(35, [.. Enumerable.Range(0, 595).Select(k => -1e-3 - (1e-6 * k))]);
        ConductanceMatrix average = ConductanceMatrix.FromPairs(35, [.. Enumerable.Repeat(-1.3e-3, 595)]);
        FigureTexts.AssertReadable(Figure5Pictures.Weights(WeightMatrix.FromConductance(g, average)));
    }

    [Fact]
    public void Plots_of_the_inference_and_of_the_spread_can_be_read()
    {
        double[] factors = [.. Enumerable.Range(0, 41).Select(k => 0.96 + (0.001 * k))];
        int[] learned = [.. factors.Select((_, k) => k % 8)];
        InferenceResult inference = new(
            Film, factors, [.. ((double[])[0.01, 0.02, 0.04, 0.08]).Select(a => new InferenceWindow(a, learned, 7, 7))],
            [
                new RecallStatistics(
                    "G",
                    RecallMode.Asynchronous,
                    100,
                    90,
                    0,
                    [1, 2, 3],
                    [.. Enumerable.Range(0, 100).Select(k => k % 37)],
                    [.. Enumerable.Repeat(1.0, 7)]),
            ]);
        PageFigures.AssertReadable(2, page => PaperRecord.Body(InferenceStudy.Of(inference), page));
        SpreadResult spread = new(
            Film, new SpreadParameters(),
            [
                .. Enumerable.Range(0, 20).Select(
                    k => new DeviceOutcome(k, 0.01 + (0.003 * k), 0.065, [Margins(k), Margins(k)], [Margins(k), Margins(k)], [4, 3])),
            ]);
        PageFigures.AssertReadable(4, page => PaperRecord.Body(SpreadStudy.Of(spread), page));
    }

    private static SevenPatterns Trained(double seed, params double[] times) =>
        new(Film, [.. WiringGeometry.All(4).Select((p, k) => new LearnedPattern(
        p, new IntegratedPulse(2e-4, 0, 1e-7, 0, 0, 0, 5, true, 100),
        [
            .. (times.Length == 0 ? [0.0] : times).Select(t => new FilmStage(t, Conductance(k + (1e9 * (seed + t))), [[], [], []])),
        ], [], []))]);

    private static ConductanceMatrix Conductance(double seed) =>
        ConductanceMatrix.FromPairs(4, [.. Enumerable.Range(0, 6).Select(p => -0.06 - (1e-3 * Math.Sin(seed + p)))]);

    private static double[] Margins(int device) => [.. Enumerable.Range(0, 7).Select(p => 1e-4 * (p + device - 8))];

    private static IReadOnlyList<CrossCheckRow> Rows(int nodes) => [.. PairName.All(nodes).Select((name, k) => new CrossCheckRow(
        name, -0.065 * (1 + (1e-5 * Math.Sin(k))), -0.065, 0.065, 1e-6, 5e-4))];
}
