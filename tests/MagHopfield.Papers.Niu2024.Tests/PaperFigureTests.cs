using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Tables;
using MagHopfield.Papers.Niu2024.Convergence;
using MagHopfield.Papers.Niu2024.Figure4;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Papers.Niu2024.Gates;
using MagHopfield.Papers.Niu2024.Inference;
using MagHopfield.Papers.Niu2024.Letters.Figure5;
using MagHopfield.Papers.Niu2024.Letters.Fonts;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Papers.Niu2024.Pulses;
using MagHopfield.Papers.Niu2024.Repeatability;
using MagHopfield.Papers.Niu2024.Spread;
using MagHopfield.Reports;
using MagHopfield.Shared;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Papers.Niu2024.Tests;

public class PaperFigureTests
{
    private static readonly FilmParameters Film = FilmParameters.Preset("niu2024");

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
        PageFigures.AssertReadable(2, page => FilmRecord.Body(Niu2024Pulse.Report(trials), page));
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
        PageFigures.AssertReadable(2, page => FilmRecord.Body(InferenceStudy.Of(inference), page));
        SpreadResult spread = new(
            Film, new SpreadParameters(),
            [
                .. Enumerable.Range(0, 20).Select(
                    k => new DeviceOutcome(k, 0.01 + (0.003 * k), 0.065, [Margins(k), Margins(k)], [Margins(k), Margins(k)], [4, 3])),
            ]);
        PageFigures.AssertReadable(4, page => FilmRecord.Body(SpreadStudy.Of(spread), page));
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
}
