using MagHopfield.Experiments.Energy;
using MagHopfield.Film.Parameters;
using MagHopfield.Shared;
using static MagHopfield.Experiments.Report.ReportText;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>
/// Boolean gates (Niu et al., PNAS 2024, "Boolean logics operation"): inputs at nodes 2 and 3, control at node 1, output at node 4 as
/// sgn(V2 w24 + V3 w34 + V1 w14). After "+ - - -" the control decides between AND and OR as long as |w14| is smaller than w24 + w34 and
/// larger than their difference; a survey tells for which films and protocols that holds.
/// </summary>
/// <param name="film">The film.</param>
public sealed class Niu2024Gates(FilmParameters film)
{
    private const double Volts = 5;
    private const double Settled = 20e-9;

    /// <summary>Trains and tries all gates.</summary>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early.</param>
    public GatesResult Run(IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        List<Func<IEnumerable<GateProtocol>>> main =
        [
            () => Train(film, "as it is", [], cancellation),
            () => Train(ThinFilm(film), $"K = Ms, Hc = {Number(FilmVariant.CoerciveField, "0")} A/m", [Settled], cancellation),
        ];
        FilmParameters coarse = film.WithCells(0.5);
        List<Func<IEnumerable<GateProtocol>>> survey =
        [
            .. ((double[])[43.062, 400, 4e3, 4e4, 8e5]).Select(k => (Func<IEnumerable<GateProtocol>>)(() =>
                Train(coarse.WithHardAxis(k), $"K = {Number(k, "0")} A/m", [5e-9, Settled], cancellation))),
            .. ((double[])[0.01, 0.08]).Select(a => (Func<IEnumerable<GateProtocol>>)(() =>
                Train(coarse.WithAmr(a), $"AMR {Percent(a, "0")}", [], cancellation))),
            () => Train(coarse, "10 V", [], cancellation, 2 * Volts),
            .. ((double[])[0, 50, 100, 200, 400]).Select(h => (Func<IEnumerable<GateProtocol>>)(() =>
                Train(coarse.InPlane().WithFriction(h), $"K = Ms, Hc = {Number(h, "0")} A/m", [Settled, 200e-9], cancellation))),
            .. Enumerable.Range(2, 5).Select(seed => (Func<IEnumerable<GateProtocol>>)(() =>
                Train(ThinFilm(coarse).WithSeed(seed), $"K = Ms, Hc = {Number(FilmVariant.CoerciveField, "0")} A/m, seed {seed}", [Settled], cancellation))),
            () => OtherReferences(coarse, "K as printed", cancellation),
            () => OtherReferences(coarse.InPlane(), "K = Ms", cancellation),
        ];
        int done = 0;
        List<GateProtocol> Run(List<Func<IEnumerable<GateProtocol>>> jobs) => [.. jobs.SelectMany(job =>
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new ExperimentProgress("gates", (double)done++ / (main.Count + survey.Count)));
            return job().ToList();
        })];
        List<GateProtocol> first = Run(main);
        double scale = Math.Abs(new TextureConductance(film).Saturated(film.Transport.AmrRatio)[0, 3]);
        return new GatesResult(film, first, Run(survey), scale);
    }

    private static FilmParameters ThinFilm(FilmParameters film) => film.InPlane().WithFriction();

    private static IEnumerable<GateProtocol> Train(FilmParameters film, string name, double[] times, CancellationToken cancellation, double volts = Volts)
    {
        SevenPatterns trained = SevenPatterns.Train(film, volts, times, null, cancellation);
        for (int stage = 0; stage <= times.Length; stage++)
        {
            int at = stage;
            yield return new GateProtocol(
                $"{name}; {(at == 0 ? "right after the pulse" : $"after {Number(1e9 * times[at - 1], "0")} ns at zero field")}",
                GateTable.All(p => trained.Weights(p, at, at)),
                trained.Landscapes(at, at).Count(l => l.IsLearned));
        }
    }

    // The same textures weighed against references other than the middle of the range.
    private static IEnumerable<GateProtocol> OtherReferences(FilmParameters film, string name, CancellationToken cancellation)
    {
        SevenPatterns trained = SevenPatterns.Train(film, Volts, [], null, cancellation);
        ConductanceMatrix saturated = new TextureConductance(film).Saturated(film.Transport.AmrRatio);
        ConductanceMatrix mean = ConductanceMatrix.FromPairs(
            film.NodeCount,
            [.. Enumerable.Range(0, saturated.PairCount).Select(p => trained.Patterns.Average(q => q.Stages[0].Conductance.ToPairs()[p]))]);
        IEnumerable<(string, Func<ConductanceMatrix, WeightMatrix>)> references =
        [
            ("mean of the seven", g => WeightMatrix.FromConductance(g, mean)),
            .. ((double[])[0.98, 0.985, 0.99, 0.9925, 0.995, 0.9975]).Select(xi =>
                ($"ξ G of 1 T, ξ = {Number(xi, "0.0000")}", (Func<ConductanceMatrix, WeightMatrix>)(g => Niu2024Inference.Weights(g, saturated, xi)))),
        ];
        foreach ((string reference, Func<ConductanceMatrix, WeightMatrix> weigh) in references)
        {
            WeightMatrix Weights(Pattern p) => weigh(trained.Patterns.Single(q => q.Pattern.SameUpToSign(p)).Stages[0].Conductance);
            yield return new GateProtocol(
                $"{name}; right after the pulse; reference: {reference}",
                GateTable.All(Weights),
                trained.Patterns.Count(p => EnergyLandscape.Of(Weights(p.Pattern), p.Pattern).IsLearned));
        }
    }
}
