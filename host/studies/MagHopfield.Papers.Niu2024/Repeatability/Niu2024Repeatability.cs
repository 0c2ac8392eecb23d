using System.Text.Json.Serialization;
using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Json;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Shared;
using MagHopfield.Store;
using static MagHopfield.FilmStudies.Pictures.PatternText;

namespace MagHopfield.Papers.Niu2024.Repeatability;

/// <summary>
/// Repeatability when switching between configurations (Niu et al., PNAS 2024, "good stability and repeatability"; its Figure S3 is not in
/// our copy): the seven patterns again and again, in another random order each round, so that each is reached from others.
/// </summary>
/// <param name="film">The film.</param>
public sealed class Niu2024Repeatability(FilmParameters film)
{
    private const double Volts = 5;

    // The paper gives no number: a tenth of what an element changes by still tells the patterns apart at ten standard deviations.
    private const double Good = 0.1;

    /// <summary>Rounds of all seven patterns.</summary>
    public int Rounds { get; init; } = 8;

    /// <summary>Temperature in kelvin and time integrated under each pulse in seconds of the second run, on half as many cells.</summary>
    public (double Kelvin, double PulseTime) Warm { get; init; } = (300, 100e-9);

    /// <summary>Runs the film as it is, then at a temperature.</summary>
    /// <param name="store">Keeps what is done through an interruption.</param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early.</param>
    public IReadOnlyList<RepeatabilityResult> Run(ResultStore store, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        FilmParameters coarse = film.WithCells(0.5);
        FilmParameters warm = coarse with
        {
            Magnetism = coarse.Magnetism with { CoerciveField = 0, Temperature = Warm.Kelvin },
            Simulation = coarse.Simulation with { LongestTime = Warm.PulseTime },
        };
        return [Kept(film, 0), Kept(warm, 1)];

        RepeatabilityResult Kept(FilmParameters which, int run) => new(
            which,
            store.Part(
                PartKey.Of("repeatability, a film", FilmDocument.Of(which).Hash, $"{Rounds}"),
                VisitsJson.Default.ConductanceMatrixArrayArray,
                () => Visit(which, run, progress, cancellation),
                cancellation));
    }

    /// <summary>The report.</summary>
    public static StudyRecord Report(IReadOnlyList<RepeatabilityResult> runs) => PaperRecord.Of(
        "Niu 2024: repeatability when switching between patterns",
        runs[0].Film,
        [.. runs.SelectMany(r => (StudyComparison[])
        [
            new(
                "Fig. S3: good repeatability when switching between patterns",
                $"{Name(r)}: scatter of G over its range between patterns, root mean square and largest (below 10 %)",
                "good repeatability",
                $"{Percent(r.MeanRelativeScatter)}, {Percent(r.LargestRelativeScatter)} ({r.Visits[0].Count} visits)",
                r.LargestRelativeScatter < Good),
            new(
                "Fig. S3: good repeatability when switching between patterns",
                $"{Name(r)}: patterns lowest in energy, round by round",
                "7 of 7",
                string.Join(" ", r.LearnedByRound), r.LearnedByRound.All(n => n == r.Visits.Count)),
        ])],
        page =>
        {
            page.Paragraph(
                "Each round trains the seven patterns in another random order. Scatter: standard deviation over the visits of a pattern; "
                + "range: between the means of the patterns.");
            foreach (RepeatabilityResult r in runs)
            {
                page.Heading(Name(r));
                page.Figures(
                    (
                        "repeatability",
                        RepeatabilityPlot.Draw(r),
                        "Deviation of each element from its mean after the same pattern, root mean square over the patterns."));
                string[] names = PairName.All(r.Film.NodeCount);
                page.Table(
                    ["pattern", .. names.Select(n => $"G<sub>{n}</sub>")],
                    [
                        .. WiringGeometry.All(r.Film.NodeCount).Select((p, k) => (IReadOnlyList<string>)
                        [
                            Signs(p), .. names.Select(
                                (_, pair) => $"{Number(1e3 * r.Mean(k, pair), "0.000")} mS ± {Number(1e6 * r.Scatter(k, pair), "0.0")} µS"),
                        ]),
                        ["range", .. names.Select((_, pair) => Milli(r.Range(pair)))],
                    ]);
            }
        },
        runs.Select(r => r.Visits.Select(v => v.Select(g => g.ToPairs()).ToArray()).ToArray()).ToArray(),
        RepeatabilityJson.Default.DoubleArrayArrayArrayArray);

    private static string Name(RepeatabilityResult r) =>
        $"{Number(r.Film.Magnetism.Temperature, "0")} K, {r.Film.Geometry.CellsX}×{r.Film.Geometry.CellsY} cells";

    private ConductanceMatrix[][] Visit(FilmParameters which, int run, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        MicromagneticFilm magnet = MicromagneticFilm.Prepare(which with { Simulation = which.Simulation.WithoutRest() }, cancellation);
        Pattern[] patterns = WiringGeometry.All(which.NodeCount);
        List<ConductanceMatrix>[] visits = [.. patterns.Select(_ => new List<ConductanceMatrix>())];
        Random random = new(which.Magnetism.Seed);
        for (int round = 0; round < Rounds; round++)
        {
            int[] order = [.. Enumerable.Range(0, patterns.Length)];
            random.Shuffle(order);
            foreach (int k in order)
            {
                progress?.Report(new StudyProgress($"round {round + 1}: {patterns[k]}", 0.5 * (run + (double)round / Rounds)));
                magnet.ApplyPulse(patterns[k].Voltages(Volts), SevenPatterns.PulseWidth, cancellation);
                visits[k].Add(magnet.Conductance);
            }
        }

        return [.. visits.Select(v => v.ToArray())];
    }
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(double[][][][]))]
internal sealed partial class RepeatabilityJson : JsonSerializerContext;

/// <summary>Form in JSON of the visits of a film as a part that is kept, which loses no bit.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(ConductanceJson)])]
[JsonSerializable(typeof(ConductanceMatrix[][]))]
internal sealed partial class VisitsJson : JsonSerializerContext;
