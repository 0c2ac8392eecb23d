using System.Globalization;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Shared;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Inference;

/// <summary>
/// Inference by measured currents (Niu et al., PNAS 2024, "Inference process", steps 1 to 8): V_i = sgn(I_i − ξ I_i^1T), I_i the sum of
/// the currents into electrode i at both polarities. That sum is 2 Σ_{j≠i} G_ij V_j, so the protocol is a network of weights
/// G − ξ G_1T. The window of ξ in which all seven patterns are lowest in energy, for several AMR ratios.
/// </summary>
/// <param name="film">The film.</param>
public sealed class Niu2024Inference(FilmParameters film)
{
    private const double LowestFactor = 0.96;
    internal const double FactorStep = 0.0005;
    private const int FactorCount = 81;

    // On a symmetric film two couplings of a flipped node's neighbour cancel up to the noise of the texture, which is no information.
    private const double TieShare = 0.1;

    /// <summary>AMR ratios tried.</summary>
    public IReadOnlyList<double> AmrRatios { get; init; } = [0.01, 0.02, 0.04, 0.06, 0.08];

    /// <summary>Random orders tried from each distorted pattern.</summary>
    public int Repeats { get; init; } = 50;

    /// <summary>Trains, scans and recalls.</summary>
    /// <param name="store">Keeps what is done through an interruption.</param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early.</param>
    public InferenceResult Run(ResultStore store, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        const double Volts = 5;
        SevenPatterns trained = SevenPatterns.Train(store, film, Volts, [], progress, cancellation);
        TextureConductance transport = new(trained.Film);
        string document = FilmDocument.Of(film).Hash;
        List<InferenceWindow> windows = [];
        List<RecallStatistics> recalls = [];
        foreach (double a in AmrRatios)
        {
            cancellation.ThrowIfCancellationRequested();
            InferenceWindow window = store.Part(
                PartKey.Of("inference, an AMR ratio", document, a.ToString("R", CultureInfo.InvariantCulture)),
                WindowJson.Default.InferenceWindow,
                () => Preparation.Of(() => Window(trained, a), cancellation),
                cancellation);
            windows.Add(window);
            if (a == film.Transport.AmrRatio || a == AmrRatios[^1])
            {
                ConductanceMatrix saturated = transport.Saturated(a);
                ConductanceMatrix[] g = Conductance(trained, transport, a);
                double middle = window.Middle(Factors) ?? Niu2024Paper.ReferenceFactor;
                foreach (double xi in (double[])[Niu2024Paper.ReferenceFactor, middle])
                {
                    recalls.AddRange(Recalls(
                        $"currents, AMR {Percent(a, "0")}, ξ = {Number(xi, "0.0000")}",
                        [
                            .. trained.Patterns.Select(
                                (p, k) => (p.Pattern, (ILocalField)new CurrentField(g[k], saturated, xi), Weights(g[k], saturated, xi))),
                        ]));
                }
            }
        }

        recalls.AddRange(Recalls(
            "weights G − (G_min + G_max)/2",
            [.. trained.Patterns.Select(p => (p.Pattern, (ILocalField)trained.Weights(p.Pattern), trained.Weights(p.Pattern)))]));
        return new InferenceResult(film, Factors, windows, recalls);
    }

    /// <summary>ξ tried, rising.</summary>
    public static IReadOnlyList<double> Factors { get; } = [.. Enumerable.Range(0, FactorCount).Select(k => LowestFactor + k * FactorStep)];

    /// <summary>For which ξ of <see cref="Factors"/> trained textures are learned.</summary>
    /// <param name="trained">Textures right after their pulses.</param>
    /// <param name="amrRatio">a, no unit.</param>
    public static InferenceWindow Window(SevenPatterns trained, double amrRatio)
    {
        TextureConductance transport = new(trained.Film);
        ConductanceMatrix saturated = transport.Saturated(amrRatio);
        ConductanceMatrix[] g = Conductance(trained, transport, amrRatio);
        int Learned(double factor) =>
            trained.Patterns.Where((p, k) => EnergyLandscape.Of(Weights(g[k], saturated, factor), p.Pattern).IsLearned).Count();
        int fixedPoints = trained.Patterns.Where((p, k) => Enumerable.Range(0, 4).All(i =>
            p.Pattern[i] * Field(g[k], saturated, Niu2024Paper.ReferenceFactor, p.Pattern, i) > 0)).Count();
        return new InferenceWindow(amrRatio, [.. Factors.Select(Learned)], Learned(Niu2024Paper.ReferenceFactor), fixedPoints);
    }

    private static ConductanceMatrix[] Conductance(SevenPatterns trained, TextureConductance transport, double amrRatio) =>
        [.. trained.Patterns.Select(p => transport.Of(p.Stages[0].Texture, amrRatio))];

    private IEnumerable<RecallStatistics> Recalls(
        string method, IReadOnlyList<(Pattern Trained, ILocalField Field, WeightMatrix Weights)> films)
    {
        foreach (double share in (double[])[0, TieShare])
        {
            (Pattern, ILocalField, double)[] fields = [.. films.Select(f => (f.Trained, f.Field, share * f.Weights.Largest()))];
            string ties = share == 0 ? "" : $", ties below {Percent(share, "0")}";
            foreach (RecallMode mode in (RecallMode[])[RecallMode.Asynchronous, RecallMode.Synchronous])
                yield return RecallStatistics.Of(method + ties, fields, mode, Repeats);
        }
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

    private static double BothPolarities(ConductanceMatrix g, Pattern state, int node) =>
        g.Currents(state.Voltages(1))[node] + g.Currents(state.Flip(node).Voltages(1))[node];
}
