using MagHopfield.Film.Parameters;
using MagHopfield.Shared;
using static MagHopfield.Experiments.Niu2024.ReportText;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>
/// Inference by measured currents (Niu et al., PNAS 2024, "Inference process", steps 1 to 8): V_i = sgn(I_i − ξ I_i^1T), I_i the sum of
/// the currents into electrode i at both polarities. That sum is 2 Σ_{j≠i} G_ij V_j, so the protocol is a network of weights
/// G − ξ G_1T. The window of ξ in which all seven patterns are lowest in energy, for several AMR ratios.
/// </summary>
/// <param name="film">The film.</param>
public sealed class Niu2024Inference(FilmParameters film)
{
    private const double LowestFactor = 0.96;
    private const double FactorStep = 0.0005;
    private const int FactorCount = 81;

    /// <summary>AMR ratios tried.</summary>
    public IReadOnlyList<double> AmrRatios { get; init; } = [0.01, 0.02, 0.04, 0.06, 0.08];

    /// <summary>Trains and scans.</summary>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early.</param>
    public PaperReport Run(IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        const double Volts = 5;
        SevenPatterns trained = SevenPatterns.Train(film, Volts, [], progress, cancellation);
        TextureConductance transport = new(trained.Film);
        List<InferenceWindow> windows = [];
        foreach (double a in AmrRatios)
        {
            cancellation.ThrowIfCancellationRequested();
            ConductanceMatrix saturated = transport.Saturated(a);
            ConductanceMatrix[] g = [.. trained.Patterns.Select(p => transport.Of(p.Stages[0].Texture, a))];
            int Learned(double factor) => trained.Patterns.Where((p, k) => EnergyLandscape.Of(Weights(g[k], saturated, factor), p.Pattern).IsLearned).Count();
            int[] counts = [.. Factors().Select(Learned)];
            int fixedPoints = trained.Patterns.Where((p, k) => Enumerable.Range(0, 4).All(i =>
                p.Pattern[i] * Field(g[k], saturated, Niu2024Paper.ReferenceFactor, p.Pattern, i) > 0)).Count();
            windows.Add(new InferenceWindow(a, counts, Learned(Niu2024Paper.ReferenceFactor), fixedPoints));
        }

        double[] factors = [.. Factors()];
        return new PaperReport(
            "Niu 2024: inference by measured currents",
            film,
            [.. windows.Select(w => new PaperComparison(
                $"AMR {Percent(w.AmrRatio)}: patterns lowest in energy at ξ = 0.98, and fixed points of the protocol there", "7 of 7",
                $"{w.LearnedAtPaper} of 7, {w.FixedAtPaper} fixed points; all seven for ξ in {w.Window(factors)}", w.LearnedAtPaper == 7 && w.FixedAtPaper == 7))],
            page =>
            {
                page.Heading("Patterns learned, by ξ");
                page.Table(
                    ["ξ", .. windows.Select(w => "a = " + Percent(w.AmrRatio))],
                    factors.Select((f, k) => (IReadOnlyList<string>)[Number(f, "0.0000"), .. windows.Select(w => $"{w.Learned[k]} of 7")]).Where((_, k) => k % 2 == 0));
            },
            new Dictionary<string, object> { ["factors"] = factors, ["windows"] = windows });
    }

    /// <summary>The measured field of a node in amperes at V = ±1 V, step by step as the protocol has it.</summary>
    /// <param name="film">G of the film in siemens.</param>
    /// <param name="saturated">G in the 1 T field in siemens.</param>
    /// <param name="factor">ξ.</param>
    /// <param name="state">Signs of the electrodes.</param>
    /// <param name="node">Zero-based electrode.</param>
    public static double Field(ConductanceMatrix film, ConductanceMatrix saturated, double factor, Pattern state, int node) =>
        BothPolarities(film, state, node) - factor * BothPolarities(saturated, state, node);

    /// <summary>G − ξ G_1T in siemens: the weights that the protocol amounts to.</summary>
    public static WeightMatrix Weights(ConductanceMatrix film, ConductanceMatrix saturated, double factor)
    {
        ConductanceMatrix scaled = ConductanceMatrix.FromPairs(saturated.NodeCount, [.. saturated.ToPairs().Select(v => factor * v)]);
        return WeightMatrix.FromConductance(film, scaled);
    }

    private static IEnumerable<double> Factors() => Enumerable.Range(0, FactorCount).Select(k => LowestFactor + k * FactorStep);

    private static double BothPolarities(ConductanceMatrix g, Pattern state, int node) =>
        g.Currents(state.Voltages(1))[node] + g.Currents(state.Flip(node).Voltages(1))[node];
}
