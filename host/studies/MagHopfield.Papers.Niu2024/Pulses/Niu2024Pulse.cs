using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Pulses;

/// <summary>
/// How long a training pulse must last and how steep its edges must be. Niu et al., PNAS 2024, pulse for 50 and 200 µs ("due to
/// instrumental limitation of impedance mismatch, and much shorter pulses should be sufficient"); drivers of a real board take 1 µs to
/// rise.
/// </summary>
/// <param name="film">The film; computed on half as many cells along each axis.</param>
public sealed class Niu2024Pulse(FilmParameters film)
{
    private const double Volts = 5;

    /// <summary>Longest times under the field in seconds, with steep edges.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [1e-9, 2e-9, 5e-9, 10e-9, 20e-9, 60e-9, 250e-9];

    /// <summary>Durations of the edges in seconds, with a pulse that ends at rest.</summary>
    public IReadOnlyList<double> Rises { get; init; } = [1e-9, 10e-9, 100e-9, 1.3e-6];

    /// <summary>Runs all.</summary>
    /// <param name="store">Keeps what is done through an interruption.</param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early.</param>
    public IReadOnlyList<PulseTrial> Run(ResultStore store, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        FilmParameters coarse = film.WithCells(0.5);
        FilmParameters[] films = coarse.Magnetism.CoerciveField > 0 ? [coarse] : [coarse, coarse.WithFriction()];
        (double Width, double Rise)[] shapes = [.. Widths.Select(w => (w, 0.0)), .. Rises.Select(r => (Widths[^1], r))];

        // Both edges are integrated, beside some 100 ns until rest.
        double[] cost = [.. films.SelectMany(_ => shapes).Select(s => Math.Min(s.Width, 100e-9) + 2 * s.Rise)];
        List<PulseTrial> trials = [];
        foreach (FilmParameters which in films)
        {
            string name = which.Magnetism.CoerciveField > 0
                ? $"{film.Name}, Hc = {Number(which.Magnetism.CoerciveField, "0")} A/m"
                : film.Name;
            foreach ((double width, double rise) in shapes)
            {
                int k = trials.Count;
                FilmParameters timed = which with { Simulation = which.Simulation with { LongestTime = Math.Max(width, rise) } };
                IProgress<StudyProgress>? part = ProgressShare.Of(
                    progress, "", cost[..k].Sum() / cost.Sum(), cost[..(k + 1)].Sum() / cost.Sum());
                trials.Add(new PulseTrial(name, width, rise, SevenPatterns.Train(store, timed, Volts, [], part, cancellation, rise)));
            }
        }

        return trials;
    }

    /// <summary>The report.</summary>
    /// <param name="trials">What <see cref="Run"/> gave.</param>
    public static StudyRecord Report(IReadOnlyList<PulseTrial> trials)
    {
        const string Claim = "much shorter pulses than 50 µs are sufficient (Discussion)";
        PulseTrial[] steep = [.. trials.Where(t => t.Rise == 0 && t.Film == trials[0].Film)];
        PulseTrial? shortest = steep.Where(t => t.Learned == t.Trained.Patterns.Count).MinBy(t => t.Width);
        return PaperRecord.Of(
            "Niu 2024: how long and how steep a pulse must be",
            trials[0].Trained.Film,
            [
                new(
                    Claim,
                    "shortest 5 V pulse after which all seven patterns are lowest",
                    "below 50 µs",
                    shortest is null ? "none" : Nano(shortest.Width),
                    shortest is not null),
            ],
            page =>
            {
                page.Paragraph(
                    "Seven patterns, one after the other, by one 5 V pulse each, on "
                    + $"{trials[0].Trained.Film.Geometry.CellsX}×{trials[0].Trained.Film.Geometry.CellsY} cells; G right after the pulse. "
                    + "Time: longest under the full field, which ends earlier where the texture is at rest; the film integrates each edge "
                    + "with the field it has at each instant. Range: of G<sub>12</sub> over the "
                    + "seven patterns. Change: largest of any element of G, after any pattern, from the longest pulse with steep edges. A "
                    + "slow falling edge is time near zero field, in which a film without "
                    + "coercive field relaxes.");
                page.Figures(
                    (
                        "pulse-length",
                        PulsePlots.Lengths(trials),
                        "Against the length of the pulse, steep edges. A margin below the dashed line: a pattern is not learned. Change: "
                        + "from the longest pulse."));
                page.Figures(
                    (
                        "pulse-edges",
                        PulsePlots.Edges(trials),
                        "Against the duration of the edges, longest time under the full field "
                        + $"{Nano(trials.Where(t => t.Rise > 0).Max(t => t.Width))}. Change: from steep edges."));
                page.Details(
                    "The same in numbers",
                    ["film", "time", "edges", "learned", "smallest margin (µS·V²)", "range (µS)", "change (µS)", "of it at rest"],
                    trials.Select((t, k) => (IReadOnlyList<string>)
                    [
                        k > 0 && trials[k - 1].Film == t.Film
                            ? ""
                            : HtmlPage.Encode(t.Film), NoBreak(Nano(t.Width)), t.Rise == 0
                            ? "0"
                            : NoBreak(Nano(t.Rise)), NoBreak($"{t.Learned} of {t.Trained.Patterns.Count}"),
                        Number(1e6 * t.Margin, "0"), Number(1e6 * t.EdgeRange, "0"),
                        Number(1e6 * t.LargestChange(trials.Where(o => o.Film == t.Film && o.Rise == 0).MaxBy(o => o.Width)!), "0"),
                        NoBreak($"{t.Trained.Patterns.Count(p => p.Pulse.AtRest)} of {t.Trained.Patterns.Count}"),
                    ]));
            },
            trials.Select(t => new Dictionary<string, object>
            {
                ["film"] = t.Film,
                ["width_s"] = t.Width,
                ["rise_s"] = t.Rise,
                ["learned"] = t.Learned,
                ["margin_S_V2"] = t.Margin,
                ["conductance_S"] = t.Trained.Patterns.Select(p => p.Stages[0].Conductance.ToPairs()).ToArray(),
            }).ToArray(),
            PulseJson.Default.DictionaryStringObjectArray);
    }

    private static string Nano(double seconds) => $"{Number(1e9 * seconds, "0.##")} ns";
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Dictionary<string, object>[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(double[][]))]
internal sealed partial class PulseJson : JsonSerializerContext;
