using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Papers.Niu2024.Inference;
using MagHopfield.Shared;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Gates;

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
    private const double Kept = 200e-9;

    /// <summary>Trains and tries all gates.</summary>
    /// <param name="store">Keeps what is done through an interruption.</param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early; finished protocols stay in the store.</param>
    public GatesResult Run(ResultStore store, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        // The pads as the paper has them, unless the film's are held already.
        FilmParameters held = film.NeededGold.LeadResistance == 0 ? film : Preparation.Of(() => film.WithLeads(0), cancellation);
        bool hasFriction = film.Magnetism.CoerciveField > 0;
        List<Func<IEnumerable<GateProtocol>>> main =
        [
            () => Train(film, "as it is", [Settled], cancellation),
            .. film == held
                ? Array.Empty<Func<IEnumerable<GateProtocol>>>()
                : [() => Train(held, "pads held at the pattern's voltages", [Settled], cancellation)],
            .. hasFriction ? Array.Empty<Func<IEnumerable<GateProtocol>>>() :
                [
                    () =>
                        Train(
                            held.WithFriction(),
                            $"pads held, Hc = {Number(FilmVariant.CoerciveField, "0")} A/m",
                            [Settled, Kept],
                            cancellation),
                ],
        ];
        FilmParameters coarse = held.WithCells(0.5);
        FilmParameters kept = hasFriction ? coarse : coarse.WithFriction();
        List<Func<IEnumerable<GateProtocol>>> survey =
        [
            .. ((double[])[0, 0.25, 1, 4, 2000]).Select(r => (Func<IEnumerable<GateProtocol>>)(() =>
                Preparation.Of(
                    () => Aligned(coarse.WithLeads(r), $"every moment along the field, leads of {Number(r, "0.##")} sheet resistances"),
                    cancellation))),
            .. ((double[])[0.25, 1, 4, 2000]).Select(r => (Func<IEnumerable<GateProtocol>>)(() =>
                Train(
                    Preparation.Of(() => coarse.WithLeads(r), cancellation),
                    $"leads of {Number(r, "0.##")} sheet resistances",
                    [],
                    cancellation))),
            .. ((double[])[43.062, 400, 4e3, 4e4, 8e5]).Select(k => (Func<IEnumerable<GateProtocol>>)(() =>
                Train(coarse.WithHardAxis(k), $"K = {Number(k, "0")} A/m", [Settled], cancellation))),
            .. ((double[])[0.01, 0.08]).Select(a => (Func<IEnumerable<GateProtocol>>)(() =>
                Train(coarse.WithAmr(a), $"AMR {Percent(a, "0")}", [], cancellation))),
            () => Train(coarse, "10 V", [], cancellation, 2 * Volts),
            .. ((double[])[20, 50, 100, 200]).Select(h => (Func<IEnumerable<GateProtocol>>)(() =>
                Train(coarse.WithFriction(h), $"Hc = {Number(h, "0")} A/m", [Settled, Kept], cancellation))),
            .. Enumerable.Range(2, 5).Select(seed => (Func<IEnumerable<GateProtocol>>)(() =>
                Train(kept.WithSeed(seed), $"Hc = {Number(kept.Magnetism.CoerciveField, "0")} A/m, seed {seed}", [Settled], cancellation))),
            () => OtherReferences(coarse, "K as printed", cancellation),
        ];
        string document = FilmDocument.Of(film).Hash;
        int done = 0;
        List<GateProtocol> Run(List<Func<IEnumerable<GateProtocol>>> jobs) => [.. jobs.SelectMany(job =>
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new StudyProgress("gates", (double)done / (main.Count + survey.Count)));

            // The film decides which protocols there are, and their order.
            PartKey key = PartKey.Of("gates, a protocol", document, $"{done++}");
            return store.Part(key, ProtocolJson.Default.GateProtocolArray, () => [.. job()], cancellation);
        })];
        List<GateProtocol> first = Run(main);
        double scale = Math.Abs(Preparation.Of(() => new TextureConductance(film).Saturated(film.Transport.AmrRatio), cancellation)[0, 3]);
        return new GatesResult(film, first, Run(survey), scale);
    }

    private static GateProtocol[] Aligned(FilmParameters film, string name)
    {
        Pattern[] patterns = WiringGeometry.All(film.NodeCount);
        IReadOnlyList<ConductanceMatrix> trained = AlignedTexture.Conductance(film, patterns);
        ReferenceConductance range = new();
        foreach (ConductanceMatrix g in trained)
            range.Include(g);

        ConductanceMatrix average = range.Average();
        WeightMatrix Weights(Pattern p) => WeightMatrix.FromConductance(trained[Array.FindIndex(patterns, p.SameUpToSign)], average);
        return [new GateProtocol(name, GateTable.All(Weights), patterns.Count(p => EnergyLandscape.Of(Weights(p), p).IsLearned))];
    }

    private static IEnumerable<GateProtocol> Train(
        FilmParameters film, string name, double[] times, CancellationToken cancellation, double volts = Volts)
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
        ConductanceMatrix saturated = Preparation.Of(() => new TextureConductance(film).Saturated(film.Transport.AmrRatio), cancellation);
        ConductanceMatrix mean = ConductanceMatrix.FromPairs(
            film.NodeCount,
            [.. Enumerable.Range(0, saturated.PairCount).Select(p => trained.Patterns.Average(q => q.Stages[0].Conductance.ToPairs()[p]))]);
        IEnumerable<(string, Func<ConductanceMatrix, WeightMatrix>)> references =
        [
            ("mean of the seven", g => WeightMatrix.FromConductance(g, mean)),
            .. ((double[])[0.98, 0.985, 0.99, 0.9925, 0.995, 0.9975]).Select(xi =>
                (
                    $"ξ G of 1 T, ξ = {Number(xi, "0.0000")}",
                    (Func<ConductanceMatrix, WeightMatrix>)(g => Niu2024Inference.Weights(g, saturated, xi)))),
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
