using System.Globalization;
using System.Text.Json.Serialization;
using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Json;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Shared;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.FourNodes;

/// <summary>
/// All independent patterns of a film trained one after the other, each for one long pulse (Niu et al., PNAS 2024, "Number of
/// independent configurations"; Fig. 4).
/// </summary>
/// <param name="Film">The film.</param>
/// <param name="Patterns">One a pattern.</param>
public sealed record SevenPatterns(FilmParameters Film, IReadOnlyList<LearnedPattern> Patterns)
{
    /// <summary>Width of the pulse in seconds (paper: one 200 µs pulse of 5 V).</summary>
    public const double PulseWidth = 200e-6;

    /// <summary>Trains.</summary>
    /// <param name="parameters">The film; its relaxation time after a pulse is replaced by the retention times.</param>
    /// <param name="voltage">Amplitude in volts.</param>
    /// <param name="retention">Times at zero field in seconds, rising, at which the film is looked at again.</param>
    /// <param name="progress">Is told how far the training is.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="rise">Duration of each edge of a pulse in seconds.</param>
    public static SevenPatterns Train(
        FilmParameters parameters,
        double voltage,
        IReadOnlyList<double> retention,
        IProgress<StudyProgress>? progress,
        CancellationToken cancellation,
        double rise = 0)
    {
        FilmParameters film = WithoutRest(parameters);
        MicromagneticFilm magnet = MicromagneticFilm.Prepare(film, cancellation);
        Pattern[] patterns = WiringGeometry.All(film.NodeCount);
        List<LearnedPattern> learned = [];
        foreach (Pattern pattern in patterns)
        {
            progress?.Report(new StudyProgress($"{film.Name}: train {pattern}", (double)learned.Count / patterns.Length));
            double[] voltages = pattern.Voltages(voltage);
            magnet.ApplyPulse(voltages, PulseWidth, rise, cancellation);
            List<FilmStage> stages = [Stage(magnet, 0)];
            (double[] filmX, double[] filmY) = magnet.SheetCurrent(pattern.Voltages(1));
            double time = 0;
            foreach (double next in retention)
            {
                magnet.Rest(next - time, cancellation);
                time = next;
                stages.Add(Stage(magnet, time));
            }

            (double[] x, double[] y) = magnet.DrivingSheetCurrent(voltages);
            learned.Add(new LearnedPattern(pattern, magnet.LastPulse!, stages, [x, y], [filmX, filmY]));
        }

        progress?.Report(new StudyProgress($"{film.Name}: trained", 1));
        return new SevenPatterns(film, learned);
    }

    /// <summary>The same, kept through an interruption: all seven, as the film goes from each to the next.</summary>
    /// <param name="store">Keeps them.</param>
    /// <param name="parameters">The film.</param>
    /// <param name="voltage">Amplitude of the pulses in volts.</param>
    /// <param name="retention">Times at zero field in seconds after which the film is looked at, rising.</param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="rise">Duration of each edge of a pulse in seconds.</param>
    public static SevenPatterns Train(
        ResultStore store,
        FilmParameters parameters,
        double voltage,
        IReadOnlyList<double> retention,
        IProgress<StudyProgress>? progress,
        CancellationToken cancellation,
        double rise = 0)
    {
        ArgumentNullException.ThrowIfNull(store);
        PartKey key = PartKey.Of(
            "the seven patterns of a film",
            FilmDocument.Of(parameters).Hash,
            string.Join(' ', ((double[])[voltage, rise, .. retention]).Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
        LearnedPattern[] learned = store.Part(
            key,
            SevenPatternsJson.Default.LearnedPatternArray,
            () => [.. Train(parameters, voltage, retention, progress, cancellation, rise).Patterns],
            cancellation);
        return new SevenPatterns(WithoutRest(parameters), learned);
    }

    /// <summary>The range of each element over the patterns, from which G_avg follows.</summary>
    /// <param name="stage">0 right after the pulse, then each retention time.</param>
    public ReferenceConductance Reference(int stage)
    {
        ReferenceConductance reference = new();
        foreach (LearnedPattern pattern in Patterns)
            reference.Include(pattern.Stages[stage].Conductance);

        return reference;
    }

    /// <summary>w_ij = G_ij − G_avg,ij in siemens of a pattern (Niu 2024, below eq. 4).</summary>
    /// <param name="pattern">Trained pattern or its negative.</param>
    /// <param name="stage">When G is taken.</param>
    /// <param name="referenceStage">When the matrices of G_avg were taken.</param>
    public WeightMatrix Weights(Pattern pattern, int stage = 0, int referenceStage = 0) => WeightMatrix.FromConductance(
        Patterns.Single(p => p.Pattern.SameUpToSign(pattern)).Stages[stage].Conductance, Reference(referenceStage).Average());

    /// <summary>The energy landscape of each pattern.</summary>
    /// <param name="stage">When G is taken.</param>
    /// <param name="referenceStage">When the matrices of G_avg were taken.</param>
    public IReadOnlyList<EnergyLandscape> Landscapes(int stage, int referenceStage) =>
        [.. Patterns.Select(p => EnergyLandscape.Of(Weights(p.Pattern, stage, referenceStage), p.Pattern))];

    /// <summary>The film as it is.</summary>
    /// <param name="film">Film.</param>
    /// <param name="time">Time at zero field in seconds.</param>
    public static FilmStage Stage(MicromagneticFilm film, double time)
    {
        VectorField<float> m = film.Magnetisation;
        return new FilmStage(time, film.Conductance, [Widen(m.X), Widen(m.Y), Widen(m.Z)]);
    }

    private static FilmParameters WithoutRest(FilmParameters film) => film with { Simulation = film.Simulation.WithoutRest() };

    private static double[] Widen(float[] values) => Array.ConvertAll(values, v => (double)v);
}

/// <summary>Their form in JSON as a part that is kept, which loses no bit.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(ConductanceJson), typeof(DoublesJson), typeof(PatternJson)])]
[JsonSerializable(typeof(LearnedPattern[]))]
internal sealed partial class SevenPatternsJson : JsonSerializerContext;
